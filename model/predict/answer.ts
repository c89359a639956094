import type { Outcome } from '../edge';
import type { Probe, Trace } from './rules';
import { portKey, type ContainerStack } from './world';

/** What a container's own stack answers to a packet that has arrived. */
export function answer(stack: ContainerStack, probe: Probe, trace: Trace): Outcome {
  if (probe.protocol === 'icmp') return 'reachable';
  const { port, protocol } = probe;
  if (stack.listens.has(portKey(protocol, port))) {
    trace?.push({
      rule: 'listener',
      text: `Something in ${stack.id} listens on ${port}/${protocol}: reachable`,
    });
    return 'reachable';
  }
  trace?.push({
    rule: 'closed-port',
    text: `Nothing in ${stack.id} listens on ${port}/${protocol}, and its kernel says so: refused`,
  });
  return 'refused';
}
