import type { Lab } from '../../src/topology/lab';
import { TopologyError, type Problem } from '../../src/topology/problems';
import type { Topology, TopologyBridge } from '../../src/topology/topology';
import { validate } from '../../src/topology/validate';
import { english } from '../../src/text/tell';

/** A topology that a test may change. */
export type Draft = Mutable<Omit<Topology, 'networks'>> & {
  networks: Mutable<TopologyBridge>[];
  containers: Mutable<NonNullable<Topology['containers']>>;
  namespacePairs: Mutable<NonNullable<Topology['namespacePairs']>>;
};

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

/** A small valid topology with one of everything. */
export const baseTopology = (): Draft => ({
  name: 'base',
  outside: { address: '192.168.205.1' },
  chapters: [
    { id: 'one', title: 'One' },
    { id: 'two', title: 'Two' },
  ],
  nodes: [
    { name: 'node1', address: '192.168.205.10/24', listens: [{ port: 22 }] },
    { name: 'node2', address: '192.168.205.11/24' },
  ],
  networks: [
    { name: 'front', node: 'node1', subnet: '172.30.0.0/24' },
    { name: 'back', node: 'node1' },
    { name: 'far', node: 'node2' },
  ],
  containers: [
    { name: 'web', node: 'node1', image: 'nginx:1.26', ports: ['80:80'], listens: [{ port: 80 }] },
    { name: 'client', node: 'node1', image: 'busybox:1.36', links: [{ container: 'web' }] },
    {
      name: 'app',
      node: 'node1',
      image: 'busybox:1.36',
      networks: [{ network: 'front', address: '172.30.0.10', aliases: ['api'] }, 'back'],
    },
    { name: 'db', node: 'node1', image: 'busybox:1.36', networks: ['back'] },
    { name: 'sidecar', node: 'node1', image: 'busybox:1.36', networkMode: 'container:app' },
    { name: 'quiet', node: 'node1', image: 'busybox:1.36', networkMode: 'none' },
    {
      name: 'agent',
      node: 'node2',
      image: 'busybox:1.36',
      networkMode: 'host',
      listens: [{ port: 80 }],
    },
    { name: 'distant', node: 'node2', image: 'busybox:1.36', networks: ['bridge', 'far'] },
  ],
  namespacePairs: [
    {
      node: 'node1',
      ends: [
        { name: 'red', interface: 'veth-red', address: '192.168.1.1/24' },
        { name: 'blue', interface: 'veth-blue', address: '192.168.1.2/24' },
      ],
    },
  ],
});

/** Places in `baseTopology` by name. */
export const CONTAINER = {
  web: 0,
  client: 1,
  app: 2,
  db: 3,
  sidecar: 4,
  quiet: 5,
  agent: 6,
  distant: 7,
} as const;

/** A container of the draft. */
export const containerOf = (draft: Draft, name: keyof typeof CONTAINER) =>
  draft.containers[CONTAINER[name]]!;

/** What `validate` says of an input; empty where it is valid. */
export function problemsOf(input: unknown): readonly Problem[] {
  try {
    validate(input, 'base.ts');
    return [];
  } catch (error) {
    if (error instanceof TopologyError) return error.problems;
    throw error;
  }
}

/** The changed base topology, validated. */
export function labWith(change: (draft: Draft) => void): Lab {
  const draft = baseTopology();
  change(draft);
  return validate(draft, 'base.ts');
}

/** The problems of the changed base topology, as `path: message`. */
export function refusals(change: (draft: Draft) => void): string[] {
  const draft = baseTopology();
  change(draft);
  return problemsOf(draft).map(({ path, message }) => `${path}: ${english(message)}`);
}

/** One way to break the base topology, and the only problems that it must have then. */
export type Case = readonly [
  name: string,
  change: (draft: Draft) => void,
  ...problems: readonly (readonly [path: string, message: string | RegExp])[],
];

/** Declares a test for each case: exactly these problems, each with a reason and a remedy. */
export function refuses(cases: readonly Case[]): void {
  for (const [name, change, ...expected] of cases) {
    test(name, () => {
      const draft = baseTopology();
      change(draft);
      const problems = problemsOf(draft);
      expect(problems.map(({ path }) => path)).toEqual(expected.map(([path]) => path));
      for (const [index, [, message]] of expected.entries()) {
        expect(problems[index]!.message).toMatch(message);
        expect(problems[index]!.why).not.toBe('');
        expect(problems[index]!.next).not.toBe('');
      }
    });
  }
}
