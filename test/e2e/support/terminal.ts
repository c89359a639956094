import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { command } from './lab';

const SETTINGS = 'set -g history-limit 50000\nset -g remain-on-exit on\nset -g status off\n';

/** What a program left in a terminal. */
export interface Screen {
  readonly code: number;
  /** As a person sees them. */
  readonly lines: readonly string[];
  /** Lines that did not fit the width, whole. */
  readonly wrapped: readonly string[];
  /** What was to be seen on the way, without repetitions. */
  readonly frames: readonly string[];
}

/** Runs a program in a terminal of tmux's, with a server of its own that ends with it. */
export async function onTerminal(
  columns: number,
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Screen> {
  const folder = mkdtempSync(join(tmpdir(), 'lab-terminal-'));
  const settings = join(folder, 'tmux.conf');
  writeFileSync(settings, SETTINGS);
  const tmux = async (...words: string[]): Promise<string> => {
    const server = ['-S', join(folder, 'socket'), '-f', settings, '-u'];
    const { code, stdout, stderr } = await command(['tmux', ...server, ...words], env);
    if (code !== 0) throw new Error(`tmux ${words.join(' ')}: ${stderr}`);
    return stdout;
  };
  try {
    const ended = join(folder, 'ended');
    const script = '"$@"; echo $? >"$0.part"; mv "$0.part" "$0"';
    const shell = ['sh', '-c', script, ended, ...argv];
    await tmux('new-session', '-d', '-x', String(columns), '-y', '40', ...shell);
    const frames = new Set<string>();
    for (let tries = 600; !existsSync(ended); tries -= 1) {
      if (tries === 0) throw new Error(`${argv.join(' ')} does not end`);
      frames.add(await tmux('capture-pane', '-p'));
      await setTimeout(200);
    }
    const all = async (...words: string[]): Promise<string[]> =>
      (await tmux('capture-pane', '-p', '-S', '-', ...words))
        .split('\n')
        .map((line) => line.trimEnd())
        .filter((line) => line !== '' && !line.startsWith('Pane is dead'));
    const lines = await all();
    const shown = new Set(lines);
    const wrapped = (await all('-J')).filter((line) => !shown.has(line));
    return { code: Number(readFileSync(ended, 'utf8')), lines, wrapped, frames: [...frames] };
  } finally {
    await tmux('kill-server').catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  }
}
