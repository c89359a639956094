import { DEFAULT_SERIES } from '../../topology/engines';
import { findingOf, LabError } from '../../platform/errors';
import type { Backend, BackendContext } from '../backend';
import { backendOf, type InventoryNode } from '../inventory';
import { answers } from '../inventory-file';
import { forget } from '../ssh/connection';
import { up } from './up';
import { states, vagrant as call, vagrantError } from './vagrant';
import { phrase, verbatim } from '../../text/text';

/** The virtual machines of the Vagrantfile. */
export const vagrant: Backend = {
  up,

  async down(context, force) {
    const brought = broughtBy(context);
    const all = { ...context, lab: withBrought(context, brought) };
    const made = [...(await states(all))]
      .filter(([, state]) => state !== 'not_created')
      .map(([name]) => name);
    if (made.length > 0 && !force) await agree(context, made);
    for (const { ssh, dockerHost } of brought) {
      if (ssh === undefined) continue;
      await forget({ ...ssh, socket: dockerHost.replace(/^unix:\/\//, '') }, context.run);
    }
    if (made.length === 0) return;
    context.progress(phrase('vagrant destroy {names}', { names: made.join(' ') }));
    const result = await call(all, ['destroy', '--force', ...made], { timeout: 1_800_000 });
    if (result.failure !== undefined) throw vagrantError(phrase('vagrant destroy failed'), result);
  },

  async status(context) {
    const found = await states(context);
    const brought = broughtBy(context);
    return Promise.all(
      context.lab.nodes.map(async ({ name }) => {
        const state = found.get(name) ?? 'not_created';
        if (state === 'not_created') {
          return {
            name,
            state: 'absent',
            detail: phrase('virtual machine is not made: ./lab nodes up'),
          };
        }
        const node = brought.find((one) => one.name === name);
        const answersNow =
          state === 'running' && node !== undefined && (await answers(node, context.run));
        return answersNow
          ? { name, state: 'up', detail: phrase('virtual machine runs') }
          : {
              name,
              state: 'down',
              detail: phrase('virtual machine is {state}: ./lab nodes up', { state }),
            };
      }),
    );
  },

  async examine(context) {
    const name = verbatim('vagrant');
    const kind = 'host';
    if (context.lab.nodes.length === 0) return [];
    try {
      const { stdout } = await call(context, ['--version']);
      const found = [...(await states(context))].map(([node, state]) => `${node} ${state}`);
      return [{ kind, name, ok: true, found: verbatim(`${stdout.trim()}: ${found.join(', ')}`) }];
    } catch (error) {
      if (!(error instanceof LabError)) throw error;
      return [{ kind, name, ok: false, ...findingOf(error) }];
    }
  },
};

const broughtBy = ({ inventory }: BackendContext): InventoryNode[] =>
  inventory?.nodes.filter((node) => backendOf(inventory, node) === 'vagrant') ?? [];

/** The lab with the machines that the topology may not have any more. */
function withBrought({ lab }: BackendContext, brought: readonly InventoryNode[]) {
  const gone = brought.filter(({ name }) => !lab.nodes.some((node) => node.name === name));
  const old = gone.map(({ name, address }) => ({
    ...{ name, address, subnet: '', memory: 1024, cpus: 1, listens: [], chapter: '' },
    engine: DEFAULT_SERIES,
  }));
  return { ...lab, nodes: [...lab.nodes, ...old] };
}

async function agree({ confirm }: BackendContext, names: readonly string[]): Promise<void> {
  if (
    await confirm(
      phrase('Destroy the virtual machines {names} with all that is on them?', { names }),
    )
  ) {
    return;
  }
  throw new LabError(phrase('the virtual machines were left as they are'), {
    where: names.join(', '),
    why: phrase('nobody said that they may be destroyed'),
    next: phrase('./lab down on a terminal, or ./lab down --force; vagrant halt only stops them'),
  });
}
