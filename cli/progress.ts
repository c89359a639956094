import { cursorTo, clearScreenDown, moveCursor } from 'node:readline';
import pc from 'picocolors';
import type { Reporter } from '../kit/reporter';
import type { Io } from './io';

interface Step {
  readonly name: string;
  readonly since: number;
  waitingFor: string;
}

const SPINNER = ['|', '/', '-', '\\'];
const SECOND = 1000;

const seconds = (ms: number): string => `${(ms / SECOND).toFixed(1)} s`;

/** Work in steps, side by side or in turn, told on standard error. */
export interface Progress extends Reporter {
  /** Takes the moving lines away, so that others can write. */
  stop(): void;
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
      const note = waitingFor === '' ? '' : `: ${waitingFor}`;
      const line = `${SPINNER[frame % 4]} ${name} (${seconds(Date.now() - since)})${note}`;
      process.stderr.write(`${line.slice(0, width)}\n`);
      drawn += 1;
    }
    frame += 1;
  };
  const tellLine = (line: string): void => {
    erase();
    io.remark(line);
    if (io.live && running.size > 0) draw();
  };
  const mark = (ok: boolean): string => {
    const text = ok ? 'ok  ' : 'FAIL';
    if (!io.live || process.env['NO_COLOR']) return text;
    return ok ? pc.green(text) : pc.red(text);
  };

  return {
    async step(name, work) {
      const step: Step = { name, since: Date.now(), waitingFor: '' };
      running.add(step);
      if (io.live) timer ??= setInterval(draw, 120).unref();
      else io.remark(`...  ${name}`);
      const end = (ok: boolean, note: string): void => {
        running.delete(step);
        if (running.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
        tellLine(`${mark(ok)} ${name}${note} (${seconds(Date.now() - step.since)})`);
      };
      try {
        const result = await work((text) => {
          step.waitingFor = text;
        });
        end(true, typeof result === 'string' && result !== '' ? `: ${result}` : '');
        return result;
      } catch (error) {
        end(false, '');
        throw error;
      }
    },
    announce: tellLine,
    async confirm(text) {
      clearInterval(timer);
      timer = undefined;
      erase();
      return io.confirm(text, true);
    },
    stop() {
      clearInterval(timer);
      erase();
    },
  };
}
