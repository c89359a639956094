import { targetLabel, type EndpointId, type Target } from '../topology/edge';
import { answerAlike, loopbackAddresses, outside, ownGateway } from '../edges/edges';
import type { Lab } from '../topology/lab';
import { aimsAt, type Aim } from '../predict/aim';
import { mayAsk } from '../predict/leaves';
import { meanings } from '../predict/names';
import { addressTargets, askedNames, nodePorts, targets6 } from '../predict/targets';
import { isService, type Endpoint, type World } from '../network/world';
import type { Sides } from './side';

/** What somebody could ask for on one side. */
export interface Wanted {
  readonly target: Exclude<Target, { kind: 'loopback' | 'gateway' }>;
  /** Where the same packet is for everybody. */
  readonly aim?: Aim;
}

/** What is asked for under one label, before and after. */
export interface Joined {
  readonly before: Wanted | undefined;
  readonly after: Wanted | undefined;
}

/** An endpoint as a sender before and after. */
export interface Sender {
  readonly id: EndpointId;
  readonly before: Endpoint | undefined;
  readonly after: Endpoint | undefined;
}

/** Everybody who sends on either side. */
export function sendersOn({ before, after }: Sides): Sender[] {
  const [were, are] = [sendersIn(before.world), sendersIn(after.world)];
  return [...new Set([...were.keys(), ...are.keys()])].map((id) => ({
    id,
    before: were.get(id),
    after: are.get(id),
  }));
}

const sendersIn = ({ endpoints }: World): Map<EndpointId, Endpoint> =>
  new Map([...endpoints].filter(([, one]) => !isService(one)));

/** Everything that somebody could ask for on either side. */
export function wantedOn({ before, after }: Sides): Joined[] {
  const [were, are] = [wantedIn(before.world), wantedIn(after.world)];
  return [...new Set([...were.keys(), ...are.keys()])].map((label) => ({
    before: were.get(label),
    after: are.get(label),
  }));
}

/** By label. */
function wantedIn(world: World): Map<string, Wanted> {
  const { hosts, overlays, lab } = world;
  const onNodes = hosts.flatMap((host) =>
    ['127.0.0.1', ...loopbackAddresses(host)].flatMap((address) => nodePorts(host, address)),
  );
  const wanted: Wanted[] = [
    ...aimsAt(world, [...addressTargets(world), ...targets6(world), ...onNodes]).map((aim) => ({
      target: aim.target,
      aim,
    })),
    ...overlays.filter(({ internal }) => !internal).flatMap(({ name }) => gateways(lab, name)),
    ...askedNames(world).map((asked) => ({ target: { kind: 'name' as const, ...asked } })),
    { target: { kind: 'outside', seenAs: '' } },
  ];
  return new Map(wanted.map((one) => [targetLabel(one.target), one]));
}

/** The bridge that an overlay has on each node, which only its members there ask for. */
const gateways = ({ swarm }: Lab, network: string): Wanted[] =>
  swarm.map((endpoint) => ({ target: { kind: 'ping', endpoint, network } }));

/**
 * As what an endpoint asks for it; undefined where nobody asks, or where nobody can tell (packets from outside to what
 * is behind the nodes), or where it is the endpoint itself.
 */
export function asks(world: World, from: Endpoint, { target, aim }: Wanted): Target | undefined {
  const { id, stack } = from;
  switch (target.kind) {
    case 'ping':
    case 'port': {
      const gateway = ownGateway(from, target);
      if (gateway !== undefined) return gateway;
      if (target.endpoint === id || aim === undefined) return undefined;
      return mayAsk(world, from, aim) ? target : undefined;
    }
    case 'node-port':
      if (target.address.startsWith('127.') || target.address === '::1')
        return stack.id === target.node ? target : undefined;
      return aim !== undefined && mayAsk(world, from, aim) ? target : undefined;
    case 'ping6': {
      const own = stack.kind === 'node' ? stack.id : id;
      if (target.endpoint === own || aim === undefined) return undefined;
      return mayAsk(world, from, aim) ? target : undefined;
    }
    case 'name': {
      if (stack.kind === 'outside' || stack.kind === 'namespace') return undefined;
      const meant = meanings(from, target.name, undefined);
      const [first] = meant;
      if (first === undefined) return target;
      if (first.stack.id === id || !answerAlike(world, from, meant)) return undefined;
      return { ...target, endpoint: first.stack.id };
    }
    case 'outside':
      return outside(world, from)[0];
  }
}
