import type { EndpointId } from '../edge';
import type { Container, Lab } from '../lab';
import { isService } from '../predict/world';
import type { Attribution, Hits } from './attribute';
import type { Side, Sides } from './side';
import { senderTokens } from './tokens';

/** An endpoint as a sender before and after. */
export interface Sender {
  readonly id: EndpointId;
  /** Stacks that it has, or had. */
  readonly stacks: readonly EndpointId[];
}

/**
 * Senders that get one answer from everything that leads to none of them: containers that are declared alike before,
 * alike after, and have to do with the same causes. Everybody else is alone.
 */
export interface Alike {
  readonly members: readonly Sender[];
  readonly byStack: ReadonlyMap<EndpointId, readonly Sender[]>;
  readonly hits: Hits;
}

export function sendersOf({ before, after }: Sides, attribution: Attribution): Alike[] {
  const [were, are] = [declarations(before.world.lab), declarations(after.world.lab)];
  const groups = new Map<string, { members: Sender[]; hits: Hits }>();
  for (const id of new Set([...sendersOn(before), ...sendersOn(after)])) {
    const ends = [before, after].flatMap(({ world }) => world.endpoints.get(id) ?? []);
    const hits = attribution.hits(ends.flatMap(senderTokens));
    const key = JSON.stringify([declared(before, were, id), declared(after, are, id), [...hits]]);
    const sender = { id, stacks: [...new Set(ends.map(({ stack }) => stack.id))] };
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { members: [sender], hits });
    else known.members.push(sender);
  }
  return [...groups.values()].map(({ members, hits }) => ({
    members,
    byStack: byStack(members),
    hits,
  }));
}

const sendersOn = ({ world }: Side): EndpointId[] =>
  [...world.endpoints.values()].filter((one) => !isService(one)).map(({ id }) => id);

const declarations = ({ containers }: Lab): Map<EndpointId, unknown> =>
  new Map(containers.map((container) => [container.name, sending(container)]));

const declared = (
  { world }: Side,
  containers: ReadonlyMap<EndpointId, unknown>,
  id: EndpointId,
): unknown => (world.endpoints.has(id) ? (containers.get(id) ?? id) : undefined);

/** What of a container has to do with what it sends. Its own address has only with what leads to itself. */
const sending = ({ node, networking, links, ingress }: Container): unknown => [
  node,
  networking.mode === 'bridge' ? networking.attachments.map(({ network }) => network) : networking,
  links.map(({ alias, container }) => [alias, container]),
  ingress,
];

function byStack(senders: readonly Sender[]): Map<EndpointId, Sender[]> {
  const found = new Map<EndpointId, Sender[]>();
  for (const sender of senders) {
    for (const stack of sender.stacks) found.set(stack, [...(found.get(stack) ?? []), sender]);
  }
  return found;
}
