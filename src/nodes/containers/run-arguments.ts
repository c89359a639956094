import { createHash } from 'node:crypto';
import type { Lab, LabNode } from '../../topology/lab';
import { cgroupName, LABELS, networkName, runDir } from './names';

/**
 * The argument array that starts a node container: its own dockerd, every capability that a container
 * may be given short of `--privileged`, and the machine's control groups, where its containers live.
 */
export function runArguments(lab: Lab, node: LabNode, image: string, root: string): string[] {
  const uid = process.getuid?.() ?? 0;
  const argv = [
    ...['docker', 'run', '--detach', '--name', node.name, '--hostname', node.name],
    ...['--network', networkName(lab), '--ip', node.address],
    ...['--restart', 'unless-stopped', '--stop-timeout', '20'],
    ...['--memory', `${node.memory}m`, '--cpus', String(node.cpus)],
    ...['--cap-add', 'ALL', '--cap-drop', 'SYS_RESOURCE'],
    // "Port unreachable" and "no route" are drawn on one account for each asker, by default six errors and then one a
    // second. Without a mask only relayed "no route" errors are, five and then one a second, which no namespace can set.
    ...['--sysctl', 'net.ipv4.icmp_ratemask=0'],
    ...['seccomp', 'apparmor', 'systempaths'].flatMap((o) => ['--security-opt', `${o}=unconfined`]),
    ...['--device-cgroup-rule', 'a *:* rwm'],
    ...['--cgroupns', 'host', '--volume', '/sys/fs/cgroup:/sys/fs/cgroup:rw'],
    ...['--volume', `${runDir(lab, root)}/${node.name}:/run/lab`, '--volume', '/var/lib/docker'],
    ...environment({
      LAB_ADDRESS: node.address,
      LAB_CGROUP: `/${cgroupName(lab, node.name)}`,
      LAB_MEMORY: String(node.memory),
      LAB_CPUS: String(node.cpus),
      LAB_HOSTS: lab.nodes.map(({ name, address }) => `${address} ${name}`).join(','),
      // The socket is for the user who runs the lab.
      LAB_SOCKET_UID: String(uid),
    }),
  ];
  const options = engineArguments(node);
  const labels = {
    [LABELS.lab]: lab.name,
    [LABELS.checkout]: root,
    [LABELS.spec]: digest([...argv, image, ...options]),
  };
  return [
    ...argv,
    ...Object.entries(labels).flatMap(([name, value]) => ['--label', `${name}=${value}`]),
    image,
    ...options,
  ];
}

/** What the node's dockerd is told besides. */
function engineArguments({ options = {} }: LabNode): string[] {
  const { ipv6, firewall, ip, bridgeAcceptFwmark: mark } = options;
  return [
    ...(options.userlandProxy === false ? ['--userland-proxy=false'] : []),
    ...(options.icc === false ? ['--icc=false'] : []),
    ...(ipv6 === undefined ? [] : ['--ipv6']),
    ...(typeof ipv6 === 'string' ? ['--fixed-cidr-v6', ipv6] : []),
    ...(ip === undefined ? [] : ['--ip', ip]),
    ...(options.defaultAddressPools ?? []).flatMap(({ base, size }) => [
      '--default-address-pool',
      `base=${base},size=${size}`,
    ]),
    ...(options.allowDirectRouting === true ? ['--allow-direct-routing'] : []),
    ...(mark === undefined ? [] : ['--bridge-accept-fwmark', mark]),
    ...(firewall === undefined ? [] : ['--firewall-backend', firewall]),
  ];
}

/** The digest that `runArguments` puts on a node made from `image`. */
export function specOf(argv: readonly string[]): string {
  const label = argv.find((word) => word.startsWith(`${LABELS.spec}=`));
  return label?.slice(LABELS.spec.length + 1) ?? '';
}

const environment = (values: Readonly<Record<string, string>>): string[] =>
  Object.entries(values).flatMap(([name, value]) => ['--env', `${name}=${value}`]);

const digest = (words: readonly string[]): string =>
  createHash('sha256').update(words.join('\0')).digest('hex').slice(0, 16);
