import { chaptersOf, claimVerdict } from '../verdict/claims';
import { countVerdicts, type CheckResult } from '../verdict/result';
import { prove, unknownParties, type Proof } from '../edges/prove';
import type { Facts } from '../network/facts';
import type { Lab } from '../topology/lab';
import { edgeLabel } from '../topology/edge';
import { placeText } from '../sources/source';
import { LabError } from '../platform/errors';
import { reasonIn, verdictWords } from '../i18n/catalogue';
import { language, say } from '../i18n/say';
import type { Context } from './context';
import { phrase, verbatim } from '../text/text';

type Given = Pick<Context, 'source'> & { readonly lab: Lab; readonly facts?: Facts | undefined };

const SHOWN = 5;

/** Every claim with what the prediction says of it. @throws LabError for one that names what is not there */
export function proofs({ lab, source, facts }: Given): Proof[] {
  const { claims = [] } = lab;
  const aliases = source?.names ?? new Map<string, string>();
  const [unknown] = unknownParties(lab, claims, aliases);
  if (unknown !== undefined) {
    const index = claims.indexOf(unknown.claim);
    throw new LabError(
      phrase('a claim names {name}, which is not there', { name: JSON.stringify(unknown.name) }),
      {
        where: whereIs({ lab, source }, index),
        why: verbatim(unknown.claim.text),
        next: phrase('name a container, a service, NETWORK/*, outside or *'),
      },
    );
  }
  return prove(lab, claims, aliases, facts);
}

const whereIs = ({ source }: Given, index: number): string =>
  source === undefined ? `claims[${index}]` : placeText(source.placeOf(['claims', index]));

/** A line a claim, and below it the ways that break it or leave it open. */
export function claimLines(given: Given, all: readonly Proof[]): string[] {
  return all.flatMap(({ claim, status, by }) => {
    const index = (given.lab.claims ?? []).indexOf(claim);
    const words = {
      holds: say('holds'),
      broken: say('BROKEN'),
      open: say('not known'),
    };
    const ways = by.slice(0, SHOWN).map(({ edge, prediction: { outcome, reasons } }) => {
      const why = reasons.at(-1);
      const text = why === undefined ? '' : ` (${reasonIn(language(), why)})`;
      return `    ${edgeLabel(edge)}: ${verdictWords(language()).outcome(outcome)}${text}`;
    });
    const more = by.length - SHOWN;
    return [
      `${words[status]}  ${claim.text}`,
      ...(status === 'holds' ? [] : [`    ${whereIs(given, index)}`, ...ways]),
      ...(more > 0 && status !== 'holds' ? [`    ${say('... and {n} more', { n: more })}`] : []),
    ];
  });
}

/** The same as a result, for programs. */
export function claimsResult({ lab }: Pick<Given, 'lab'>, all: readonly Proof[]): CheckResult {
  const status = { holds: 'pass', broken: 'fail', open: 'error' } as const;
  const verdicts = all.map((one) =>
    claimVerdict(one.claim, { status: status[one.status], by: one.by }),
  );
  return {
    ...{ lab: lab.name, chapters: chaptersOf(lab), verdicts, counts: countVerdicts(verdicts) },
    ...{ startedAt: new Date().toISOString(), durationMs: 0 },
  };
}

/** 1 where a claim is broken, 3 where one depends on what is not known. */
export function claimsExitCode(all: readonly Proof[]): 0 | 1 | 3 {
  if (all.some(({ status }) => status === 'broken')) return 1;
  return all.some(({ status }) => status === 'open') ? 3 : 0;
}

/** Before anything is touched. @throws LabError where a claim would be broken */
export function refuseBroken(given: Given): void {
  const broken = proofs(given).filter(({ status }) => status === 'broken');
  const [first] = broken;
  if (first === undefined) return;
  throw new LabError(phrase('a deploy would break a claim: {claim}', { claim: first.claim.text }), {
    where: whereIs(given, (given.lab.claims ?? []).indexOf(first.claim)),
    why:
      first.by[0] === undefined ? phrase('nothing answers') : verbatim(edgeLabel(first.by[0].edge)),
    next: phrase('./lab check --predicted shows every way; change the topology or the claim'),
  });
}
