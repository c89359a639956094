import type { LabNode } from '../../topology/lab';
import type { Backend, BackendContext, HostCheck } from '../backend';
import { makeRunDir } from '../containers/names';
import { backendOf, type InventoryNode } from '../inventory';
import { answers } from '../inventory-file';
import { bringUp, connectionOf } from '../ssh/bring-up';
import { writeSshConfig } from '../ssh/config';
import { close, forget, isOpen, open } from '../ssh/connection';
import { examine } from '../ssh/examine';
import { rootOn } from '../ssh/findings';
import { clean } from './clean';
import { targetOf } from './target';
import { phrase } from '../../text/text';

/** Hosts that exist already, reached by ssh. */
export const remote: Backend = {
  async up(context, { offline }) {
    const { lab, root, run, confirm, progress } = context;
    const nodes: InventoryNode[] = [];
    // One after the other: a person may be asked about each.
    for (const node of lab.nodes) {
      makeRunDir(lab, root, node.name);
      nodes.push(
        await bringUp(targetOf(lab, node, root), {
          ...{ run, confirm, progress, now: Date.now, backend: 'remote', address: node.address },
          ...(offline ? { arch: process.arch } : {}),
        }),
      );
    }
    return { lab: lab.name, backend: 'remote', offline, nodes };
  },

  async down(context, force) {
    for (const node of brought(context)) {
      try {
        await clean(node, context);
      } catch (error) {
        if (!force) throw error;
      }
      const socket = node.dockerHost.replace(/^unix:\/\//, '');
      if (node.ssh !== undefined) await forget({ ...node.ssh, socket }, context.run);
    }
  },

  status: (context) =>
    Promise.all(
      context.lab.nodes.map(async ({ name, ssh }) => {
        const node = brought(context).find((one) => one.name === name);
        const where = ssh?.host ?? name;
        if (node === undefined) {
          return {
            name,
            state: 'absent',
            detail: phrase('{where} is not connected: ./lab nodes up', { where }),
          };
        }
        return (await answers(node, context.run))
          ? { name, state: 'up', detail: phrase('{where} answers over ssh', { where }) }
          : {
              name,
              state: 'down',
              detail: phrase('{where} does not answer over ssh: ./lab doctor', { where }),
            };
      }),
    ),

  examine: (context) =>
    Promise.all(context.lab.nodes.map((node) => examineOne(node, context))).then((all) =>
      all.flat(),
    ),
};

const HOW = {
  root: phrase('as root'),
  sudo: phrase('root by sudo'),
  engine: phrase('root through its engine'),
} as const;

const brought = ({ inventory }: BackendContext): InventoryNode[] =>
  inventory?.nodes.filter((node) => backendOf(inventory, node) === 'remote') ?? [];

async function examineOne(node: LabNode, context: BackendContext): Promise<HostCheck[]> {
  const { lab, root, run } = context;
  const kind = 'host';
  const name = phrase('host {name}', { name: node.name });
  const target = targetOf(lab, node, root);
  const connection = connectionOf(target);
  makeRunDir(lab, root, node.name);
  if (writeSshConfig(target)) await close(connection, run);
  const wasOpen = await isOpen(connection, run);
  const failure = await open(connection, run);
  if (failure !== undefined) {
    const found = phrase('{host} {what}', { host: target.host, what: failure.what });
    return [{ kind, name, ok: false, found, remedy: failure.next }];
  }
  const { findings, engine, problems } = await examine(connection, run, { now: Date.now });
  if (!wasOpen)
    await (brought(context).some((one) => one.name === node.name) ? close : forget)(
      connection,
      run,
    );
  if (problems.length > 0) {
    return problems.map(({ what, next }) => ({
      kind,
      name,
      ok: false,
      found: phrase('{host} {what}', { host: target.host, what }),
      remedy: next,
    }));
  }
  const how = findings === undefined ? undefined : rootOn(findings);
  const found = phrase('{host}: engine {engine}, {how}', {
    host: target.host,
    engine: engine ?? '',
    how: HOW[how ?? 'root'],
  });
  return [{ kind, name, ok: true, found }];
}
