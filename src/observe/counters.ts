import type { InventoryNode } from '../nodes/inventory';
import type { Run } from '../platform/run';

/** A firewall rule that met packets. */
export interface Hit {
  readonly node: string;
  /** `raw`, `mangle`, `nat` or `filter`. */
  readonly table: string;
  /** As `iptables -S` prints it. */
  readonly rule: string;
  /** Packets that met it between two readings. */
  readonly packets: number;
}

/** Packets by table and rule; the same rule twice in a chain counts together. */
export type Counters = ReadonlyMap<string, number>;

/** Reads the packet counters of every firewall rule of a node; empty where they cannot be read. */
export async function readCounters(node: InventoryNode, run: Run): Promise<Counters> {
  const { stdout } = await run([...node.exec, 'iptables-save', '--counters'], { timeout: 10_000 });
  return parseCounters(stdout);
}

export function parseCounters(text: string): Counters {
  const counters = new Map<string, number>();
  let table = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('*')) table = line.slice(1);
    const match = /^\[(\d+):\d+\] (-A .+)$/.exec(line);
    if (match === null) continue;
    const key = `${table} ${match[2]}`;
    counters.set(key, (counters.get(key) ?? 0) + Number(match[1]));
  }
  return counters;
}

/** Rules whose counter rose, in the order of the tables that a packet passes. */
export function hits(node: string, before: Counters, after: Counters): Hit[] {
  const order = ['raw', 'mangle', 'nat', 'filter'];
  return [...after]
    .map(([key, packets]): Hit => {
      const [table = '', ...rule] = key.split(' ');
      return { node, table, rule: rule.join(' '), packets: packets - (before.get(key) ?? 0) };
    })
    .filter(({ packets }) => packets > 0)
    .sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table));
}
