import { build } from './build';
import type { Lab } from './lab';
import { describePath, TopologyError, type Finding, type Problem } from './problems';
import { RULES } from './rules';
import { makeDraft } from './rules/draft';
import { examineShape } from './shape';
import type { Topology } from './topology';

/**
 * Turns what a topology file exports into a lab.
 *
 * @param file Name of the file for messages.
 * @throws TopologyError with everything that is wrong, not only the first.
 */
export function validate(input: unknown, file: string): Lab {
  const { findings, untyped } = examineShape(input);
  const draft = makeDraft(input, untyped);
  const ruled = draft === undefined ? [] : RULES.flatMap((rule) => [...rule(draft)]);
  const [first, ...others] = [...findings, ...ruled].map((finding) => inWords(finding, input));
  if (first !== undefined) throw new TopologyError(file, [first, ...others]);
  if (draft === undefined) throw new Error(`${file}: no problem was found, and no lab`);
  return build(input as Topology, draft);
}

const inWords = ({ path, message, why, next }: Finding, input: unknown): Problem => ({
  path: describePath(path, input),
  message,
  why,
  next,
});
