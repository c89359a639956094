import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';

/** Signals by which a person, a terminal that closes, or a machine that goes down asks a command to end. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
export type StopSignal = (typeof STOP_SIGNALS)[number];

/** A command was asked to end. Nothing that catches errors one by one may take it for one of them. */
export class Interrupted extends Error {
  constructor(readonly signal: StopSignal) {
    super(`interrupted by ${signal}`);
    this.name = 'Interrupted';
  }

  /** As a shell has it for a command that a signal ended. */
  get exitCode(): number {
    return 128 + constants.signals[this.signal];
  }
}

/** A command that runs: one with a group of its own ends by itself when it is asked to, and is waited for. */
interface Child {
  readonly command: ChildProcess;
  readonly ownGroup: boolean;
}

const children = new Set<Child>();
let asked: StopSignal | undefined;
let settled: (() => void) | undefined;

/** Set once this process was asked to end. */
export const interruption = (): Interrupted | undefined =>
  asked === undefined ? undefined : new Interrupted(asked);

/** @throws Interrupted once this process was asked to end */
export function throwIfInterrupted(): void {
  const found = interruption();
  if (found !== undefined) throw found;
}

/** Remembers a command until it has ended, so that it is ended with this process. */
export function track(command: ChildProcess, ownGroup: boolean): void {
  const child = { command, ownGroup };
  children.add(child);
  const forget = (): void => {
    children.delete(child);
    if (asked !== undefined) settle();
  };
  command.once('error', forget).once('close', forget);
}

/** What waited for the last command goes first. */
function settle(): void {
  if (children.size === 0) setImmediate(() => settled?.());
}

/**
 * Runs `work` so that a signal ends the commands that it runs and then itself. Those with a group of their own are
 * asked to end and waited for; asked again they hurry, and the third time they are ended by force.
 *
 * @param onSignal told of each signal and which one it is, from 1
 * @throws Interrupted where there was a signal, whatever the work makes of its commands' end
 */
export async function interruptible<T>(
  work: () => Promise<T>,
  onSignal: (signal: StopSignal, count: number, waiting: boolean) => void,
): Promise<T> {
  let count = 0;
  const over = new Promise<void>((resolve) => (settled = resolve));
  const handlers = STOP_SIGNALS.map((signal) => {
    const handler = (): void => {
      count += 1;
      asked ??= signal;
      onSignal(
        signal,
        count,
        [...children].some(({ ownGroup }) => ownGroup),
      );
      for (const child of children) end(child, count);
      settle();
    };
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  try {
    const first = await Promise.race([work().then((value) => ({ value })), over]);
    throwIfInterrupted();
    if (first === undefined) throw new Error('interrupted by nothing');
    return first.value;
  } catch (error) {
    throwIfInterrupted();
    throw error;
  } finally {
    for (const off of handlers) off();
  }
}

function end({ command, ownGroup }: Child, count: number): void {
  if (!ownGroup) command.kill(count === 1 ? 'SIGTERM' : 'SIGKILL');
  else if (count < 3) command.kill('SIGINT');
  else killGroup(command.pid);
}

/** Ends a process group, as far as anything of it is left. */
export function killGroup(leader: number | undefined): void {
  if (leader !== undefined) signal(-leader, 'SIGKILL');
}

/** Sends a signal to a process, or to a group by its negative number, if it is still there. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Nothing is left of it.
  }
}
