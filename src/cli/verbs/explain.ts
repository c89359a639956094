import type { Command } from 'commander';
import { observe } from '../../verdict/live';
import { expectations, type Expectation } from '../../edges/expectations';
import { asksFor, parseWanted } from '../../edges/select';
import { explanation } from '../../report/explanation';
import { LabError } from '../../platform/errors';
import { createContext, runningNodes, type Context } from '../context';
import { endpointNamed, questions } from '../../edges/ask';
import { createPredictor } from '../../predict/predict';
import { sourceOptions } from '../source-options';
import { tellUnsaid } from '../unsaid';
import { endpoints, unknownEndpoint } from '../endpoint-command';
import { known, type Known } from '../known';
import { phrase } from '../../text/text';
import { helpEnd } from '../help';
import { say } from '../../i18n/say';

/** `lab explain FROM TO`: why one endpoint reaches another, or does not. */
export function register(command: Command): void {
  sourceOptions(command)
    .argument('<from>', say('a container, a node, netns:NAME or outside'))
    .argument('<to>', say('NAME, NAME@NETWORK, NAME:PORT, outside or gateway'))
    .option(
      '--live',
      say('also probe it, and read routes and firewall counters on the nodes'),
      false,
    )
    .addHelpText(
      'after',
      helpEnd({
        examples: [
          './lab explain test4 test3',
          './lab explain test1 test2@test-bridge',
          './lab explain outside docker-node1:80 --live',
          ['./lab explain web \'"db"\' --topology compose.yaml', phrase('the name itself')],
          './lab explain outside host:5432 -f compose.yaml -f compose.prod.yaml',
        ],
      }),
    )
    .action(async (from: string, to: string, { live }: { live: boolean }) => {
      const context = await createContext({ predicts: !live });
      if (context.source !== undefined) return explainSource(context, from, to);
      const { io, run } = context;
      // What cannot be asked is said before anything is waited for.
      const inventory = live ? await runningNodes(context) : undefined;
      const found = await known(context);
      const { wants, wanted } = select(found, from, to);
      if (inventory === undefined) {
        io.remark(found.line);
        io.print(wanted.map((one) => explanation(one, undefined, io.width)).join('\n\n'));
        return;
      }
      const seen = await observe({ lab: context.lab, inventory, run, wants });
      io.print(seen.map((one) => explanation(one.expectation, one, io.width)).join('\n\n'));
      if (seen.some(({ verdict }) => verdict.status === 'fail')) process.exitCode = 1;
      else if (seen.some(({ verdict }) => verdict.status === 'error')) process.exitCode = 3;
    });
}

/** Any port, name and address may be asked for, since nothing is probed. */
async function explainSource(context: Context, from: string, to: string): Promise<void> {
  const { lab, io, source } = context;
  const aliases = source?.names ?? new Map<string, string>();
  const sender = endpointNamed(lab, from, aliases);
  if (sender === undefined) throw unknownEndpoint(lab, from);
  const edges = questions(lab, sender, to, aliases);
  if (edges.length === 0) {
    throw new LabError(
      phrase('there is no way to ask for {to} from {from}', { to: JSON.stringify(to), from }),
      {
        where: source?.label ?? '',
        why: phrase('endpoints: {names}', { names: endpoints(lab) }),
        next: phrase(
          './lab explain {from} NAME:PORT, \'"NAME"\', or an address that the file declares',
          { from },
        ),
      },
    );
  }
  const { facts, line } = await known(context);
  const predictor = createPredictor(lab, facts);
  io.remark(line);
  tellUnsaid(context, edges);
  io.print(
    edges
      .map((edge) => ({ chapter: '', edge, prediction: predictor.predict(edge) }))
      .map((one) => explanation(one, undefined, io.width))
      .join('\n\n'),
  );
}

interface Selection {
  readonly wants: (one: Expectation) => boolean;
  readonly wanted: readonly Expectation[];
}

/** @throws LabError where no edge is meant */
function select({ lab, facts }: Known, from: string, to: string): Selection {
  const every = endpoints(lab);
  if (!every.includes(from)) throw unknownEndpoint(lab, from);
  const asked = parseWanted(to);
  const wants = ({ edge }: Expectation): boolean => asksFor(edge, from, asked);
  const wanted = expectations(lab, facts).filter(wants);
  if (wanted.length > 0) return { wants, wanted };
  throw new LabError(
    phrase('no edge from {from} to {to} is probed', { from, to: JSON.stringify(to) }),
    {
      where: phrase('lab {lab}', { lab: lab.name }),
      why: phrase(
        'endpoints: {names}; a packet that would leave the lab is never sent (docs/reachability.md)',
        { names: every },
      ),
      next: phrase('./lab explain {from} NAME shows every way to one endpoint', { from }),
    },
  );
}
