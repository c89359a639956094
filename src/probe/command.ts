import type { Lab } from '../topology/lab';
import type { Inventory } from '../nodes/inventory';
import { shellQuote } from '../platform/shell';
import type { Probe, Source } from './measurement';

/** Images whose own tools can repeat a probe; from others it is repeated with the node's. */
const WITH_TOOLS = /(^|\/)(busybox|alpine)(:|@|$)/;

/** How to repeat a probe by hand, in the friendliest way that measures the same. */
export const repeatCommand = (...probe: Parameters<typeof repeatArguments>): string =>
  shellQuote(repeatArguments(...probe));

/** The same as an argument array. */
export function repeatArguments(
  source: Source,
  probe: Probe,
  lab: Lab,
  inventory: Inventory,
): string[] {
  const { endpoint, node, place } = source;
  if (node === undefined) return words(probe, 'machine');
  const image = lab.containers.find(({ name }) => name === endpoint)?.image ?? '';
  if (place.kind !== 'container') {
    return ['./lab', 'exec', endpoint, '--', ...words(probe, 'node')];
  }
  if (WITH_TOOLS.test(image)) {
    return ['./lab', 'exec', endpoint, '--', ...words(probe, 'busybox')];
  }
  const found = inventory.nodes.find(({ name }) => name === node);
  return [
    ...(found?.ssh === undefined ? (found?.exec ?? []) : ['./lab', 'exec', node, '--']),
    'nsenter',
    `--net=/proc/${place.pid}/ns/net`,
    ...words(probe, 'node'),
  ];
}

function words(
  { kind, address, port, text }: Probe,
  tools: 'busybox' | 'node' | 'machine',
): string[] {
  const to = [address, String(port)];
  switch (kind) {
    case 'ping':
      return ['ping', '-c', '1', '-W', '1', address];
    case 'name':
      return ['ping', '-c', '1', '-W', '1', text];
    case 'udp':
      return tools === 'busybox'
        ? ['nc', '-u', '-w', '1', ...to]
        : ['bash', '-c', `exec 3<>/dev/udp/${address}/${port}; echo >&3; timeout 1 head -c 1 <&3`];
    case 'page':
      if (tools === 'busybox')
        return ['wget', '-q', '-T', '1', '-O', '-', `http://${to.join(':')}/`];
      if (tools === 'machine') return ['curl', '-m', '1', `http://${to.join(':')}/`];
      return [
        'bash',
        '-c',
        `exec 3<>/dev/tcp/${address}/${port}; printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3; timeout 1 cat <&3`,
      ];
    case 'tcp':
    case 'echo':
      return tools === 'busybox'
        ? ['nc', '-w', '1', ...to]
        : ['timeout', '1', 'bash', '-c', `exec 3<>/dev/tcp/${address}/${port} && echo connected`];
  }
}
