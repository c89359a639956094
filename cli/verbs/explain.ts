import type { Command } from 'commander';
import { observe } from '../../checks/live';
import { edgeLabel } from '../../model/edge';
import { expectations, type Expectation } from '../../model/expectations';
import { asksFor, parseWanted } from '../../model/select';
import { explanation } from '../../reports/explanation';
import { LabError } from '../../system/errors';
import { createContext, runningNodes, type Context } from '../context';
import { endpoints, unknownEndpoint } from '../endpoint-command';

/** `lab explain FROM TO`: why one endpoint reaches another, or does not. */
export function register(command: Command): void {
  command
    .argument('<from>', 'a container, a node, netns:NAME or outside')
    .argument('<to>', 'NAME, NAME@NETWORK, NAME:PORT, outside or gateway')
    .option('--live', 'also probe it, and read routes and firewall counters on the nodes', false)
    .addHelpText(
      'after',
      `
Examples:
  ./lab explain test4 test3
  ./lab explain test1 test2@test-bridge
  ./lab explain outside docker-node1:80 --live`,
    )
    .action(async (from: string, to: string, { live }: { live: boolean }) => {
      const context = await createContext();
      const wants = select(context, from, to);
      if (!live) {
        const wanted = expectations(context.lab).filter(wants);
        context.io.print(
          wanted.map((one) => explanation(one, undefined, context.io.width)).join('\n\n'),
        );
        return;
      }
      const inventory = await runningNodes(context);
      const seen = await observe({ lab: context.lab, inventory, run: context.run, wants });
      const byLabel = new Map(
        expectations(context.lab)
          .filter(wants)
          .map((one) => [edgeLabel(one.edge), one]),
      );
      const texts = seen.flatMap((observation) => {
        const one = byLabel.get(observation.verdict.subject);
        return one === undefined ? [] : [explanation(one, observation, context.io.width)];
      });
      context.io.print(texts.join('\n\n'));
      if (seen.some(({ verdict }) => verdict.status === 'fail')) process.exitCode = 1;
      else if (seen.some(({ verdict }) => verdict.status === 'error')) process.exitCode = 3;
    });
}

/** @throws LabError where no edge is meant */
function select({ lab }: Context, from: string, to: string): (one: Expectation) => boolean {
  const known = endpoints(lab);
  if (!known.includes(from)) throw unknownEndpoint(lab, from);
  const wanted = parseWanted(to);
  const wants = ({ edge }: Expectation): boolean => asksFor(edge, from, wanted);
  if (expectations(lab).some(wants)) return wants;
  throw new LabError(`no edge from ${from} to ${JSON.stringify(to)} is probed`, {
    where: `lab ${lab.name}`,
    why: `endpoints: ${known.join(', ')}; a packet that would leave the lab is never sent (docs/reachability.md)`,
    next: `./lab explain ${from} NAME shows every way to one endpoint`,
  });
}
