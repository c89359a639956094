import ipaddr from 'ipaddr.js';
import { isOpen, OUTSIDE, receiverOf } from '../topology/edge';
import { expectations, type Expectation } from '../edges/expectations';
import type { Aliases } from '../edges/ask';
import type { Facts } from '../network/facts';
import type { Lab } from '../topology/lab';
import type { Inventory } from '../nodes/inventory';
import type { Run } from '../platform/run';
import { bind, type Bound } from '../probe/bind';
import { chaptersOf, claimVerdicts, claimWays, furtherExpectations } from './claims';
import { compare } from './compare';
import { requireControls } from './control';
import { measure } from '../probe/measure';
import { place } from '../observe/place';
import { unknownState } from '../observe/parse-facts';
import { countVerdicts, type CheckResult } from './result';
import { verbatim } from '../text/text';
import type { ContainerState, NetworkState, NodeState } from '../observe/state';

/** What runs on one engine that the lab did not make. */
export interface Running {
  readonly lab: Lab;
  readonly facts: Facts;
  /** Process ids of its containers. */
  readonly pids: ReadonlyMap<string, number>;
  /** Addresses of its machine and of its containers: nothing else is ever asked. */
  readonly own: ReadonlySet<string>;
  /** The words before a command that is to run there as root. */
  readonly exec: readonly string[];
  readonly run: Run;
  /** Further names of endpoints, by which claims may call them. */
  readonly names?: Aliases;
  /** Also UDP ports on which something listens, which gets a datagram then. */
  readonly udp?: boolean;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** Why an edge is not asked. */
export type NotAsked = 'outside' | 'open' | 'udp' | 'names' | 'foreign';

export interface RunningResult {
  readonly result: CheckResult;
  readonly notAsked: ReadonlyMap<NotAsked, number>;
}

/** Measures who reaches whom among containers that run, and changes nothing. */
export async function checkRunning(running: Running): Promise<RunningResult> {
  const { lab, facts, exec, run, now = Date.now } = running;
  const started = now();
  const [node] = lab.nodes;
  const state = stateOf(node!.name, running);
  const ground = {
    ...{ ...place(lab, new Map([[state.node, state]])), facts },
    ...{ outsidePort: undefined, outsideProblem: verbatim('') },
  };
  const notAsked = new Map<NotAsked, number>();
  const asked: { readonly expectation: Expectation; readonly bound: Bound }[] = [];
  const ways = claimWays(lab, running.names ?? new Map<string, string>(), facts);
  const plain = expectations(lab, facts);
  for (const expectation of [...plain, ...furtherExpectations(ways, plain)]) {
    const bound = bind(expectation, ground);
    const why = reasonNot(expectation, bound, running);
    if (why === undefined) asked.push({ expectation, bound });
    else notAsked.set(why, (notAsked.get(why) ?? 0) + 1);
  }
  const inventory: Inventory = {
    ...{ lab: lab.name, backend: 'remote' as const, offline: false },
    nodes: [
      {
        ...{ name: node!.name, address: node!.address, dockerHost: '', sshOptions: [], exec },
        ...{ engine: '', defaultRoute: false },
      },
    ],
  };
  const measured = await measure(
    asked.map(({ bound }) => bound),
    inventory,
    run,
  );
  const edges = requireControls(
    asked.map(({ expectation }) => expectation),
    asked.map(({ expectation, bound }, index) =>
      compare(expectation, bound, measured[index], ground),
    ),
  );
  const verdicts = [...edges, ...claimVerdicts(ways, edges)];
  return {
    notAsked,
    result: {
      ...{ lab: lab.name, chapters: chaptersOf(lab), verdicts, counts: countVerdicts(verdicts) },
      startedAt: new Date(started).toISOString(),
      durationMs: now() - started,
    },
  };
}

function reasonNot(
  { edge, prediction: { outcome } }: Expectation,
  bound: Bound,
  { lab, pids, own, udp = false }: Running,
): NotAsked | undefined {
  const { target, from } = edge;
  if (from === OUTSIDE || target.kind === 'outside') return 'outside';
  const isKnown = (id: string): boolean =>
    pids.has(id) || lab.nodes.some(({ name }) => name === id);
  if (isOpen(outcome) || !isKnown(from) || !isKnown(receiverOf(edge))) return 'open';
  // The engine would pass such a name on to a resolver somewhere else.
  if (target.kind === 'name' && outcome === 'unresolved') return 'names';
  const isUdp = 'protocol' in target && target.protocol === 'udp';
  if (isUdp && outcome === 'reachable' && !udp) return 'udp';
  if (bound.kind !== 'probe') return bound.kind === 'blind' ? 'open' : undefined;
  const { address } = bound.probe;
  if (address === '' || address.startsWith('127.')) return undefined;
  return own.has(address) && isPrivate(address) ? undefined : 'foreign';
}

/** No address of the internet, not even the machine's own. */
const isPrivate = (address: string): boolean =>
  ['private', 'uniqueLocal', 'linkLocal', 'carrierGradeNat'].includes(
    ipaddr.parse(address).range(),
  );

/** As much of a node's state as a probe is bound to. */
function stateOf(node: string, { lab, pids }: Running): NodeState {
  const state: { -readonly [K in keyof NodeState]: NodeState[K] } = unknownState(node, '');
  delete state.problem;
  const containers = [...pids].map(([name, pid]): ContainerState => ({
    ...{ id: name, name, status: 'running', pid, exitCode: 0, labels: {}, networkMode: '' },
    ...{ attachments: [], bindings: [] },
  }));
  const networks = lab.networks.map(({ name, internal }): NetworkState => ({
    ...{ id: name, name, driver: 'bridge', internal, attachable: false, labels: {}, options: {} },
    ...{ bridge: '', containers: [], addresses: {} },
  }));
  return { ...state, containers, networks };
}
