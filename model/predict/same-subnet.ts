import { formatIpv4 } from './address';
import type { RuleReason } from './rules';
import { destinationLabel, type ContainerStack, type Destination, type Net } from './world';

/**
 * The address is in the subnet of a network that the sender is on, and nobody there has it.
 *
 * @param network The network in words, with its node where the sender is not the node itself
 */
export const nobodyHasIt = (
  from: string,
  to: Destination,
  { subnet }: Net,
  network: string,
): RuleReason => ({
  rule: 'same-subnet',
  text:
    `For ${from}, ${destinationLabel(to)} is in ${subnet.text}, the subnet of ${network}; ` +
    `there nobody has it, so the ARP request stays unanswered: unreachable`,
});

/** Another one has the address there. */
export const anotherHasIt = (
  where: string,
  owner: ContainerStack,
  to: Destination,
): RuleReason => ({
  rule: 'same-subnet',
  text: `On ${where} ${formatIpv4(to.ip)} belongs to ${owner.id}, which answers instead of ${to.owner.id}`,
});
