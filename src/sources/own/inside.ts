import { Socket } from 'node:net';
import { messageOf, NotData, placeOf, plain } from './plain';
import type { Text } from '../../text/text';

/** What the process that runs a topology says about it, as one line of JSON. */
export type Said =
  | { readonly kind: 'exported'; readonly value: unknown; readonly esModule: boolean }
  /** There is nothing under `default`. */
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'not data';
      readonly place: string;
      readonly is: Text;
      readonly next: Text;
    }
  | { readonly kind: 'threw'; readonly message: string; readonly stack: string };

/** File descriptor of the way to the lab. */
export const WAY = 3;

/** Exit code of Node.js where a promise is waited for and nothing is left that could keep it. */
export const UNFINISHED = 13;

/** Runs a topology and says what it exports. The topology's own code comes after this, in the same process. */
export async function give(load: () => Promise<object>): Promise<void> {
  const way = new Socket({ fd: WAY });
  // Taken before the topology can put others in their place.
  const exit = process.exit.bind(process);
  const stringify = JSON.stringify.bind(JSON);
  const later = setImmediate;
  const say = (said: Said): void => void way.write(`${stringify(said)}\n`, () => exit(0));
  // Whoever waits for the answer is gone.
  way.on('close', () => exit(1)).on('error', () => exit(1));
  way.resume().unref();
  process.on('beforeExit', () => exit(UNFINISHED));
  const failed = (error: unknown): void => say(threw(error));
  process.on('uncaughtException', failed).on('unhandledRejection', failed);
  try {
    const said = whatIs(await load());
    // A promise that was rejected meanwhile is told first.
    later(() => say(said));
  } catch (error) {
    failed(error);
  }
}

function whatIs(exported: object): Said {
  const { default: value, __esModule } = exported as Record<string, unknown>;
  if (value === undefined) return { kind: 'nothing' };
  try {
    return { kind: 'exported', value: plain(value), esModule: __esModule === true };
  } catch (error) {
    if (!(error instanceof NotData)) throw error;
    return { kind: 'not data', place: placeOf(error), is: error.is, next: error.next };
  }
}

const threw = (error: unknown): Said => ({
  kind: 'threw',
  message: messageOf(error),
  stack: stackOf(error),
});

function stackOf(error: unknown): string {
  try {
    const { stack } = error as { readonly stack?: unknown };
    return typeof stack === 'string' ? stack : '';
  } catch {
    return '';
  }
}
