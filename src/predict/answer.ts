import type { EndpointId, Outcome } from '../topology/edge';
import { formatIp, type Ip } from '../network/address';
import type { Answerer } from './prediction';
import type { Probe } from './probe';
import type { Trace } from './trace';
import { untoldListener, untoldStack } from './unsaid';
import { portKey, type ContainerStack, type Host, type Listening } from '../network/world';

/**
 * What listens on a port of a stack, and whether it does so at the address.
 *
 * @param ip Undefined where it is not one address that is asked
 */
export function listeningAt(
  { listens }: Pick<ContainerStack | Host, 'listens'>,
  ip: Ip | undefined,
  { port, protocol }: { readonly port: number; readonly protocol: 'tcp' | 'udp' },
): { readonly heard?: Listening; readonly elsewhere?: readonly string[] } {
  const found = listens.get(portKey(protocol, port));
  if (found === undefined) return {};
  const { at } = found.listener;
  if (at === undefined || ip === undefined || at.includes(formatIp(ip))) return { heard: found };
  return { elsewhere: at };
}

/** Who listens, and the page that a topology may expect there. */
export const serving = ({ by, listener: { page } }: Listening) => ({
  listener: by,
  ...(page === undefined ? {} : { page }),
});

/**
 * What a container's own stack answers to a packet that has arrived.
 *
 * @param ip The address of the stack at which it arrives; undefined for a service
 * @param publisher Who publishes the port, where it is asked for at a node
 */
export function answer(
  stack: ContainerStack,
  ip: Ip | undefined,
  probe: Probe,
  trace: Trace,
  publisher?: EndpointId,
): Outcome {
  const untold = untoldStack(stack, trace);
  if (untold !== undefined) return untold;
  if (probe.protocol === 'icmp') {
    trace?.answers(answerer(stack));
    return 'reachable';
  }
  const { port, protocol } = probe;
  const { heard: listening, elsewhere } = listeningAt(stack, ip, { port, protocol });
  trace?.answers({
    ...answerer(stack),
    ...(listening === undefined ? {} : serving(listening)),
    ...(publisher === undefined ? {} : { publisher }),
  });
  if (listening !== undefined) {
    const { from } = listening.listener;
    const said = from === undefined ? {} : { from };
    trace?.step({ rule: 'listener', stack: stack.id, kind: 'container', port, protocol, ...said });
    return 'reachable';
  }
  const closed = { rule: 'closed-port', stack: stack.id, kind: 'container' } as const;
  if (elsewhere !== undefined) {
    trace?.step({ ...closed, port, protocol, at: elsewhere });
    return 'refused';
  }
  const arrives = untoldListener(stack, { port, protocol }, trace);
  if (arrives !== undefined) return arrives;
  trace?.step({ ...closed, port, protocol });
  return 'refused';
}

const answerer = ({ id, node, service }: ContainerStack): Answerer =>
  service === undefined
    ? { kind: 'container', id, node: node.id }
    : { kind: 'service', id, replicas: service.replicas };
