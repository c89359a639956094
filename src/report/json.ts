import { english } from '../text/tell';
import {
  idOf,
  type CheckResult,
  type EdgeVerdict,
  type StructureVerdict,
  type Verdict,
} from '../verdict/result';
import type { Prediction } from '../predict/prediction';
import { statedValueIn, reasonIn } from '../i18n/catalogue';
import { statedFoundIn, expectedIn, foundIn, subjectIn } from './verdict-words';

/** Fields may be added under the same number; a field that changes or goes away raises it. */
export const SCHEMA = 4;

/**
 * The result as JSON, a verdict a line; docs/json.md says what each field is, and docs/json-schema.ts holds it.
 */
export function json({ verdicts, ...result }: CheckResult): string {
  const head = JSON.stringify({ schema: SCHEMA, ...result }, undefined, 2);
  const lines = verdicts.map((verdict) => `    ${JSON.stringify(verdictJson(verdict))}`);
  return `${head.slice(0, -'\n}'.length)},\n  "verdicts": [\n${lines.join(',\n')}\n  ]\n}`;
}

/** What JSON says of a verdict besides its data, in English. */
interface InEnglish {
  /** What `cause` names it by: the label of an edge, or the id of a statement. */
  readonly id: string;
  /** The label of an edge, or the sentence of a statement. */
  readonly subject: string;
  readonly expected: string;
  /** Empty where nothing was found. */
  readonly measured: string;
  readonly detail: string;
  readonly hint?: string;
}

type Data<V> = Omit<V, 'detail' | 'hint'>;

export type JsonVerdict = (Data<EdgeVerdict> | Data<StructureVerdict>) & InEnglish;

/** @internal */
export interface JsonResult extends Omit<CheckResult, 'verdicts'> {
  readonly schema: number;
  readonly verdicts: readonly JsonVerdict[];
}

/** A verdict as data, and beside it in English. */
export const verdictJson = (verdict: Verdict): JsonVerdict =>
  verdict.kind === 'structure'
    ? {
        ...data(verdict),
        ...texts(verdict),
        id: idOf(verdict),
        subject: subjectIn('en', verdict),
        expected: statedValueIn('en', verdict.wanted),
        measured: statedFoundIn('en', verdict),
      }
    : {
        ...data(verdict),
        ...texts(verdict),
        id: idOf(verdict),
        subject: subjectIn('en', verdict),
        expected: expectedIn('en', verdict),
        measured: foundIn('en', verdict),
        prediction: predictionJson(verdict.prediction),
      };

/** Without its advice, which is told beside the data. */
function data<V extends Verdict>(verdict: V): Data<V> {
  const { hint, ...rest } = verdict;
  void hint;
  return rest as unknown as Data<V>;
}

const texts = ({ detail, hint }: Verdict) => ({
  detail: english(detail),
  ...(hint === undefined ? {} : { hint: english(hint) }),
});

/** A prediction whose reasons have their sentences. */
export const predictionJson = (prediction: Prediction): Prediction => ({
  ...prediction,
  reasons: prediction.reasons.map((reason) => ({ ...reason, text: reasonIn('en', reason) })),
});
