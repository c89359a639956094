import { told } from '../i18n/say';
import { phrase, type Text } from '../text/text';

/** A line that is typed as it is, perhaps with a remark. */
type Example = string | readonly [typed: string, remark: Text];

interface HelpEnd {
  readonly templates?: readonly Example[];
  readonly examples?: readonly Example[];
  readonly notes?: readonly Text[];
}

/** What stands below the options of a command, in the language that is spoken. */
export function helpEnd({ templates = [], examples = [], notes = [] }: HelpEnd): string {
  return [
    ...block(phrase('Templates:'), templates),
    ...block(phrase('Examples:'), examples),
    ...notes.map(told),
  ].join('\n');
}

function block(title: Text, lines: readonly Example[]): string[] {
  if (lines.length === 0) return [];
  const width = Math.max(0, ...lines.map((one) => (typeof one === 'string' ? 0 : one[0].length)));
  return [
    '',
    told(title),
    ...lines.map((one) =>
      typeof one === 'string' ? `  ${one}` : `  ${one[0].padEnd(width)}   ${told(one[1])}`,
    ),
  ];
}
