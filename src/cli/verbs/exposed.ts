import type { Command } from 'commander';
import { exposed, type Opening } from '../../edges/exposed';
import { EXPOSED_FORMS, type ExposedFormat } from '../../report/exposed/render';
import { placeText } from '../../sources/source';
import { createContext, type Context } from '../context';
import { known } from '../known';
import { formatOption } from '../options';
import { sourceOptions } from '../source-options';
import { tellUnsaid } from '../unsaid';
import { helpEnd } from '../help';
import { phrase } from '../../text/text';

/** `lab exposed`: which ports of the nodes are open, and to whom. */
export function register(command: Command): void {
  sourceOptions(command)
    .addOption(formatOption(EXPOSED_FORMS))
    .addHelpText(
      'after',
      helpEnd({
        examples: [
          './lab exposed --topology compose.yaml',
          './lab exposed -f compose.yaml -f compose.prod.yaml --format json',
        ],
        notes: [phrase('What is predicted is told; docs/compose.md says of what is not known.')],
      }),
    )
    .action(async ({ format }: { format: ExposedFormat }) => {
      const context = await createContext({ predicts: true });
      const { lab, facts, line } = await known(context);
      context.io.remark(line);
      const openings = exposed(lab, facts);
      const placeOf = places(context);
      const { name, unsaid = [] } = lab;
      if (format === 'table') tellUnsaid(context, undefined);
      context.io.print(EXPOSED_FORMS[format]({ lab: name, openings, placeOf, unsaid }));
    });
}

/** Where the source writes what publishes a port. */
function places({ source }: Context): ((opening: Opening) => string | undefined) | undefined {
  if (source === undefined) return undefined;
  const { containers = [], services = [] } = source.topology;
  return ({ by, kind }) => {
    const part = kind === 'published' ? ['ports'] : [];
    const at = containers.findIndex(({ name }) => name === by);
    if (at >= 0) return placeText(source.placeOf(['containers', at, ...part]));
    const index = services.findIndex(({ name }) => name === by);
    return index < 0 ? undefined : placeText(source.placeOf(['services', index, ...part]));
  };
}
