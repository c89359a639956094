import type { Started } from './ground';
import { inStack, withDescendants, type Process } from './processes';

/** What strikes a command while it runs. */
type BlowName =
  | 'KILL all'
  | 'KILL group'
  | 'KILL lab'
  | 'KILL terraform'
  | 'KILL provider'
  | 'INT group'
  | 'INT lab'
  | 'INT twice'
  | 'TERM group'
  | 'TERM lab'
  | 'HUP group';

export interface Blow {
  readonly name: BlowName;
  /** The command is to end by itself, with one of these exit codes where it was not done already. */
  readonly gentle: readonly number[] | undefined;
  /** False where what it strikes does not run. */
  readonly strike: (command: Started, stack: string) => boolean;
}

/** A process may have ended meanwhile. */
function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

const killAll = (found: readonly Process[]): boolean =>
  found.map(({ pid }) => send(pid, 'SIGKILL')).some((sent) => sent);

export const BLOWS: readonly Blow[] = [
  {
    // Power, or the machine's memory.
    name: 'KILL all',
    gentle: undefined,
    strike: ({ pid }) => killAll(withDescendants(pid)),
  },
  { name: 'KILL group', gentle: undefined, strike: ({ pid }) => send(-pid, 'SIGKILL') },
  { name: 'KILL lab', gentle: undefined, strike: ({ pid }) => send(pid, 'SIGKILL') },
  {
    name: 'KILL terraform',
    gentle: undefined,
    strike: (_, stack) => killAll(inStack(stack, 'terraform')),
  },
  {
    name: 'KILL provider',
    gentle: undefined,
    strike: (_, stack) => killAll(inStack(stack, 'provider')),
  },
  { name: 'INT group', gentle: [130], strike: ({ pid }) => send(-pid, 'SIGINT') },
  { name: 'INT lab', gentle: [130], strike: ({ pid }) => send(pid, 'SIGINT') },
  {
    name: 'INT twice',
    gentle: [130],
    strike: ({ pid }) => [send(-pid, 'SIGINT'), send(-pid, 'SIGINT')].some((sent) => sent),
  },
  { name: 'TERM group', gentle: [143], strike: ({ pid }) => send(-pid, 'SIGTERM') },
  { name: 'TERM lab', gentle: [143], strike: ({ pid }) => send(pid, 'SIGTERM') },
  { name: 'HUP group', gentle: [129], strike: ({ pid }) => send(-pid, 'SIGHUP') },
];
