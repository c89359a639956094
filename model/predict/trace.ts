import type { Answerer } from './prediction';
import type { Reason } from './reason';

/** What a walk writes down where more than its outcome is wanted. */
export class Steps {
  readonly reasons: Reason[] = [];
  answeredBy: Answerer | undefined;

  step(reason: Reason): void {
    this.reasons.push(reason);
  }

  answers(answerer: Answerer): void {
    this.answeredBy = answerer;
  }
}

/** Undefined where only the outcome is wanted. */
export type Trace = Steps | undefined;
