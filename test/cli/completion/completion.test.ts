import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { bash } from '../../../src/cli/completion/bash';
import { fish } from '../../../src/cli/completion/fish';
import { shapeOf } from '../../../src/cli/completion/shape';
import { zsh } from '../../../src/cli/completion/zsh';

/** A command line with one of everything. */
function program(): Command {
  const lab = new Command('lab');
  lab
    .command('check')
    .description("it's measured: all of it")
    .addOption(new Option('--format <format>', 'form').choices(['table', 'json']))
    .option('--all', 'everything');
  lab.command('explain').description('why').argument('<from>').argument('<to>');
  lab.command('exec').description('run').argument('<endpoint>').argument('<command...>');
  lab.command('tour').description('walk').argument('[chapter]');
  const nodes = lab.command('nodes').description('hosts');
  nodes.command('up').description('bring up');
  nodes.command('down').description('remove').option('--force', 'in any case');
  lab.command('secret', { hidden: true }).description('not shown');
  return lab;
}

const shape = shapeOf(program());
const folder = mkdtempSync(join(tmpdir(), 'lab-completion-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  const lab = join(folder, 'lab');
  writeFileSync(
    lab,
    '#!/bin/sh\n[ "$2" = --endpoints ] && printf \'test1\\nnetns:test1\\noutside\\n\'\n',
  );
  chmodSync(lab, 0o755);
  writeFileSync(join(folder, 'lab.bash'), bash(shape));
  writeFileSync(join(folder, 'lab.zsh'), zsh(shape));
  writeFileSync(join(folder, 'lab.fish'), fish(shape));
});

const run = (shell: string, script: string, ...args: string[]): string[] =>
  execFileSync(
    shell,
    [...(shell === 'fish' ? ['--no-config'] : []), '-c', script, shell, ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    },
  )
    .split('\n')
    .filter((line) => line !== '');

const last = (line: string): string => /\S*$/.exec(line)![0];

/** What each shell offers after a line, without descriptions. */
const ASK: Readonly<Record<string, (line: string) => string[]>> = {
  bash: (line) =>
    run(
      'bash',
      'source ./lab.bash; COMP_WORDBREAKS=$\' \\t\\n:=\'; COMP_LINE=$1; COMP_POINT=${#1}; _lab; printf "%s\\n" "${COMPREPLY[@]}"',
      line,
    ).map((word) => last(line).replace(/[^:]*$/, '') + word),
  // Without its completion system: what would be given to it.
  zsh: (line) =>
    run(
      'zsh',
      'compdef() { }; _files() { }; _normal() { }; _describe() { print -rl -- $items }; source ./lab.zsh; words=("${(@s: :)1}"); CURRENT=$#words; _lab',
      line,
    )
      .map((item) => item.replace(/(?<!\\):.*/, '').replaceAll('\\:', ':'))
      .filter((word) => word.startsWith(last(line))),
  fish: (line) =>
    run('fish', 'source ./lab.fish; complete -C $argv[2]', line).map(
      (item) => item.split('\t')[0] ?? '',
    ),
};

const here = Object.keys(ASK).filter(
  (shell) => spawnSync(shell, ['-c', 'exit 0']).error === undefined,
);

test('bash is on this machine, so that something is asked', () => expect(here).toContain('bash'));

describe.each(here)('completion in %s', (shell) => {
  test.each([
    ['./lab ', ['check', 'exec', 'explain', 'nodes', 'tour']],
    ['./lab ex', ['exec', 'explain']],
    ['./lab nodes ', ['down', 'up']],
    ['./lab nodes down --f', ['--force']],
    ['./lab check --', ['--all', '--format', '--help']],
    ['./lab check --format ', ['json', 'table']],
    ['./lab check --format j', ['json']],
    ['./lab explain ', ['netns:test1', 'outside', 'test1']],
    ['./lab explain test1 out', ['outside']],
    ['./lab explain test1 outside ', []],
    ['./lab exec netns:t', ['netns:test1']],
    ['./lab exec test1 -- ch', []],
    ['./lab tour n', ['namespaces', 'nodes', 'none']],
  ])('%j offers %j', (line, offered) => {
    expect(ASK[shell]!(line).sort()).toEqual(offered);
  });
});
