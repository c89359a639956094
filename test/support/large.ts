import { countVerdicts, type CheckResult, type EdgeVerdict } from '../../src/verdict/result';
import { networkOf, receiverOf } from '../../src/topology/edge';
import { expectations, type Expectation } from '../../src/edges/expectations';
import type { Lab } from '../../src/topology/lab';
import type { Topology } from '../../src/topology/topology';
import { validate } from '../../src/topology/validate';
import { verbatim } from '../../src/text/text';

/** A topology of many containers on two nodes and five networks, some with ports. */
function largeTopology(containers: number): Topology {
  const nodes = ['node-a', 'node-b'];
  const networks = ['front', 'back', 'data', 'jobs', 'closed'];
  return {
    name: 'large',
    title: `A lab of ${containers} containers`,
    outside: { address: '192.168.205.1' },
    chapters: networks.map((id) => ({ id, title: `The network ${id}` })),
    nodes: nodes.map((name, i) => ({ name, address: `192.168.205.${10 + i}/24` })),
    networks: networks.flatMap((name, n) =>
      nodes.map((node, i) => ({
        name: `${name}-${i}`,
        node,
        subnet: `10.${20 + i}.${n}.0/24`,
        internal: name === 'closed',
        chapter: name,
      })),
    ),
    containers: Array.from({ length: containers }, (_, i) => {
      const network = networks[i % networks.length]!;
      const node = Math.floor(i / networks.length) % nodes.length;
      return {
        name: `service-${String(i).padStart(3, '0')}`,
        node: nodes[node]!,
        image: 'busybox:1.36',
        networks: [`${network}-${node}`],
        chapter: network,
        ...(i % 20 === 0 ? { listens: [{ port: 80 }], ports: [`${8000 + i}:80`] } : {}),
      };
    }),
  };
}

/** A result for a lab as if it had been measured; every thousandth edge differs. */
export function largeCheck(containers: number): {
  readonly lab: Lab;
  readonly result: CheckResult;
} {
  const lab = validate(largeTopology(containers), 'large.ts');
  const verdicts = expectations(lab).map(asMeasured);
  return {
    lab,
    result: {
      lab: lab.name,
      chapters: lab.chapters,
      startedAt: '2026-03-01T10:00:00.000Z',
      durationMs: 31_000,
      verdicts,
      counts: countVerdicts(verdicts),
    },
  };
}

function asMeasured({ chapter, edge, prediction }: Expectation, index: number): EdgeVerdict {
  const to = receiverOf(edge);
  const { outcome } = prediction;
  const number = Number(/\d+$/.exec(to)?.[0] ?? 0);
  const address = `10.20.${number % 5}.${2 + Math.floor(number / 5)}`;
  const differs = index % 1000 === 999;
  const network = networkOf(edge.target);
  return {
    status: differs ? 'fail' : 'pass',
    chapter,
    kind: 'edge',
    edge,
    prediction,
    found: { kind: 'outcome', outcome: differs ? 'refused' : outcome },
    detail: outcome === 'reachable' ? `echo reply from ${address}` : 'no answer in 0.4 s',
    ms: outcome === 'reachable' ? (index % 37) / 10 : 0,
    from: edge.from,
    to,
    address,
    command: `./lab exec ${edge.from} -- ping -c 1 -W 1 ${address}`,
    ...(network === undefined ? {} : { network }),
    ...(differs
      ? { hint: verbatim(`follow the packet: ./lab explain ${edge.from} ${to} --live`) }
      : {}),
  };
}
