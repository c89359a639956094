/** What a statement wants, or what was found of it, term by term; none where it is nothing. */
export type StatedValue = readonly Term[];

/** A name, an address, or a line as a program prints it, which is the same in every language; or a fact. */
type Term = string | Fact;

interface Process {
  readonly command: string;
  readonly pid: number;
}

interface AtPort {
  readonly port: number;
  readonly protocol: string;
}

type Plain =
  /** Whether something is there, and how it is. */
  | 'there'
  | 'up'
  | 'down'
  | 'all'
  | 'answer'
  | 'route'
  | 'no-route'
  | 'service'
  | 'no-address'
  | 'no-such-network'
  | 'no-such-container'
  | 'no-such-label'
  | 'no-such-namespace'
  | 'no-such-interface'
  | 'no-such-veth'
  | 'no-such-service'
  | 'no-such-rule'
  | 'attached'
  | 'not-attached'
  /** Of a swarm's node. */
  | 'manager'
  | 'worker'
  | 'leaderless'
  | 'no-swarm'
  | 'other-swarm'
  /** Of what listens. */
  | 'nobody'
  | 'nothing-listens'
  | 'own-page'
  | 'another-page'
  | 'no-fixed-neighbour'
  | 'name-server-rules'
  | 'named-host'
  /** Of a claim. */
  | 'holds'
  | 'no-way';

export type Fact =
  | { readonly fact: Plain }
  /** Docker's own word for how a container is. */
  | { readonly fact: 'status'; readonly status: string }
  | { readonly fact: 'exited'; readonly code: number }
  | { readonly fact: 'stopped'; readonly processes: readonly Process[] }
  | ({ readonly fact: 'process' } & Process)
  | {
      readonly fact: 'interface';
      readonly address: string;
      readonly up: boolean;
      /** Bytes. */
      readonly mtu: number;
    }
  /** `bridge` is undefined for a veth that is the port of none. */
  | {
      readonly fact: 'bridge-port';
      readonly bridge?: string;
      readonly up: boolean;
      readonly mtu: number;
    }
  | { readonly fact: 'mtu'; readonly mtu: number }
  | { readonly fact: 'mtu-at-least'; readonly mtu: number }
  | { readonly fact: 'at'; readonly address: string }
  | { readonly fact: 'any-of'; readonly values: readonly string[] }
  | { readonly fact: 'shared-with'; readonly names: readonly string[] }
  | { readonly fact: 'namespace-of'; readonly owner: string }
  /** The first of the rules that are missing, and how many more are. */
  | { readonly fact: 'missing'; readonly rules: readonly string[]; readonly more: number }
  | { readonly fact: 'rules'; readonly found: number; readonly wanted: number }
  | { readonly fact: 'packets'; readonly count: number }
  | { readonly fact: 'fixed-neighbour'; readonly address: string; readonly mac: string }
  /** `count` is undefined for one on every node. */
  | { readonly fact: 'replicas'; readonly count?: number }
  | { readonly fact: 'endpoint-mode'; readonly mode: string }
  | ({ readonly fact: 'declared-listener' } & AtPort)
  | ({ readonly fact: 'undeclared-answer' } & AtPort);

/** A set of names or lines, in a stable order. */
export const sorted = (items: Iterable<string>): StatedValue => [...items].sort();
