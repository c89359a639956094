import { readPlaced } from '../observe/facts';
import { containerOf } from '../observe/state';
import type { EndpointId } from '../topology/edge';
import type { Lab } from '../topology/lab';
import type { Inventory } from '../nodes/inventory';
import { LabError } from '../platform/errors';
import type { Context } from './context';
import { phrase, verbatim } from '../text/text';

/** The lab in which an endpoint is on its node, and Docker's name for it: the swarm chooses both for a replica. */
export async function whereIs(
  endpoint: EndpointId,
  { lab, run }: Pick<Context, 'lab' | 'run'>,
  inventory: Inventory,
): Promise<{ readonly lab: Lab; readonly called: string }> {
  const service = lab.containers.find(({ name }) => name === endpoint)?.service;
  if (service === undefined) return { lab, called: endpoint };
  const placed = await readPlaced(lab, inventory, run);
  const node = placed.lab.containers.find(({ name }) => name === endpoint)?.node ?? '';
  const called = containerOf(placed.states.get(node), endpoint)?.fullName;
  if (called !== undefined) return { lab: placed.lab, called };
  throw new LabError(phrase('{name} is not running', { name: endpoint }), {
    where: phrase('service {name}', { name: service }),
    why: phrase('no node of the swarm runs such a replica'),
    next: verbatim(`./lab exec ${lab.swarm[0]} -- docker service ps ${service}`),
  });
}
