import fc from 'fast-check';
import { edgeLabel, type Edge } from '../../src/topology/edge';
import type { Container, Lab } from '../../src/topology/lab';
import { reasons as catalogue } from '../../src/i18n/en/reasons';
import { validate } from '../../src/topology/validate';
import { validTopology } from '../support/topologies';
import { createPredictor, edges } from '../support/predictor';

const labs = validTopology().map((topology) => validate(topology, 'random'));
const RUNS = { numRuns: 40 };

/** Outcome by label of all edges. */
function outcomes(lab: Lab, among: readonly Edge[] = edges(lab)): Map<string, string> {
  const predictor = createPredictor(lab);
  return new Map(among.map((edge) => [edgeLabel(edge), predictor.outcome(edge)]));
}

const attachments = ({ networking }: Container) =>
  networking.mode === 'bridge' ? networking.attachments : [];

const share = (a: Container, b: Container): boolean =>
  a.node === b.node &&
  attachments(a).some(({ network }) => attachments(b).some((other) => other.network === network));

const sameSubnet = ({ networks }: Lab): boolean => {
  const declared = networks.flatMap(({ subnet = [] }) => subnet);
  return new Set(declared).size < declared.length;
};

describe('predictions of random labs', () => {
  it('have reasons, and the same outcome with and without them', () => {
    fc.assert(
      fc.property(labs, (lab) => {
        const predictor = createPredictor(lab);
        const rules = new Set(Object.keys(catalogue));
        const bad = edges(lab).filter((edge) => {
          const { outcome, reasons } = predictor.predict(edge);
          return (
            outcome !== predictor.outcome(edge) ||
            reasons.length === 0 ||
            !reasons.every(({ rule }) => rules.has(rule))
          );
        });
        expect(bad).toEqual([]);
      }),
      RUNS,
    );
  });

  it('are unresolved for names only', () => {
    fc.assert(
      fc.property(labs, (lab) => {
        const predictor = createPredictor(lab);
        const unresolved = edges(lab).filter((edge) => predictor.outcome(edge) === 'unresolved');
        expect(unresolved.filter(({ target }) => target.kind !== 'name')).toEqual([]);
      }),
      RUNS,
    );
  });

  it('go both ways between neighbours', () => {
    fc.assert(
      fc.property(labs, (lab) => {
        const all = outcomes(lab);
        for (const a of lab.containers) {
          for (const b of lab.containers.filter((one) => one !== a && one.node === a.node)) {
            for (const { network } of attachments(a)) {
              if (!attachments(b).some((one) => one.network === network)) continue;
              const icc = lab.networks.find((n) => n.node === a.node && n.name === network)?.icc;
              const there = all.get(`${a.name} -> ${b.name}@${network}`);
              expect(there).toBe(icc === false ? 'timeout' : 'reachable');
              expect(all.get(`${b.name} -> ${a.name}@${network}`)).toBe(there);
            }
          }
        }
      }),
      RUNS,
    );
  });

  it('keep containers apart that share no network', () => {
    fc.assert(
      fc.property(labs, (lab) => {
        const predictor = createPredictor(lab);
        const bridged = lab.containers.filter((one) => attachments(one).length > 0);
        const strangers = edges(lab).filter(({ from, target }) => {
          if (target.kind !== 'ping' && target.kind !== 'name') return false;
          const a = bridged.find(({ name }) => name === from);
          const b = bridged.find(({ name }) => name === target.endpoint);
          if (a === undefined || b === undefined || a === b || share(a, b)) return false;
          // With one subnet on both nodes, a neighbour of the sender may answer.
          return a.node === b.node || !sameSubnet(lab);
        });
        expect(strangers.filter((edge) => predictor.outcome(edge) === 'reachable')).toEqual([]);
      }),
      RUNS,
    );
  });

  it('let network none reach itself only', () => {
    fc.assert(
      fc.property(labs, (lab) => {
        const predictor = createPredictor(lab);
        const none = new Set(
          lab.containers.filter(({ networking }) => networking.mode === 'none').map((c) => c.name),
        );
        const wrong = edges(lab).filter((edge) => {
          const { kind } = edge.target;
          const wanted =
            kind === 'loopback' ? 'reachable' : kind === 'name' ? 'unresolved' : 'unreachable';
          return none.has(edge.from) && predictor.outcome(edge) !== wanted;
        });
        expect(wrong).toEqual([]);
      }),
      RUNS,
    );
  });

  it('do not change between others when a container is added', () => {
    fc.assert(
      fc.property(labs, fc.nat(), fc.boolean(), (lab, which, alone) => {
        const node = lab.nodes[which % lab.nodes.length]!.name;
        const networks = lab.networks.filter((network) => network.node === node);
        const added: Container = {
          ...{ name: 'added', node, image: 'busybox:1.36', chapter: lab.chapters[0]!.id },
          ...{ command: [], environment: {}, links: [], ports: [], listens: [] },
          networking: {
            mode: 'bridge',
            attachments: ['bridge', ...(alone ? [] : networks.map(({ name }) => name))].map(
              (network) => ({ network, aliases: [], chapter: lab.chapters[0]!.id }),
            ),
          },
        };
        // A bridge of IPv6 may get its carrier by it.
        const isNode = (id: string): boolean => lab.nodes.some(({ name }) => name === id);
        const before = edges(lab).filter(
          ({ target }) => target.kind !== 'ping6' || !isNode(target.endpoint),
        );
        const grown = { ...lab, containers: [...lab.containers, added] };
        expect(outcomes(grown, before)).toEqual(outcomes(lab, before));
      }),
      RUNS,
    );
  });

  it('have labels that tell edges apart', () => {
    fc.assert(
      fc.property(labs, (lab) => {
        const all = edges(lab).map(edgeLabel);
        expect(new Set(all).size).toBe(all.length);
      }),
      RUNS,
    );
  });
});
