import type { Hop } from './hop';
import type { Answerer } from './prediction';
import type { Reason } from './reason';

/** What a walk writes down where more than its outcome is wanted. */
export class Steps {
  readonly reasons: Reason[] = [];
  readonly hops: Hop[] = [];
  answeredBy: Answerer | undefined;

  /** One step: why, and where the packet comes by with it. */
  step(reason: Reason, ...hops: readonly Hop[]): void {
    this.reasons.push(reason);
    this.hops.push(...hops);
  }

  /** Further hops of the step. */
  passes(...hops: readonly Hop[]): void {
    this.hops.push(...hops);
  }

  answers(answerer: Answerer): void {
    this.answeredBy = answerer;
  }
}

/** Undefined where only the outcome is wanted. */
export type Trace = Steps | undefined;
