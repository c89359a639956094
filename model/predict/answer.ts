import type { Outcome } from '../edge';
import type { Listener } from '../lab';
import type { Probe, Trace } from './rules';
import { portKey, type ContainerStack } from './world';

/** The page of a listener, for the reason that names it. */
export const pageOf = ({ page }: Listener): { readonly page?: string } =>
  page === undefined ? {} : { page };

/** What a container's own stack answers to a packet that has arrived. */
export function answer(stack: ContainerStack, probe: Probe, trace: Trace): Outcome {
  if (probe.protocol === 'icmp') return 'reachable';
  const { port, protocol } = probe;
  const listener = stack.listens.get(portKey(protocol, port));
  if (listener !== undefined) {
    trace?.push({
      rule: 'listener',
      text: `Something in ${stack.id} listens on ${port}/${protocol}: reachable`,
      ...pageOf(listener),
    });
    return 'reachable';
  }
  trace?.push({
    rule: 'closed-port',
    text: `Nothing in ${stack.id} listens on ${port}/${protocol}, and its kernel says so: refused`,
  });
  return 'refused';
}
