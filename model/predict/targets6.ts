import { destination6, type Ping6 } from './ipv6';
import { gateway6, type Endpoint, type Net, type World } from './world';

/** As for IPv4: how many addresses a container's node has to report as unreachable. */
const RELAYED_ERRORS = 2;

/** Every IPv6 address of containers and nodes. */
export const targets6 = ({ endpoints }: World): Ping6[] =>
  [...endpoints.values()].flatMap(({ id, shares, stack }) => {
    if (shares !== undefined || stack.kind === 'outside' || stack.kind === 'namespace') return [];
    const nets: readonly Net[] =
      stack.kind === 'node' ? stack.nets : stack.interfaces.map(({ net }) => net);
    return nets
      .filter(({ range6 }) => range6 !== undefined)
      .map(({ name }): Ping6 => ({ kind: 'ping6', endpoint: id, network: name }));
  });

/** Those that a sender is probed for. A node's own are left out: its lo may have no IPv6. */
export function probedTargets6(
  world: World,
  { stack }: Endpoint,
  targets: readonly Ping6[],
): readonly Ping6[] {
  if (stack.kind === 'outside' || stack.kind === 'namespace') return [];
  if (stack.kind === 'node') return targets.filter(({ endpoint: id }) => id !== stack.id);
  if (gateway6(stack) === undefined) return targets;
  let reported = 0;
  return targets.filter((target) => {
    if (destination6(world, target).net.node === stack.node) return true;
    reported += 1;
    return reported <= RELAYED_ERRORS;
  });
}
