import type { Verdict } from '../verdict/result';
import { verdictJson } from '../report/json';
import { reasonIn } from '../i18n/catalogue';
import type { Nodes } from './place';
import type { Trial } from './trial';

/** What all topologies of a run showed. */
export interface Totals {
  readonly topologies: number;
  readonly edges: number;
  readonly wrong: number;
  readonly unmeasured: number;
  readonly disturbed: number;
  /** Second plans that were asked for, and those that were not empty. */
  readonly plans: number;
  readonly changed: number;
  /** Topologies that an engine refused. */
  readonly refused: number;
}

export const NOTHING: Totals = {
  topologies: 0,
  edges: 0,
  wrong: 0,
  unmeasured: 0,
  disturbed: 0,
  plans: 0,
  changed: 0,
  refused: 0,
};

export const add = (totals: Totals, trial: Trial): Totals => ({
  ...totals,
  topologies: totals.topologies + 1,
  edges: totals.edges + trial.edges,
  wrong: totals.wrong + trial.wrong.length,
  unmeasured: totals.unmeasured + trial.unmeasured.length,
  disturbed: totals.disturbed + trial.disturbed.length,
  plans: totals.plans + (trial.changes === undefined ? 0 : 1),
  changed: totals.changed + (isChanged(trial) ? 1 : 0),
});

/** True where a second plan is not empty. */
const isChanged = ({ changes = [] }: Trial): boolean => changes.length > 0;

export const failed = (trial: Trial): boolean =>
  trial.wrong.length + trial.unmeasured.length > 0 || isChanged(trial);

/** 0 only where something was measured, all of it is as predicted, and no second plan has anything to do. */
export const exitCode = ({
  topologies,
  edges,
  wrong,
  unmeasured,
  changed,
  refused,
}: Totals): 0 | 1 =>
  topologies > 0 && edges > 0 && wrong + unmeasured + changed + refused === 0 ? 0 : 1;

/** `seed 7: 9 endpoints, 412 edges, 0 wrong, 0 not measured (2.1 s + 1.8 s)` */
export function trialLine(seed: number, trial: Trial): string {
  const { endpoints, edges, wrong, unmeasured, disturbed, changes, ms } = trial;
  const seconds = (time: number): string => `${(time / 1000).toFixed(1)} s`;
  return [
    `seed ${seed}: ${endpoints} endpoints, ${edges} edges, ${wrong.length} wrong, ${unmeasured.length} not measured`,
    disturbed.length === 0 ? '' : `, ${disturbed.length} disturbed`,
    changes === undefined ? '' : `, second plan ${isChanged(trial) ? 'NOT empty' : 'empty'}`,
    ` (${seconds(ms.deploy)} + ${seconds(ms.check)})`,
  ].join('');
}

/** `12 topologies, 4810 edges: 0 wrong, 0 not measured` */
export const totalLine = (totals: Totals): string =>
  [
    `${totals.topologies} topologies, ${totals.edges} edges: ${totals.wrong} wrong, ${totals.unmeasured} not measured`,
    totals.disturbed === 0
      ? ''
      : `, ${totals.disturbed} disturbed (as predicted when measured again)`,
    totals.plans === 0 ? '' : `, ${totals.changed} of ${totals.plans} second plans not empty`,
    totals.refused === 0 ? '' : `, ${totals.refused} topologies refused by an engine`,
  ].join('');

/** One that is not as predicted, with the chain of reasons of the prediction. */
export function verdictLines(word: string, verdict: Verdict): string {
  const { subject, expected, measured, detail } = verdictJson(verdict);
  const { address = undefined, reasons = [] } =
    verdict.kind === 'edge'
      ? { address: verdict.address, reasons: verdict.prediction.reasons }
      : {};
  return [
    `  ${word}: ${subject}${address === undefined ? '' : ` (${address})`}`,
    `    predicted ${expected}; measured ${measured === '' ? 'nothing' : measured}${detail === '' ? '' : ` [${detail}]`}`,
    ...reasons.map((reason) => `      ${reason.rule}: ${reasonIn('en', reason)}`),
  ].join('\n');
}

/** The command that tries the same topology again. */
export const againLine = ({ engine, swarm }: Nodes, seed: number, plans = false): string =>
  `  again: npm run fuzz:engines -- --engine ${engine}${swarm === 0 ? '' : ` --swarm ${swarm}`} --runs 1 --seed ${seed}${plans ? ' --plans' : ''}`;
