import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { readPlaced } from '../../observe/facts';
import { declaredGraph } from '../../report/graph/declared';
import type { Graph } from '../../report/graph/graph';
import { grouped } from '../../report/graph/group';
import { observedGraph } from '../../report/graph/observed';
import { GRAPH_FORMS, type GraphFormat } from '../../report/graph/render';
import { graphWords, type Language } from '../../report/graph/words';
import { LabError, messageOf } from '../../platform/errors';
import { createContext, runningNodes, type Context } from '../context';
import { known } from '../known';
import { formatOption } from '../options';
import { sourceOptions } from '../source-options';
import { tellUnsaid } from '../unsaid';
import { phrase, verbatim } from '../../text/text';
import { helpEnd } from '../help';
import { say } from '../../i18n/say';

interface GraphOptions {
  readonly format: GraphFormat;
  readonly language: Language;
  readonly live: boolean;
  readonly output?: string;
}

/** `lab graph`: the lab as a picture. */
export function register(command: Command): void {
  sourceOptions(command)
    .addOption(formatOption(GRAPH_FORMS, say('form of the picture')))
    .addOption(new Option('--language <language>').choices(Object.keys(graphWords)).default('en'))
    .option(
      '--live',
      say('as it is on the nodes, with differences from the topology marked'),
      false,
    )
    .option('-o, --output <file>', say('write to a file instead of standard output'))
    .addHelpText(
      'after',
      helpEnd({
        examples: [
          './lab graph >lab.svg',
          './lab graph --format png --output lab.png',
          ['./lab graph --format mermaid', phrase('for a Markdown file')],
          [
            './lab graph --live --output now.svg',
            phrase('what is missing, different or not declared'),
          ],
          './lab graph --topology compose.yaml >network.svg',
        ],
      }),
    )
    .action(async (options: GraphOptions) => {
      const context = await createContext({ predicts: !options.live });
      const graph = options.live ? await observed(context) : await declared(context);
      const picture = await GRAPH_FORMS[options.format](
        grouped(graph),
        graphWords[options.language],
      );
      write(picture, options.output);
    });
}

async function observed(context: Context): Promise<Graph> {
  const { lab, run } = context;
  return observedGraph(await readPlaced(lab, await runningNodes(context), run));
}

/** As the topology declares it, with what engines chose where that is known. */
async function declared(context: Context): Promise<Graph> {
  const { lab, facts, line } = await known(context);
  context.io.remark(line);
  tellUnsaid(context, undefined);
  return declaredGraph(lab, facts);
}

/** @throws LabError where the file cannot be written, or an image would go to a terminal */
function write(picture: string | Buffer, file: string | undefined): void {
  if (file === undefined) {
    if (typeof picture !== 'string' && process.stdout.isTTY) {
      throw new LabError(phrase('a terminal cannot show a PNG'), {
        why: phrase('it is binary'),
        next: verbatim('./lab graph --format png --output lab.png'),
      });
    }
    process.stdout.write(picture);
    return;
  }
  try {
    writeFileSync(resolve(file), picture);
  } catch (error) {
    throw new LabError(phrase('the picture cannot be written'), {
      where: file,
      why: messageOf(error),
      next: phrase('name another file'),
    });
  }
}
