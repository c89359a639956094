import type { LabNode } from '../../topology/lab';
import { LabError } from '../../platform/errors';
import { mustRun, type Run } from '../../platform/run';
import { phrase, verbatim } from '../../text/text';

/** An engine starts no container that may use more CPUs than its machine has. @throws LabError */
export async function requireCpus(nodes: readonly LabNode[], run: Run): Promise<void> {
  const most = nodes.reduce((one, other) => (other.cpus > one.cpus ? other : one));
  if (most.cpus <= 1) return;
  const told = await mustRun(['docker', 'info', '--format', '{{.NCPU}}'], {
    what: phrase('the Docker engine does not answer'),
    next: verbatim('./lab doctor'),
    run,
  });
  const there = Number(told);
  if (!(most.cpus > there)) return;
  throw new LabError(
    phrase('node {node} is to have {cpus} CPUs, and this machine has {there}', {
      node: most.name,
      cpus: most.cpus,
      there,
    }),
    {
      where: phrase('node {name}', { name: most.name }),
      why: phrase('its engine starts no container with more than there are'),
      next: phrase('write cpus: {there}, or less, in the topology', { there }),
    },
  );
}
