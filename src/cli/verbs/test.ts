import type { Command } from 'commander';
import { createContext, type Context } from '../context';
import { prepare } from '../prepare';
import { jestStep, machinesStep, toolStep, type StepResult } from '../test-steps';
import { helpEnd } from '../help';
import { say } from '../../i18n/say';

/** `lab test`: lint, types, unit tests, the report in a browser, and the end-to-end tests on real nodes. */
export function register(command: Command): void {
  command
    .option('--unit', say('only what needs no engine'), false)
    .addHelpText('after', helpEnd({ examples: ['./lab test', './lab test --unit'] }))
    .action(async ({ unit }: { unit: boolean }) => {
      const context = await createContext();
      const began = Date.now();
      const results = [
        ...(await quickSteps(context)),
        ...(unit ? [] : await endToEnd(context, began)),
      ];
      report(context, results);
    });
}

const TOOLS: readonly (readonly [string, readonly string[]])[] = [
  ['format', ['prettier', '--check', '.']],
  ['lint', ['eslint', '.']],
  ['what nobody uses', ['knip']],
  ['what only tests use', ['knip', '--production']],
  ['types', ['tsc', '--noEmit']],
  ['types of the report', ['tsc', '--noEmit', '-p', 'src/report/html/client']],
  ['types of its tests', ['tsc', '--noEmit', '-p', 'test/browser']],
];

async function quickSteps({ run, config, io }: Context): Promise<StepResult[]> {
  const npx = ['npx', '--no-install'];
  const results: StepResult[] = [];
  for (const [name, argv] of TOOLS) {
    io.remark(`${name} ...`);
    results.push(await toolStep(run, config.root, name, [...npx, ...argv]));
  }
  io.remark('unit tests ...');
  results.push(await jestStep(run, config.root, 'unit', () => undefined));
  return results;
}

async function endToEnd(context: Context, began: number): Promise<StepResult[]> {
  const { run, config, io } = context;
  await prepare(context);
  const jest = (project: 'browser' | 'e2e', title: string): Promise<StepResult> => {
    io.remark(`${title} ...`);
    return jestStep(run, config.root, project, (line) => io.remark(line));
  };
  const results = [
    await jest('browser', 'the report in a browser'),
    await jest('e2e', 'end-to-end tests on real nodes'),
  ];
  // Emulated machines take longer than somebody who waits for the result has patience for.
  if (!config.ci) return results;
  io.remark('the lab on virtual machines ...');
  return [...results, await machinesStep(run, config.root, began, (line) => io.remark(line))];
}

function report({ io }: Context, results: readonly StepResult[]): void {
  for (const { name, output } of results) if (output !== '') io.print(`--- ${name}\n${output}\n`);
  const sum = (key: 'passed' | 'failed' | 'skipped'): number =>
    results.reduce((total, result) => total + result[key], 0);
  for (const { name, passed, failed, skipped } of results) {
    io.print(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
  const skipped = sum('skipped');
  io.print(
    `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  );
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}
