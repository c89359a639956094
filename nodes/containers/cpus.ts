import type { LabNode } from '../../model/lab';
import { LabError } from '../../system/errors';
import { mustRun, type Run } from '../../system/run';

/** An engine starts no container that may use more CPUs than its machine has. @throws LabError */
export async function requireCpus(nodes: readonly LabNode[], run: Run): Promise<void> {
  const most = nodes.reduce((one, other) => (other.cpus > one.cpus ? other : one));
  if (most.cpus <= 1) return;
  const told = await mustRun(['docker', 'info', '--format', '{{.NCPU}}'], {
    what: 'the Docker engine does not answer',
    next: './lab doctor',
    run,
  });
  const there = Number(told);
  if (!(most.cpus > there)) return;
  throw new LabError(
    `node ${most.name} is to have ${most.cpus} CPUs, and this machine has ${there}`,
    {
      where: `node ${most.name}`,
      why: 'its engine starts no container with more than there are',
      next: `write cpus: ${there}, or less, in the topology`,
    },
  );
}
