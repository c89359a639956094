import type { FirewallRule } from './state';

/** Lines by the tables that they are of, as facts.pl prints them: `[12:720] -A INPUT -j DROP`, `-N MINE`. */
export const parseRules = (
  lines: readonly (readonly [table: string, line: string])[],
): FirewallRule[] =>
  lines.map(([table, line]) => {
    const [, packets = '0', text = line] = /^\[(\d+):\d+\] (.*)$/.exec(line) ?? [];
    return { table, text, packets: Number(packets) };
  });

/** The same where the table is the first word of each line. */
export const parseTabled = (lines: readonly string[]): FirewallRule[] =>
  parseRules(
    lines.map((line) => {
      const [table = '', ...rest] = line.split(' ');
      return [table, rest.join(' ')] as const;
    }),
  );
