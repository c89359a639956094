import { DataResource, type TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import type { Container, Lab } from '../src/topology/lab';
import { constructId, nameReadably } from './naming';
import { portsText } from './read-back';

/**
 * What only one resource at a time can have on the nodes of `group`: subnets, static addresses and published ports.
 * Terraform ends what goes and makes what is new side by side, so that one that changes hands would still be taken.
 * Everything with a claim depends on this resource, which is replaced whenever a claim changes: what goes, goes before
 * it, and what is new comes after it.
 */
export class Claims extends Construct {
  readonly resource: TerraformResource;

  constructor(scope: Construct, lab: Lab, group: string) {
    super(scope, constructId('claims', group));
    this.resource = new DataResource(this, 'claims', { triggersReplace: claimsOf(lab, group) });
    nameReadably(this.resource, `claims_${group}`);
  }
}

/** Nodes of a swarm share their claims: an overlay's addresses and a service's ports are those of all of them. */
export const claimGroup = ({ swarm }: Lab, node: string): string =>
  swarm.includes(node) ? (swarm[0] ?? node) : node;

/** True for a container with something that no other on its nodes can have. */
export const hasClaims = (container: Container): boolean =>
  container.ports.length > 0 || Object.keys(addressesOf(container)).length > 0;

function claimsOf(lab: Lab, group: string): Record<string, string> {
  const here = ({ node }: { readonly node: string }): boolean => claimGroup(lab, node) === group;
  const shared = lab.swarm[0] === group;
  const containers = lab.containers.filter((one) => one.service === undefined && here(one));
  const services = shared ? lab.services : [];
  const claims = [
    ...lab.networks
      .filter(here)
      .map(({ node, name, subnet = '', subnet6 = '' }) => [
        `network ${node}/${name}`,
        `${subnet} ${subnet6}`,
      ]),
    ...(shared ? lab.overlays : []).map(({ name, subnet = '' }) => [`network ${name}`, subnet]),
    ...containers.flatMap((container) =>
      Object.entries(addressesOf(container)).map(([network, address]) => [
        `address ${container.name} ${network}`,
        address,
      ]),
    ),
    ...[...containers, ...services]
      .filter(({ ports }) => ports.length > 0)
      .map(({ name, ports }) => [`ports ${name}`, portsText(ports)]),
  ];
  return Object.fromEntries(claims) as Record<string, string>;
}

function addressesOf({ networking }: Container): Record<string, string> {
  const attachments = networking.mode === 'bridge' ? networking.attachments : [];
  return Object.fromEntries(
    attachments.flatMap(({ network, address }) =>
      address === undefined ? [] : [[network, address]],
    ),
  );
}
