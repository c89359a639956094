import { familyOf } from '../network/address';
import type { ReasonOf } from './reason';
import { asked, rangeIn, type ContainerStack, type Destination, type Net } from '../network/world';

/**
 * The address is in the subnet of a network that the sender is on, and nobody there has it.
 *
 * @param node Where the network is, unless the sender is that node or the network an overlay
 */
export const nobodyHasIt = (
  from: string,
  to: Destination,
  net: Net,
  node: string | undefined,
): ReasonOf<'same-subnet'> => ({
  rule: 'same-subnet',
  case: 'nobody',
  from,
  to: asked(to),
  subnet: rangeIn(net, familyOf(to.ip))?.text ?? '',
  network: net.name,
  node,
});

/** Another one has the address there. */
export const anotherHasIt = (
  on: string,
  owner: ContainerStack,
  to: Destination,
): ReasonOf<'same-subnet'> => ({
  rule: 'same-subnet',
  case: 'another',
  on,
  to: asked(to),
  instead: owner.id,
});
