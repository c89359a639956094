import type { EndpointId, Outcome } from '../edge';
import type { Answerer } from './prediction';
import type { Probe } from './probe';
import type { Trace } from './trace';
import { untoldListener, untoldStack } from './unsaid';
import { portKey, type ContainerStack, type Listening } from './world';

/** Who listens, and the page that a topology may expect there. */
export const serving = ({ by, listener: { page } }: Listening) => ({
  listener: by,
  ...(page === undefined ? {} : { page }),
});

/**
 * What a container's own stack answers to a packet that has arrived.
 *
 * @param publisher Who publishes the port, where it is asked for at a node
 */
export function answer(
  stack: ContainerStack,
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
  const listening = stack.listens.get(portKey(protocol, port));
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
  const arrives = untoldListener(stack, { port, protocol }, trace);
  if (arrives !== undefined) return arrives;
  trace?.step({ rule: 'closed-port', stack: stack.id, kind: 'container', port, protocol });
  return 'refused';
}

const answerer = ({ id, node, service }: ContainerStack): Answerer =>
  service === undefined
    ? { kind: 'container', id, node: node.id }
    : { kind: 'service', id, replicas: service.replicas };
