import type { Edge, Outcome } from '../edge';
import type { Facts, Prediction } from '../facts';
import type { Lab } from '../lab';
import { formatIpv4 } from './address';
import { buildWorld } from './build';
import { endpoint, interfaceDestination, questionOf } from './destination';
import { fromContainer } from './from-container';
import { fromHost } from './from-host';
import { fromNamespace } from './from-namespace';
import { fromOutside } from './from-outside';
import { walk6 } from './ipv6';
import { resolve } from './names';
import { PING, plainReason, type Probe, type RuleReason, type Trace } from './rules';
import type { Destination, Endpoint, World } from './world';

/** A prediction whose reasons tell more to the model itself. */
interface Traced extends Prediction {
  readonly reasons: readonly RuleReason[];
}

export interface Predictor {
  /** The outcome with its chain of reasons, which are computed when read: copy them by name, not by spreading. */
  predict(edge: Edge): Traced;
  /** The outcome alone. */
  outcome(edge: Edge): Outcome;
  /** The IPv4 address that is asked for: from the facts where they tell it. None for a name, and for IPv6. */
  address(edge: Edge): string | undefined;
}

/**
 * The lab prepared for many predictions. Without `facts`, or where they are silent, addresses are taken to be
 * those that an engine would choose, and no two of them to coincide by chance.
 *
 * An edge that names an endpoint or network that the lab has not got throws an `Error`.
 */
export const createPredictor = (lab: Lab, facts?: Facts): Predictor =>
  predictorOf(buildWorld(lab, facts));

/** One prediction; `createPredictor` where there are many. */
export function predict(lab: Lab, edge: Edge, facts?: Facts): Prediction {
  const { outcome, reasons } = createPredictor(lab, facts).predict(edge);
  return { outcome, reasons: reasons.map(plainReason) };
}

export const predictorOf = (world: World): Predictor => ({
  predict: (edge) => new LazyPrediction(world, edge, walk(world, edge, undefined)),
  outcome: (edge) => walk(world, edge, undefined),
  address: (edge) =>
    edge.target.kind === 'name' || edge.target.kind === 'ping6'
      ? undefined
      : formatIpv4(questionOf(world, edge).to.ip),
});

/** Puts the reasons into words only when they are read: of a million predictions nobody reads all. */
class LazyPrediction implements Traced {
  constructor(
    private readonly world: World,
    private readonly edge: Edge,
    readonly outcome: Outcome,
  ) {}

  get reasons(): readonly RuleReason[] {
    const reasons: RuleReason[] = [];
    walk(this.world, this.edge, reasons);
    return reasons;
  }

  toJSON(): Prediction {
    return { outcome: this.outcome, reasons: this.reasons.map(plainReason) };
  }
}

function walk(world: World, edge: Edge, trace: Trace): Outcome {
  const from = endpoint(world, edge.from);
  const { target } = edge;
  if (trace !== undefined) ownStack(from, trace);
  if (target.kind === 'name') {
    const face = resolve(from, target.name, trace);
    if (face === undefined) return 'unresolved';
    return send(world, from, interfaceDestination(face), PING, trace);
  }
  if (target.kind === 'ping6') return walk6(world, edge, target, trace);
  const { to, probe } = questionOf(world, edge);
  return send(world, from, to, probe, trace);
}

function send(
  world: World,
  { stack }: Endpoint,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  switch (stack.kind) {
    case 'container':
      return fromContainer(world, stack, to, probe, trace);
    case 'node':
      return fromHost(world, stack, to, probe, trace);
    case 'namespace':
      return fromNamespace(stack, to, probe, trace);
    case 'outside':
      return fromOutside(world, to, probe, trace);
  }
}

function ownStack({ id, shares, stack }: Endpoint, trace: RuleReason[]): void {
  if (shares === 'host') {
    trace.push({
      rule: 'host-network',
      text: `${id} has the network stack of ${stack.id}, its node`,
    });
  } else if (shares === 'container') {
    trace.push({ rule: 'shared-stack', text: `${id} shares the network stack of ${stack.id}` });
  }
}
