import { rmSync } from 'node:fs';
import type { BackendContext } from '../backend';
import { labContainers } from './inspect';
import { cgroupName, LABELS, runDir } from './names';
import { removeNetwork } from './network';
import { phrase } from '../../text/text';

/** Removes the lab's nodes of this checkout, their network, sockets and control groups. */
export async function down({ lab, root, run, progress }: BackendContext): Promise<void> {
  const found = await labContainers(run, lab.name);
  const own = found.filter(({ labels }) => labels[LABELS.checkout] === root);
  if (own.length > 0) {
    const names = own.map(({ name }) => name);
    progress(phrase('stopping {node}', { node: names }));
    const paused = own.filter((node) => node.paused).map(({ name }) => name);
    // What is paused does not hear that it is to stop.
    if (paused.length > 0) await run(['docker', 'unpause', ...paused], { timeout: 20_000 });
    // Stopped first, so that each engine ends its containers and takes its control groups away.
    await run(['docker', 'stop', '--time', '20', ...names]);
    const image = await run(['docker', 'inspect', '--format', '{{.Image}}', names[0] ?? '']);
    await run(['docker', 'rm', '--force', '--volumes', ...names]);
    await removeCgroups(
      names.map((name) => cgroupName(lab, name)),
      image.stdout.trim(),
      run,
    );
  }
  if (found.length === own.length) await removeNetwork(lab, run);
  rmSync(runDir(lab, root), { recursive: true, force: true });
}

const REMOVE_CGROUPS = `
for name; do
  find /sys/fs/cgroup -maxdepth 2 -type d -name "$name" 2>/dev/null |
    while read -r top; do find "$top" -depth -type d -exec rmdir {} + 2>/dev/null; done
done
exit 0`;

// In a container, because an ordinary user of the engine may not remove them.
async function removeCgroups(
  names: readonly string[],
  image: string,
  run: BackendContext['run'],
): Promise<void> {
  await run([
    ...['docker', 'run', '--rm', '--network', 'none', '--cgroupns', 'host'],
    ...['--security-opt', 'systempaths=unconfined', '--security-opt', 'apparmor=unconfined'],
    ...['--volume', '/sys/fs/cgroup:/sys/fs/cgroup:rw', '--entrypoint', 'sh', image],
    ...['-c', REMOVE_CGROUPS, 'sh', ...names],
  ]);
}
