import type { Statement } from '../../edges/statement';
import type { StatedValue } from '../../edges/statement-value';
import type { EndpointId } from '../../topology/edge';
import type { Facts } from '../../network/facts';
import type { Lab } from '../../topology/lab';
import type { Mending } from '../mend';
import type { PlacedLab } from '../../observe/place';
import type { StructureVerdict, Verdict } from '../result';
import { judge } from '../structure/judge';
import type { States } from '../../observe/state';
import type { Text } from '../../text/text';

/** What a failed check is explained with. */
export interface Evidence {
  readonly lab: PlacedLab;
  readonly facts: Facts;
  /** What was on the nodes before anything was probed. */
  readonly before: States;
  /** The same afterwards, in full. */
  readonly after: States;
  /** The packets are being followed already. */
  readonly followed?: boolean;
}

/** A difference that explains edges. It is told only where it does. */
export interface Cause {
  readonly verdict: StructureVerdict;
  readonly explains: (verdict: Verdict) => boolean;
}

/** Finds causes of one kind. */
export type FindCauses = (evidence: Evidence, unexplained: readonly Verdict[]) => readonly Cause[];

export interface Difference {
  readonly to: EndpointId;
  /** What should hold. */
  readonly statement: Statement;
  readonly wanted: StatedValue;
  readonly found: StatedValue;
  readonly mending: Mending | { readonly hint: Text };
  readonly command?: string;
  readonly network?: string;
}

/** The verdict of a cause, in the chapter of what it is about. */
export const difference = (lab: Lab, { mending, ...rest }: Difference): StructureVerdict =>
  judge({ chapter: chapterOf(lab, rest.to), ...rest, holds: false, ...mending });

const chapterOf = (lab: Lab, endpoint: EndpointId): string =>
  [...lab.containers, ...lab.services, ...lab.nodes].find(({ name }) => name === endpoint)
    ?.chapter ??
  lab.namespacePairs.find(({ ends }) => ends.some(({ name }) => `netns:${name}` === endpoint))
    ?.chapter ??
  lab.chapters[0]?.id ??
  '';
