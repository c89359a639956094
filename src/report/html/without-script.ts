import type { Status, Verdict } from '../../verdict/result';
import { verdictJson } from '../json';
import { allEdges, statusOf, verdictOf } from './data/decode';
import type { ReportData } from './data/types';

/** What a reader whose program runs no script sees: the counts, and what differs. */
export function withoutScript(data: ReportData, escape: (text: string) => string): string {
  const { counts, lab, startedAt } = data;
  const isWrong = (status: Status | undefined): boolean => status === 'fail' || status === 'error';
  const wrong: readonly Verdict[] = [
    ...data.structure.filter(({ status }) => isWrong(status)),
    ...allEdges(data)
      .filter((edge) => isWrong(statusOf(data, edge)))
      .map((edge) => verdictOf(data, edge)),
  ];
  const items = wrong.slice(0, SHOWN).map((verdict) => {
    const { subject, expected, measured, detail } = verdictJson(verdict);
    const found = measured === '' ? detail : measured;
    return `<li>${escape(`${subject}: expected ${expected}, measured ${found}`)}</li>`;
  });
  return [
    `<h1>${escape(lab.title)}</h1>`,
    `<p>${escape(lab.name)} · ${escape(startedAt)}</p>`,
    `<p>${counts.pass} hold, ${counts.fail} differ, ${counts.error} not examined, ${counts.skipped} skipped</p>`,
    ...(items.length === 0 ? [] : [`<ul>${items.join('')}</ul>`]),
    '<p lang="en">The picture and the matrix need JavaScript: open this file in a browser.</p>',
    '<p lang="zh-Hans">图和矩阵需要 JavaScript：请用浏览器打开本文件。</p>',
  ].join('\n');
}

const SHOWN = 200;
