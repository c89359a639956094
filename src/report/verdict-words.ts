import {
  idOf,
  isStructure,
  type EdgeVerdict,
  type StructureVerdict,
  type Verdict,
} from '../verdict/result';
import { edgeLabel } from '../topology/edge';
import type { Prediction } from '../predict/prediction';
import { statementIn, statedValueIn, verdictWords } from '../i18n/catalogue';
import type { Language } from '../i18n/languages';
import { language } from '../i18n/say';

/** The label of an edge, or the sentence of a statement, in the language that is spoken. */
export const subjectText = (verdict: Verdict): string => subjectIn(language(), verdict);

export const subjectIn = (language: Language, verdict: Verdict): string =>
  verdict.kind === 'edge' ? edgeLabel(verdict.edge) : statementIn(language, verdict.statement);

/** The statements of a result by their ids: what a cause of its verdicts means. */
export const statementsById = (
  verdicts: readonly Verdict[],
): ReadonlyMap<string, StructureVerdict> =>
  new Map(verdicts.filter(isStructure).map((verdict) => [idOf(verdict), verdict]));

/** What it is expected to be, in the language that is spoken. */
export const expectedText = (verdict: Verdict): string =>
  verdict.kind === 'edge'
    ? expectedIn(language(), verdict)
    : statedValueIn(language(), verdict.wanted);

/** What was found, in the language that is spoken; empty where nothing was. */
export const measuredText = (verdict: Verdict): string =>
  verdict.kind === 'edge' ? foundIn(language(), verdict) : statedFoundIn(language(), verdict);

export const expectedIn = (
  language: Language,
  {
    edge,
    prediction,
  }: { readonly edge: EdgeVerdict['edge']; readonly prediction: Pick<Prediction, 'outcome'> },
): string => verdictWords(language).expected(prediction.outcome, edge.target);

export const foundIn = (language: Language, { found }: Pick<EdgeVerdict, 'found'>): string =>
  found === undefined ? '' : verdictWords(language).found(found);

/** What was found of a statement; empty where nothing was asked for, or it could not be examined. */
export const statedFoundIn = (
  language: Language,
  { found, status }: Pick<StructureVerdict, 'found' | 'status'>,
): string => (found === undefined || status === 'error' ? '' : statedValueIn(language, found));
