import { NODE1, NODE2 } from '../support/lab';

/** A command on a node. */
export interface Step {
  readonly node: string;
  readonly argv: readonly string[];
}

/** A fault that is put into the running lab by hand, and what must be found: that and nothing else. */
export interface Fault {
  readonly name: string;
  readonly inject: readonly Step[];
  /** Takes it out again, by hand as far as that goes. */
  readonly heal: readonly Step[];
  /** What does the rest; `rejoin`: the nodes first, then a repair. */
  readonly then?: 'repair' | 'deploy' | 'rejoin';
  /** The difference that is named first, as the cause of the others; default: one of `structure`. */
  readonly cause?: RegExp;
  /** The sentence that says what to do. */
  readonly hint?: RegExp;
  /**
   * What the named difference says is done, and then `heal` is not asked: `repair` where the lab mends it by itself,
   * else its command; `by hand`: its command in any case.
   */
  readonly named?: true | 'by hand';
  /** Every failing edge matches; default: no edge fails. */
  readonly only?: RegExp;
  /** Each of these fails. */
  readonly edges?: readonly string[];
  /** Each matches a failing structure line. */
  readonly structure?: readonly RegExp[];
  /** Structure lines that may fail as well. */
  readonly also?: RegExp;
  /** Also part of `./lab test`; `npm run e2e:faults` puts in all of them. */
  readonly ci?: true;
}

const on = (node: string, ...argv: readonly string[]): Step => ({ node, argv });
export const one = (...argv: readonly string[]): Step => on(NODE1, ...argv);
export const two = (...argv: readonly string[]): Step => on(NODE2, ...argv);
export const docker = (...argv: readonly string[]): Step => one('docker', ...argv);
export const iptables = (...argv: readonly string[]): Step => one('iptables', '-w', ...argv);

/** A rule at the head of a chain of node 1's filter table (or of `table`), and the way to take it out. */
export const rule = (chain: string, words: readonly string[], table = 'filter', at = one) => ({
  inject: [at('iptables', '-w', '-t', table, '-I', chain, ...words)],
  heal: [at('iptables', '-w', '-t', table, '-D', chain, ...words)],
  cause: new RegExp(` has no rule -A ${chain} .* in ${table}$`),
  named: true as const,
});

export const tcp = (port: number, ...verdict: readonly string[]) =>
  ['-p', 'tcp', '--dport', String(port), '-j', ...verdict] as const;

const PID = `pid=$(docker inspect -f '{{.State.Pid}}' "$0")`;

/** A command in the network namespace of a container on node 1. */
export const inside = (container: string, ...argv: readonly string[]): Step =>
  one('sh', '-ec', `${PID}; exec nsenter -t "$pid" -n "$@"`, container, ...argv);

/** `ip link set` for the node's end of a container's eth0. */
export const veth = (container: string, ...argv: readonly string[]): Step =>
  one(
    'sh',
    '-ec',
    `${PID}
     index=$(nsenter -t "$pid" -n ip -o link show eth0 | sed 's/.*@if\\([0-9]*\\):.*/\\1/')
     exec ip link set "$(ip -o link | sed -n "s/^$index: \\([^@]*\\)@.*/\\1/p")" "$@"`,
    container,
    ...argv,
  );

const file = (container: string, path: string, script: string): Step =>
  one('sh', '-ec', `${PID}; file=/proc/$pid/root$1; ${script}`, container, path);

/** A file of a container put through a command that reads what it holds and writes what it shall hold, and back. */
export const edited = (container: string, path: string, filter: string) => ({
  inject: [
    file(
      container,
      path,
      `cp "$file" /tmp/kept; ${filter} </tmp/kept >/tmp/new; cat /tmp/new >"$file"`,
    ),
  ],
  heal: [file(container, path, 'cat /tmp/kept >"$file"')],
});

/** Edges that begin or end at one of these, or ask for its name. */
export const about = (...names: readonly string[]): RegExp =>
  new RegExp(`(^| -> )"?(${names.join('|')})"?([@: ]|$)`);

/** Between the containers on the overlay, one on each node: what VXLAN carries. */
export const ACROSS =
  /^(test5 -> ("web-overlay"|web-overlay@test-overlay)|web-overlay -> ("test5"|test5@test-overlay))/;
/** The port that web-port publishes, wherever it is asked for. */
export const PUBLISHED = /e2e-node1\[[\d.]+\]:80\/tcp$/;
export const WEB = /:80\/tcp$/;
/** Whatever has to do with docker0 of node 1. */
export const DOCKER0 = /@bridge|^(test[123]|web|web-port) -> |"test1"|e2e-node1\[[\d.]+\]:80\/tcp$/;
