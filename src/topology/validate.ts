import { build } from './build';
import { NO_HOSTS, withHosts, type Hosts } from './hosts';
import type { Lab } from './lab';
import { leaveOut } from './left-out';
import { describePath, TopologyError, type Finding, type Problem, type Rule } from './problems';
import { RULES } from './rules';
import { FOREIGN_RULES } from './rules/foreign';
import { references } from './rules/references';
import { makeDraft, type Draft } from './rules/draft';
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
  return examined(written, file, hosts, RULES);
}

/** The same for a topology of another source, which was not written for the lab. @throws TopologyError */
export const validateForeign = (written: Topology, file: string): Lab =>
  examined(written, file, NO_HOSTS, FOREIGN_RULES);

/** The same for what runs already, which an engine has let through. @throws TopologyError */
export const validateRunning = (written: Topology, file: string): Lab =>
  examined(written, file, NO_HOSTS, [references]);

function examined(
  written: unknown,
  file: string,
  hosts: Hosts,
  rules: readonly Rule<Draft>[],
): Lab {
  const input = withHosts(written, hosts);
  const { findings, untyped } = examineShape(input);
  const draft = makeDraft(input, untyped);
  const ruled = draft === undefined ? [] : rules.flatMap((rule) => [...rule(draft)]);
  const all = [...findings, ...ruled];
  const [first, ...others] = all.map((finding) => inWords(finding, input));
  if (first !== undefined) {
    throw new TopologyError(
      file,
      [first, ...others],
      all.map(({ path }) => path),
    );
  }
  if (draft === undefined) throw new Error(`${file}: no problem was found, and no lab`);
  return leaveOut(build(input as Topology, draft), hosts);
}

const inWords = ({ path, message, why, next }: Finding, input: unknown): Problem => ({
  path: describePath(path, input),
  message,
  why,
  next,
});
