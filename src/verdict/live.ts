import { edgeLabel } from '../topology/edge';
import { expectations, type Expectation } from '../edges/expectations';
import type { Lab } from '../topology/lab';
import type { Inventory, InventoryNode } from '../nodes/inventory';
import type { Run } from '../platform/run';
import { runCheck } from './check';
import { hits, readCounters, type Hit } from '../observe/counters';
import { readPlaced } from '../observe/facts';
import { isEdge, isStructure, idOf, type EdgeVerdict, type StructureVerdict } from './result';
import { containerOf } from '../observe/state';
import { toFacts } from '../observe/to-facts';

/** One edge, followed on the running lab. */
export interface Observation {
  /** What had to hold, by what was known when it was measured. */
  readonly expectation: Expectation;
  readonly verdict: EdgeVerdict;
  /** The difference that explains it. */
  readonly cause?: StructureVerdict;
  /** What `ip route get` says where the packet starts; undefined where there is no address to ask for. */
  readonly route: string | undefined;
  /** Firewall rules that met packets while it was probed, node by node. */
  readonly hits: readonly Hit[];
}

export interface ObserveOptions {
  readonly lab: Lab;
  readonly inventory: Inventory;
  readonly run: Run;
  readonly wants: (expectation: Expectation) => boolean;
}

/** Probes the wanted edges one after the other and reads routes and firewall counters around each. */
export async function observe({
  lab,
  inventory,
  run,
  wants,
}: ObserveOptions): Promise<Observation[]> {
  const placed = await readPlaced(lab, inventory, run);
  const facts = toFacts(placed);
  const wanted = expectations(placed.lab, facts).filter(wants);
  const observations: Observation[] = [];
  for (const { edge } of wanted) {
    const id = edgeLabel(edge);
    let expectation: Expectation | undefined;
    const before = await countersOf(inventory, run);
    const result = await runCheck({
      lab,
      inventory,
      run,
      followed: true,
      expect(known, now) {
        const all = expectations(known, now);
        expectation = all.find((one) => edgeLabel(one.edge) === id);
        // The sender's own loopback is the positive control of an expected absence.
        return all.filter(
          (one) =>
            one === expectation ||
            (one.edge.from === edge.from && one.edge.target.kind === 'loopback'),
        );
      },
    });
    const after = await countersOf(inventory, run);
    const verdict = result.verdicts.filter(isEdge).find((one) => idOf(one) === id);
    if (verdict === undefined || expectation === undefined) continue;
    const cause = result.verdicts.filter(isStructure).find((one) => idOf(one) === verdict.cause);
    observations.push({
      expectation,
      verdict,
      ...(cause === undefined ? {} : { cause }),
      route: await routeOf(lab, inventory, run, edge.from, verdict.address),
      hits: inventory.nodes.flatMap(({ name }) =>
        hits(name, before.get(name) ?? new Map(), after.get(name) ?? new Map()),
      ),
    });
  }
  return observations;
}

async function countersOf({ nodes }: Inventory, run: Run) {
  const all = await Promise.all(
    nodes.map(async (node) => [node.name, await readCounters(node, run)] as const),
  );
  return new Map(all);
}

/** The route as the sender's kernel chooses it. */
async function routeOf(
  lab: Lab,
  inventory: Inventory,
  run: Run,
  from: string,
  address: string | undefined,
): Promise<string | undefined> {
  const ip = /\d+\.\d+\.\d+\.\d+/.exec(address ?? '')?.[0];
  const prefix = ip === undefined ? undefined : await enter(lab, inventory, run, from);
  if (ip === undefined || prefix === undefined) return undefined;
  const { stdout, stderr } = await run([...prefix, 'ip', 'route', 'get', ip]);
  return (stdout.trim() || stderr.trim()).split('\n')[0]?.trim();
}

/** The words that run a node's tool in the network namespace of an endpoint. */
async function enter(
  lab: Lab,
  inventory: Inventory,
  run: Run,
  from: string,
): Promise<readonly string[] | undefined> {
  const on = (name: string): InventoryNode | undefined =>
    inventory.nodes.find((node) => node.name === name);
  const node = on(from);
  if (node !== undefined) return node.exec;
  const namespace = from.replace(/^netns:/, '');
  const pair = lab.namespacePairs.find(({ ends }) => ends.some(({ name }) => name === namespace));
  if (namespace !== from && pair !== undefined) {
    return [...(on(pair.node)?.exec ?? []), 'ip', 'netns', 'exec', namespace];
  }
  if (!lab.containers.some(({ name }) => name === from)) return [];
  const placed = await readPlaced(lab, inventory, run);
  const { states } = placed;
  const container = placed.lab.containers.find(({ name }) => name === from)!;
  const pid = containerOf(states.get(container.node), from)?.pid ?? 0;
  if (pid === 0) return undefined;
  return [...(on(container.node)?.exec ?? []), 'nsenter', `--net=/proc/${pid}/ns/net`];
}
