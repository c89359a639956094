import { z } from 'zod';
import type { Lab } from '../../topology/lab';
import { readAnswer } from '../../platform/answer';
import { LabError } from '../../platform/errors';
import { mustRun, type Run, whyOf } from '../../platform/run';
import { LABELS, networkName } from './names';
import { phrase, verbatim } from '../../text/text';

const range = z.object({ Subnet: z.string().optional(), Gateway: z.string().optional() });
const shown = z.array(z.object({ IPAM: z.object({ Config: z.array(range).nullish() }).nullish() }));

/**
 * Makes the nodes' network where it is not there. It is internal: the nodes have no default route, so
 * no probe, whatever its target, can leave the lab.
 */
export async function ensureNetwork(lab: Lab, root: string, run: Run): Promise<void> {
  const name = networkName(lab);
  const subnet = lab.nodes[0]?.subnet ?? '';
  const found = await run(['docker', 'network', 'inspect', name]);
  if (found.failure === undefined) {
    const where = `docker network inspect ${name}`;
    const [network] = readAnswer(shown, found.stdout, { who: phrase('the Docker engine'), where });
    const config = network?.IPAM?.Config?.[0];
    if (config?.Subnet === subnet && config.Gateway === lab.outside.address) return;
    await mustRun(['docker', 'network', 'rm', name], {
      what: phrase('network {name} has another subnet and is in use', { name }),
      next: verbatim('./lab down'),
      run,
    });
  }
  const created = await run([
    ...['docker', 'network', 'create', '--driver', 'bridge', '--internal'],
    ...['--subnet', subnet, '--gateway', lab.outside.address],
    ...['--label', `${LABELS.lab}=${lab.name}`, '--label', `${LABELS.checkout}=${root}`],
    name,
  ]);
  if (created.failure === undefined) return;
  throw new LabError(phrase("the nodes' network {subnet} cannot be made", { subnet }), {
    where: name,
    why: whyOf(created),
    next: /overlap/i.test(created.stderr)
      ? phrase(
          'find who has it: docker network ls, ip route show {subnet}; or give the topology another range',
          { subnet },
        )
      : verbatim('./lab doctor'),
  });
}

/** Removes the nodes' network where it is ours. */
export async function removeNetwork(lab: Lab, run: Run): Promise<void> {
  const label = `label=${LABELS.lab}=${lab.name}`;
  const ids = await run(['docker', 'network', 'ls', '--quiet', '--filter', label]);
  const list = ids.stdout.split('\n').filter((id) => id !== '');
  if (list.length > 0) await run(['docker', 'network', 'rm', ...list]);
}
