import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../../../src/platform/config';

/** Every command that could touch the machine only says here that it was called. */
const TOOLS = [
  'docker',
  'terraform',
  'tofu',
  'apt-get',
  'ssh',
  'go',
  'dockerd',
  'vagrant',
  'sudo',
  'debootstrap',
];
/** Milliseconds. */
const PATIENCE = 45_000;

export interface Said {
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** What is there now and was not before, and commands that were called. */
  readonly touched: readonly string[];
}

/** A copy of the checkout with a home and tools of its own, in which nothing can be harmed. */
export interface Checkout {
  readonly folder: string;
  readonly file: (path: string, text: string) => string;
  readonly run: (
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
    input?: { readonly entry?: 'lab' | 'app'; readonly readOnly?: boolean },
  ) => Promise<Said>;
  readonly remove: () => void;
}

/** @param name of its folder; odd ones are a trial of their own */
export function makeCheckout(name = 'checkout'): Checkout {
  const base = mkdtempSync(join(tmpdir(), 'hard-inputs-'));
  const [folder, home, tools, called] = [name, 'home', 'tools', 'called'].map((one) =>
    join(base, one),
  ) as [string, string, string, string];
  for (const path of [folder, home, tools]) mkdirSync(path);
  copySources(folder);
  for (const tool of TOOLS) {
    writeFileSync(join(tools, tool), `#!/bin/sh\necho "$(basename "$0") $*" >>${called}\nexit 1\n`);
    chmodSync(join(tools, tool), 0o755);
  }
  const there = (): string[] => [
    ...[folder, home].flatMap((path) =>
      readdirSync(path)
        .filter((one) => one !== 'dist' && one !== 'inputs')
        .map((one) => join(path, one)),
    ),
    ...(existsSync(join(folder, '.lab')) ? readdirSync(join(folder, '.lab')) : []),
    ...(existsSync(called) ? readFileSync(called, 'utf8').trim().split('\n') : []),
  ];
  return {
    folder,
    file(path, text) {
      const at = join(folder, 'inputs', path);
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, text);
      return at;
    },
    async run(args, env = {}, { entry = 'lab', readOnly = false } = {}) {
      rmSync(called, { force: true });
      const before = there();
      const start = [process.execPath, join(folder, 'src/tool/start.cjs'), entry, ...args];
      const ended = await ask([...(readOnly ? asReadOnly(folder) : []), ...start], folder, {
        PATH: `${tools}:${dirname(process.execPath)}:/usr/bin:/bin`,
        HOME: home,
        LAB_LANG: 'en',
        ...env,
      });
      return { ...ended, touched: there().filter((one) => !before.includes(one)) };
    },
    remove: () => rmSync(base, { recursive: true }),
  };
}

/** Runs what follows where nothing can be written in a folder, by a mount that ends with it. */
const asReadOnly = (folder: string): string[] => [
  ...['unshare', '--mount', 'sh', '-c'],
  'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && cd "$0" && exec "$@"',
  folder,
];

function copySources(folder: string): void {
  const { stdout } = spawnSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      ...{ cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    },
  );
  for (const path of stdout.split('\0').filter((one) => !/^(test\/.*|node_modules|)$/.test(one))) {
    if (existsSync(join(ROOT, path))) cpSync(join(ROOT, path), join(folder, path));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}

function ask(
  [file = '', ...args]: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Omit<Said, 'touched'>> {
  const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const kept = { stdout: '', stderr: '' };
  child.stdout.on('data', (text: Buffer) => (kept.stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (kept.stderr += text.toString()));
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? undefined, ...kept });
    });
  });
}
