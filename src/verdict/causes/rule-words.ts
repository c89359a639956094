import type { FirewallRule } from '../../observe/state';

/** The words of a line as `iptables -S` prints it, which quotes as a shell does. */
function wordsOf(text: string): string[] {
  const found = text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g);
  return [...found].map(([, quoted, bare = '']) =>
    quoted === undefined ? bare : quoted.replaceAll(/\\(.)/g, '$1'),
  );
}

/** What follows an option of a rule; undefined where it has none, and where it says the opposite. */
export function option(text: string, ...names: readonly string[]): string | undefined {
  const words = wordsOf(text);
  const at = words.findIndex((word) => names.includes(word));
  return at < 1 || words[at - 1] === '!' ? undefined : words[at + 1];
}

/** What a rule does with a packet: `DROP`, `ACCEPT`, a chain's name. */
export const target = (text: string): string => option(text, '-j', '--jump', '-g', '--goto') ?? '';

const STOPS = ['DROP', 'REJECT', 'TARPIT', 'STEAL'];
const DIVERTS = [
  'REDIRECT',
  'DNAT',
  'SNAT',
  'MASQUERADE',
  'NETMAP',
  'TPROXY',
  'ROUTE',
  'TEE',
  'TTL',
];
const PASSES = ['ACCEPT', 'RETURN'];

/** What a rule may do to an edge that is not as expected; undefined where it changes nothing by itself. */
export function effectOf({
  text,
}: Pick<FirewallRule, 'text'>): 'stops' | 'diverts' | 'lets pass' | undefined {
  const does = target(text);
  if (STOPS.includes(does)) return 'stops';
  if (DIVERTS.includes(does)) return 'diverts';
  return PASSES.includes(does) ? 'lets pass' : undefined;
}

/** The words that take a rule out again. */
export const deleting = (
  { table, text }: FirewallRule,
  family: 'ip4' | 'ip6',
): readonly string[] => [
  family === 'ip4' ? 'iptables' : 'ip6tables',
  ...['-w', '-t', table],
  ...wordsOf(text.replace(/^-A/, '-D')),
];
