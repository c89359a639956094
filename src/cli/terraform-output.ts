import { type Text, phrase } from '../text/text';
/** A line of what Terraform prints with `-json`, as far as it is read. */
export interface Line {
  readonly type?: string;
  readonly '@level'?: string;
  readonly '@message'?: string;
  readonly changes?: { readonly add: number; readonly change: number; readonly remove: number };
  readonly change?: { readonly action: string; readonly resource: { readonly addr: string } };
  readonly hook?: { readonly action?: string; readonly resource?: { readonly addr: string } };
  readonly diagnostic?: {
    readonly severity: string;
    readonly summary: string;
    readonly detail?: string;
    readonly address?: string;
  };
}

/** What Terraform could not do. */
export interface Diagnostic {
  /** Of the resource; undefined where it is about none. */
  readonly address: string | undefined;
  /** Its own words, and what the engine answered. */
  readonly text: string;
}

/** The line, where it is one of `-json`. */
function lineOf(text: string): Line | undefined {
  try {
    return text.startsWith('{') ? (JSON.parse(text) as Line) : undefined;
  } catch {
    return undefined;
  }
}

export const linesOf = (stdout: string): Line[] =>
  stdout.split('\n').flatMap((line) => lineOf(line) ?? []);

/**
 * Its errors, in the order in which they came. A provider does not always say of which resource: then it is the one
 * that was being worked on in vain, or each of these.
 */
export function diagnosticsIn(stdout: string): Diagnostic[] {
  const lines = linesOf(stdout);
  const errored = lines.flatMap(({ type, hook }) =>
    type === 'apply_errored' ? (hook?.resource?.addr ?? []) : [],
  );
  const somewhere = errored.length === 0 ? undefined : errored.join(', ');
  return lines.flatMap(({ diagnostic, ...line }): Diagnostic[] => {
    if (line['@level'] !== 'error') return [];
    if (diagnostic === undefined) return [{ address: undefined, text: line['@message'] ?? '' }];
    const { summary, detail = '', address = somewhere } = diagnostic;
    return [{ address, text: [summary, detail].filter((text) => text !== '').join('\n') }];
  });
}

/** The sentence at the end of an apply, such as `Resources: 2 added, 0 changed, 0 destroyed.` */
export const summaryIn = (stdout: string): Text | undefined =>
  linesOf(stdout)
    .map((line) => COMPLETE.exec(line['@message'] ?? ''))
    .filter((match) => match !== null)
    .map(([, added = '', changed = '', destroyed = '']) =>
      phrase('Resources: {added} added, {changed} changed, {destroyed} destroyed.', {
        added,
        changed,
        destroyed,
      }),
    )[0];

const COMPLETE = /^Apply complete! Resources: (\d+) added, (\d+) changed, (\d+) destroyed\./;

/** What a line says about what is going on; undefined where it is nothing to wait for. */
export function workIn(text: string): Text | undefined {
  const line = lineOf(text);
  const address = line?.hook?.resource?.addr;
  if (address === undefined || !/^apply_(start|progress)$/.test(line?.type ?? '')) return undefined;
  if (address === 'terraform_data.check') return phrase('measuring who can reach whom');
  if (address === 'terraform_data.leftovers')
    return phrase('removing what an interrupted command left');
  const doing = DOING[line?.hook?.action ?? ''];
  return doing === undefined ? undefined : phrase(doing, { resource: address });
}

const DOING: Readonly<
  Record<string, 'creating {resource}' | 'modifying {resource}' | 'destroying {resource}'>
> = {
  create: 'creating {resource}',
  update: 'modifying {resource}',
  delete: 'destroying {resource}',
};
