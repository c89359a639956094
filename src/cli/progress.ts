import { cursorTo, clearScreenDown, moveCursor } from 'node:readline';
import pc from 'picocolors';
import type { Reporter } from '../toolchain/reporter';
import { cut } from '../report/columns';
import { wrap } from '../report/wrap';
import { harmless } from '../platform/harmless';
import { told } from '../i18n/say';
import type { Io } from './io';
import { type Text, type Told, isText } from '../text/text';

interface Step {
  readonly name: string;
  readonly since: number;
  waitingFor: Told;
}

const SPINNER = ['|', '/', '-', '\\'];
const SECOND = 1000;
/** Without a terminal a step that takes long is told of again and again. */
const REMINDER = 20 * SECOND;

const seconds = (ms: number): string => `${(ms / SECOND).toFixed(1)} s`;

const note = (text: Told): string => (text === '' ? '' : `: ${harmless(told(text))}`);

/** Work in steps, side by side or in turn, told on standard error. */
export interface Progress extends Reporter {
  /** Takes the moving lines away, so that others can write. */
  stop(): void;
  /** Asks a person; without a terminal the answer is `otherwise`, yes by default. */
  confirm(text: Text, otherwise?: boolean): Promise<boolean>;
}

/**
 * Progress: on a terminal the running steps with what each waits for and for how long, otherwise a plain line
 * when a step begins and one when it ends.
 */
export function createProgress(io: Io): Progress {
  const running = new Set<Step>();
  let drawn = 0;
  let frame = 0;
  let timer: NodeJS.Timeout | undefined;

  const erase = (): void => {
    if (drawn === 0) return;
    moveCursor(process.stderr, 0, -drawn);
    cursorTo(process.stderr, 0);
    clearScreenDown(process.stderr);
    drawn = 0;
  };
  const draw = (): void => {
    erase();
    const width = (process.stderr.columns ?? 80) - 1;
    for (const { name, since, waitingFor } of running) {
      const line = `${SPINNER[frame % 4]} ${name} (${seconds(Date.now() - since)})${note(waitingFor)}`;
      process.stderr.write(`${cut(line, width, '~')}\n`);
      drawn += 1;
    }
    frame += 1;
  };
  const say = (line: string): void => {
    erase();
    io.remark(line);
    if (io.live && running.size > 0) draw();
  };
  const fit = (line: string): string =>
    io.live ? wrap(line, process.stderr.columns ?? 80, '     ') : line;
  const mark = (ok: boolean): string => {
    const text = ok ? 'ok  ' : 'FAIL';
    if (!io.live || process.env['NO_COLOR']) return text;
    return ok ? pc.green(text) : pc.red(text);
  };

  return {
    async step(title, work) {
      const name = told(title);
      const step: Step = { name, since: Date.now(), waitingFor: '' };
      running.add(step);
      if (io.live) timer ??= setInterval(draw, 120).unref();
      else io.remark(`...  ${name}`);
      const since = (): string => seconds(Date.now() - step.since);
      const remind = (): void => io.remark(`...  ${name} (${since()})${note(step.waitingFor)}`);
      const reminder = io.live ? undefined : setInterval(remind, REMINDER).unref();
      const end = (ok: boolean, result: Told): void => {
        running.delete(step);
        clearInterval(reminder);
        if (running.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
        say(fit(`${mark(ok)} ${name} (${since()})${note(result)}`));
      };
      try {
        const result = await work((text) => {
          step.waitingFor = text;
        });
        end(true, typeof result === 'string' || isText(result) ? result : '');
        return result;
      } catch (error) {
        end(false, '');
        throw error;
      }
    },
    announce: (text) => say(told(text)),
    async confirm(text, otherwise = true) {
      clearInterval(timer);
      timer = undefined;
      erase();
      return io.confirm(text, otherwise);
    },
    stop() {
      clearInterval(timer);
      erase();
    },
  };
}
