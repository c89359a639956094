import type { Edge, Outcome, Target } from '../topology/edge';
import type { Facts } from '../network/facts';
import type { Lab } from '../topology/lab';
import { formatIp, type Family } from '../network/address';
import { buildWorld } from '../network/build';
import { endpoint, interfaceDestination, questionOf, type Question } from './destination';
import { byResolver } from './dns';
import { extraHost } from './extra-hosts';
import { fromContainer } from './from-container';
import { fromHost } from './from-host';
import { fromNamespace } from './from-namespace';
import { fromOutside } from './from-outside';
import { meanings } from './names';
import type { Prediction } from './prediction';
import { PING, type Probe } from './probe';
import { Steps, type Trace } from './trace';
import { untoldName } from './unsaid';
import type { Destination, Endpoint, Stack, World } from '../network/world';

export interface Predictor {
  /** The outcome, who answers, the hops and why. */
  predict(edge: Edge): Prediction;
  /**
   * The same where much is asked: both ends were looked up before.
   *
   * @param aim Undefined where it depends on the sender
   */
  follow(from: Endpoint, target: Target, aim: Question | undefined): Prediction;
  /** The outcome alone, which takes less. */
  outcome(edge: Edge): Outcome;
  /** The address that is asked for: from the facts where they tell it. None for a name. */
  address(edge: Edge): string | undefined;
}

/**
 * A lab prepared for many predictions. Without facts, or where they are silent, addresses are taken to be those that an
 * engine would choose, and no two of them to coincide by chance.
 *
 * An edge that names an endpoint or network that the lab has not got throws an `Error`.
 */
export const predictorOf = (world: World): Predictor => ({
  predict: ({ from, target }) => traced(world, endpoint(world, from), target, undefined),
  follow: (from, target, aim) => traced(world, from, target, aim),
  outcome: ({ from, target }) => walk(world, endpoint(world, from), target, undefined, undefined),
  address: (edge) =>
    edge.target.kind === 'name' || edge.target.kind === 'ping6'
      ? undefined
      : formatIp(questionOf(world, edge).to.ip),
});

export const createPredictor = (lab: Lab, facts?: Facts): Predictor =>
  predictorOf(buildWorld(lab, facts));

function traced(
  world: World,
  from: Endpoint,
  target: Target,
  question: Question | undefined,
): Prediction {
  const steps = new Steps();
  const outcome = walk(world, from, target, question, steps);
  const { answeredBy, hops, reasons } = steps;
  return { outcome, answeredBy, hops, reasons };
}

function walk(
  world: World,
  from: Endpoint,
  target: Target,
  question: Question | undefined,
  trace: Trace,
): Outcome {
  if (trace !== undefined) ownStack(from, trace);
  if (target.kind === 'name') return byName(world, from, target.name, target.family, trace);
  const { to, probe } = question ?? questionOf(world, { from: from.id, target });
  return send(world, from, to, probe, trace);
}

function byName(
  world: World,
  from: Endpoint,
  name: string,
  family: Family | undefined,
  trace: Trace,
): Outcome {
  const line = extraHost(world, from.stack, name, trace);
  if (line !== undefined) return send(world, from, line, PING, trace);
  const [face] = meanings(from, name, trace);
  if (face === undefined) {
    if (mayBeNamed(from.stack, name)) return 'unknown';
    const further = byResolver(world, from, name, trace);
    return further === undefined ? 'unresolved' : send(world, from, further, PING, trace);
  }
  if (family !== undefined && face[family] === undefined) {
    trace?.step({ rule: 'ipv6', case: 'no-address', name, to: face.stack.id, family });
    return 'unresolved';
  }
  return send(world, from, interfaceDestination(face, family), PING, trace);
}

const mayBeNamed = (stack: Stack, name: string): boolean =>
  stack.kind === 'container' && untoldName(stack, name, undefined);

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

function ownStack({ id: from, shares, stack }: Endpoint, trace: Steps): void {
  if (shares === 'host') {
    trace.step({ rule: 'host-network', case: 'sender', from, node: stack.id });
  } else if (shares === 'container') {
    trace.step({ rule: 'shared-stack', from, stack: stack.id });
  }
}
