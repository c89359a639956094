import { OUTSIDE } from '../topology/edge';
import { questionOf, type Question } from './destination';
import type { Common } from './targets';
import type { World } from '../network/world';

/** A target that several senders ask for, with the packet that is the same for all of them: looked up once. */
export interface Aim extends Question {
  readonly target: Common;
}

export const aimsAt = (world: World, targets: readonly Common[]): Aim[] =>
  targets.map((target) => {
    const { to, probe } = questionOf(world, { from: OUTSIDE, target });
    // Of one shape all of them: a walk is twice as fast.
    return { target, to, probe: { protocol: probe.protocol, port: probe.port } };
  });
