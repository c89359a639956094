import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { say } from '../../i18n/say';
import { htmlPage } from '../../report/html/page';
import { LabError, messageOf } from '../../platform/errors';
import { writeWhole } from '../../platform/whole-file';
import { findLastCheck, hasChanged, measure } from '../check-run';
import { reportData } from '../../report/html/data/build';
import { createContext, type Context } from '../context';
import { known } from '../known';
import { predictedResult } from '../predicted';
import { sourceOptions } from '../source-options';
import { tellUnsaid } from '../unsaid';
import { dataOf } from '../report/data';
import { checkAddress } from '../report/guard';
import { watch } from '../report/watch';
import { phrase } from '../../text/text';
import { helpEnd } from '../help';

interface ReportOptions {
  readonly output?: string;
  readonly check: boolean;
  readonly predicted: boolean;
  readonly watch: boolean;
  readonly host: string;
  readonly port: number;
  readonly every: number;
  readonly expose: boolean;
}

/** `lab report`: the last check as one HTML file, or live in a browser. */
export function register(command: Command): void {
  sourceOptions(command)
    .option('-o, --output <file>', say('the file (default: .lab/NAME/report.html)'))
    .option('--check', say('measure first'), false)
    .option('--predicted', say('measure nothing: what the topology alone says'), false)
    .option('--watch', say('serve it on this machine, and update it as checks run'), false)
    .option('--host <address>', say('with --watch: address to listen on'), '127.0.0.1')
    .option('--port <port>', say('with --watch: port to listen on, 0 for any'), port, 4205)
    .option(
      '--every <seconds>',
      say('with --watch: seconds between checks, 0 for none'),
      seconds,
      20,
    )
    .option('--expose', say('with --watch: allow an address that others can reach'), false)
    .addHelpText(
      'after',
      helpEnd({
        examples: [
          ['./lab report', phrase('of the last check')],
          ['./lab report --check --output lab.html', phrase('measure, then write')],
          './lab report --predicted --topology compose.yaml',
          ['./lab report --watch', phrase('then open the address that it prints; Ctrl-C ends it')],
        ],
      }),
    )
    .action(async (options: ReportOptions) => {
      const predicts = options.predicted || (!options.check && !options.watch);
      const context = await createContext({ predicts });
      if (options.predicted || context.source !== undefined) await predicted(context, options);
      else if (options.watch) await live(context, options);
      else await write(context, options);
    });
}

async function write(context: Context, { output, check }: ReportOptions): Promise<void> {
  const { lab, paths, config, io, progress } = context;
  if (check) await progress.step(phrase('measure'), () => measure(context).then(() => ''));
  const found = findLastCheck(context);
  if (found.kind !== 'whole') {
    const damaged = found.kind === 'damaged';
    throw new LabError(
      damaged ? phrase('the last check cannot be read') : phrase('nothing was measured yet'),
      {
        where: paths.lastCheck,
        why: damaged ? found.why : phrase('a report is of a check'),
        next: phrase('./lab report --check (the lab must be up), or ./lab up for everything'),
      },
    );
  }
  const last = found.value;
  if (hasChanged(last, lab)) {
    io.remark(
      say('The topology has changed since the last check: the report shows what was measured.'),
    );
  }
  const file = output === undefined ? join(paths.lab, 'report.html') : resolve(output);
  const page = htmlPage(await dataOf(last));
  if (output === undefined) writeWhole(file, page);
  else put(file, page);
  io.print(relative(config.root, file).startsWith('..') ? file : relative(config.root, file));
}

/** @throws LabError where it cannot be written */
function put(file: string, page: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, page);
  } catch (error) {
    throw new LabError(phrase('the report cannot be written'), {
      where: file,
      why: messageOf(error),
      next: phrase('name another file with --output'),
    });
  }
}

/** Of a topology that nothing was measured of. */
async function predicted(context: Context, { output }: ReportOptions): Promise<void> {
  const { lab, facts, line } = await known(context);
  context.io.remark(line);
  tellUnsaid(context, undefined);
  const folder = process.env['LAB_FROM'] ?? process.cwd();
  const file = resolve(folder, output ?? `${lab.name}-report.html`);
  const page = htmlPage(await reportData({ result: predictedResult(lab, facts), lab }));
  put(file, page);
  context.io.print(file);
}

async function live(context: Context, options: ReportOptions): Promise<void> {
  const { host, port: listen, every, expose } = options;
  const address = { host, port: listen };
  checkAddress(address, expose);
  const server = await watch(context, { address, exposed: expose, every: every * 1000 });
  context.io.print(server.url);
  context.io.remark(say('Ctrl-C ends it.'));
  await new Promise<void>((end) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end());
  });
  await server.close();
}

function port(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 65535) return value;
  throw new InvalidArgumentError(say('A port is a whole number from 0 to 65535.'));
}

function seconds(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value >= 0) return value;
  throw new InvalidArgumentError(say('Seconds are a number from 0 on.'));
}
