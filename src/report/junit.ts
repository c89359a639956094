import { createRequire } from 'node:module';
import { english } from '../text/tell';
import type Builder from 'junit-report-builder';
import type { CheckResult, StructureVerdict, Verdict } from '../verdict/result';
import { reasonIn } from '../i18n/catalogue';
import { verdictJson } from './json';
import { statementsById, subjectIn } from './verdict-words';

/**
 * The result as JUnit XML: a suite for each chapter, a case for each verdict. What differs is a failure, what could
 * not be examined an error.
 */
export function junit({ lab, chapters, verdicts, startedAt }: CheckResult): string {
  // Loaded here: it takes longer than the whole command otherwise needs to start.
  const builder = createRequire(__filename)('junit-report-builder') as typeof Builder;
  const report = builder.newBuilder();
  const statements = statementsById(verdicts);
  for (const { id, title } of chapters) {
    const own = verdicts.filter(({ chapter }) => chapter === id);
    if (own.length === 0) continue;
    const suite = report
      .testSuite()
      .name(`${lab}: ${clean(title)}`)
      .timestamp(new Date(startedAt));
    for (const verdict of own) {
      const one = suite
        .testCase()
        .className(`${lab}.${id}.${verdict.kind}`)
        .name(clean(subjectIn('en', verdict)))
        .time(verdict.kind === 'edge' ? verdict.ms / 1000 : 0);
      if (verdict.status === 'fail')
        one
          .failure(clean(summary(verdict)), verdict.kind)
          .stacktrace(clean(text(verdict, statements)));
      if (verdict.status === 'error')
        one.error(clean(summary(verdict)), verdict.kind, clean(text(verdict, statements)));
      if (verdict.status === 'skipped') one.skipped();
    }
  }
  return report.build().trimEnd();
}

const summary = (verdict: Verdict): string => {
  if (verdict.status === 'error') return `not examined: ${english(verdict.detail)}`;
  const { expected, measured } = verdictJson(verdict);
  return `expected ${expected}, measured ${measured}`;
};

const text = (verdict: Verdict, statements: ReadonlyMap<string, StructureVerdict>): string => {
  const cause = statements.get(verdict.cause ?? '');
  return [
    verdict.kind === 'edge' && verdict.address && `asked     ${verdict.address}`,
    verdict.detail && `detail    ${english(verdict.detail)}`,
    verdict.command && `repeat    ${verdict.command}`,
    cause && `because   failed: ${subjectIn('en', cause)}`,
    verdict.hint && `hint      ${english(verdict.hint)}`,
    ...(verdict.kind === 'edge'
      ? verdict.prediction.reasons.map((reason) => `why       ${reasonIn('en', reason)}`)
      : []),
  ]
    .filter(Boolean)
    .join('\n');
};

// XML has no place for control characters.
const clean = (value: string): string =>
  // eslint-disable-next-line no-control-regex
  value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '?');
