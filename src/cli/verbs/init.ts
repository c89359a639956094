import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { dirname, join } from 'node:path';
import { Argument, Option, type Command } from 'commander';
import { LAB_NAME } from '../../topology/formats';
import { readConfig } from '../../platform/config';
import { LabError } from '../../platform/errors';
import { fileError } from '../../platform/file-error';
import { loadTopology } from '../../sources/own/load';
import { freeRange, fromTemplate, TEMPLATES, type Template } from '../../sources/templates';
import { say } from '../../i18n/say';
import { terminalIo } from '../io';
import { phrase, verbatim } from '../../text/text';
import { helpEnd } from '../help';

interface InitOptions {
  readonly template: string;
  readonly range?: string;
}

/** `lab init`: a first topology of one's own. */
export function register(command: Command): void {
  command
    .addArgument(new Argument('[name]', say('name of the lab and of its file')).default('mine'))
    .addOption(
      new Option('--template <template>', say('what to start from'))
        .choices(TEMPLATES.map(({ id }) => id))
        .default('bridge'),
    )
    .option(
      '--range <range>',
      say("first three numbers of the nodes' /24; default: one that is free"),
    )
    .addHelpText(
      'after',
      helpEnd({
        templates: [
          ['bridge', phrase('two containers on a network of their own, and one that is not on it')],
          ['web', phrase('a web server with a published port, and a store on an internal network')],
          ['two-nodes', phrase('a web server on one node, its client on the other')],
        ],
        examples: [
          ['./lab init', verbatim('topologies/mine.ts')],
          ['./lab init shop --template web', verbatim('topologies/shop.ts')],
        ],
        notes: [phrase('docs/own-topology.md goes on from there.')],
      }),
    )
    .action(async (name: string, { template: id, range }: InitOptions) => {
      const template = TEMPLATES.find((one) => one.id === id) ?? TEMPLATES[0]!;
      const file = await write(name, template, range);
      terminalIo().print(nextSteps(name, file, template));
    });
}

/** @throws LabError for a name that cannot be, and where there is such a file */
async function write(name: string, template: Template, wanted?: string): Promise<string> {
  const { root, home } = readConfig();
  const where = `./lab init ${name}`;
  // The nodes' names are longer by `-node1`.
  if (!LAB_NAME.fits(name) || name.endsWith('-')) {
    const what = phrase('{value} is no lab name', { value: JSON.stringify(name) });
    throw new LabError(what, { where, why: LAB_NAME_WHY, next: LAB_NAME_NEXT });
  }
  const file = `topologies/${name}.ts`;
  const path = join(root, file);
  if (existsSync(path)) {
    const what = phrase('{file} is there already', { file });
    throw new LabError(what, {
      where,
      why: phrase('nothing is written over'),
      next: phrase('choose another name, or remove the file'),
    });
  }
  const range = wanted ?? freeRange(rangesTaken(root));
  if (range === undefined || !/^(\d{1,3}\.){2}\d{1,3}$/.test(range)) {
    throw new LabError(phrase('no range for the nodes'), {
      where,
      why:
        range === undefined
          ? phrase('192.168.220.0/24 to 192.168.250.0/24 are all in use')
          : phrase('{range} is not the first three numbers of an address', { range }),
      next: phrase('name one: --range 10.20.30'),
    });
  }
  try {
    mkdirSync(dirname(path), { recursive: true });
    const text = fromTemplate(template, { name, range });
    // Of a package the types come by its name.
    writeFileSync(
      path,
      root === home ? text : text.replace("'../model/topology'", "'docker-network-lab'"),
    );
  } catch (error) {
    throw fileError('written', path, error);
  }
  try {
    await loadTopology(path);
  } catch (error) {
    rmSync(path);
    throw error;
  }
  return file;
}

const LAB_NAME_WHY = phrase('it becomes the name of a file, of a stack and of nodes');
const LAB_NAME_NEXT = phrase(
  'use a to z, 0 to 9 and "-", at most 40 characters, a letter or digit at both ends',
);

/** Texts that name ranges in use: the other topologies, and the addresses of this machine. */
function rangesTaken(root: string): string[] {
  const folder = join(root, 'topologies');
  const files = (existsSync(folder) ? readdirSync(folder) : []).filter((file) =>
    file.endsWith('.ts'),
  );
  return [
    ...files.map((file) => readFileSync(join(folder, file), 'utf8')),
    ...Object.values(networkInterfaces()).flatMap((interfaces = []) =>
      interfaces.map(({ address }) => address),
    ),
  ];
}

function nextSteps(name: string, file: string, { explain }: Template): string {
  const [from, to] = explain.map((one) => one.replace('{name}', name));
  const steps = [
    [`export LAB_TOPOLOGY=${file}`, say('from now on every command in this shell means your lab')],
    ['./lab up', say('nodes, networks, containers; then everything is measured')],
    [`./lab explain ${from} ${to}`, say('why, step by step')],
    ['./lab down', say('when you are done')],
  ] as const;
  const width = Math.max(...steps.map(([command]) => command.length));
  return [
    say('{file} is written. Next:', { file }),
    ...steps.map(([command, what]) => `  ${command.padEnd(width)}  # ${what}`),
    say('How to change it: docs/own-topology.md'),
  ].join('\n');
}
