import type { Text } from '../text/text';

/** How the kit talks to a person; the command line implements it. */
export interface Reporter {
  /** Runs a named step; `progress` says what it waits for. Steps may run side by side. */
  step<T>(name: Text, work: (progress: (text: Text) => void) => Promise<T>): Promise<T>;
  /** Says something that a person should know, such as a change to the machine. */
  announce(text: Text): void;
  /** Asks before a change to the machine; without a terminal the answer is yes. */
  confirm(text: Text): Promise<boolean>;
}
