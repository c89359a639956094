import { build } from './build';
import { NO_HOSTS, withHosts, type Hosts } from './hosts';
import type { Lab } from './lab';
import { leaveOut } from './left-out';
import { describePath, TopologyError, type Finding, type Problem } from './problems';
import { RULES } from './rules';
import { makeDraft } from './rules/draft';
import { examineShape } from './shape';
import type { Topology } from './topology';

/**
 * Turns what a topology file exports into a lab.
 *
 * @param file Name of the file for messages.
 * @param hosts What the user says about the hosts of its nodes.
 * @throws TopologyError with everything that is wrong, not only the first.
 */
export function validate(written: unknown, file: string, hosts: Hosts = NO_HOSTS): Lab {
  const input = withHosts(written, hosts);
  const { findings, untyped } = examineShape(input);
  const draft = makeDraft(input, untyped);
  const ruled = draft === undefined ? [] : RULES.flatMap((rule) => [...rule(draft)]);
  const [first, ...others] = [...findings, ...ruled].map((finding) => inWords(finding, input));
  if (first !== undefined) throw new TopologyError(file, [first, ...others]);
  if (draft === undefined) throw new Error(`${file}: no problem was found, and no lab`);
  return leaveOut(build(input as Topology, draft), hosts);
}

const inWords = ({ path, message, why, next }: Finding, input: unknown): Problem => ({
  path: describePath(path, input),
  message,
  why,
  next,
});
