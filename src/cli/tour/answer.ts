/** What a person wants of the tour. */
export type Answer =
  | { readonly kind: 'on' | 'skip' | 'repeat' | 'chapter' | 'quit' | 'help' }
  /** A command of their own; `endpoint` where it is not to run on the step's. */
  | { readonly kind: 'own'; readonly endpoint?: string; readonly command: string }
  | { readonly kind: 'unknown'; readonly text: string };

const KINDS = { '': 'on', s: 'skip', r: 'repeat', c: 'chapter', q: 'quit', '?': 'help' } as const;

/** Reads an answer; the end of input is leaving. */
export function parseAnswer(line: string | undefined): Answer {
  if (line === undefined) return { kind: 'quit' };
  const text = line.trim();
  const own = /^!\s*(?:(\S+)\s+--\s+)?(.+)$/s.exec(text);
  if (own?.[2] !== undefined) {
    return { kind: 'own', command: own[2], ...(own[1] === undefined ? {} : { endpoint: own[1] }) };
  }
  const key = text.toLowerCase();
  return Object.hasOwn(KINDS, key)
    ? { kind: KINDS[key as keyof typeof KINDS] }
    : { kind: 'unknown', text };
}
