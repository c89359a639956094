import { setTimeout as pause } from 'node:timers/promises';
import { EngineRefusal } from '../engine-api';

/** An engine that is starting, joining or choosing a leader says that it is not available. */
export const isBusy = (error: unknown): boolean =>
  error instanceof EngineRefusal && error.status === 503;

/** Milliseconds. */
export const PATIENCE = 60_000;
export const BETWEEN_QUESTIONS = 200;

/** Does it again as long as the engine is busy. @throws what it throws otherwise, or when `patience` (ms) is over */
export const whileBusy = <T>(work: () => Promise<T>, patience = PATIENCE): Promise<T> =>
  persist(work, isBusy, patience);

/** Does it again as long as it throws what may pass. @throws anything else, or when `patience` (ms) is over */
export async function persist<T>(
  work: () => Promise<T>,
  mayPass: (error: unknown) => boolean,
  patience: number,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error) || Date.now() > end) throw error;
      await pause(BETWEEN_QUESTIONS);
    }
  }
}
