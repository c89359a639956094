import fc from 'fast-check';
import type { Container, Lab, Networking } from '../../src/topology/lab';
import { withServices } from '../support/services';
import type { Edit } from './edit';
import { SERVICE_EDITS } from './service-edits';

const replace = (lab: Lab, i: number, change: (container: Container) => Container): Lab => {
  const chosen = nth(lab, i);
  return { ...lab, containers: lab.containers.map((one) => (one === chosen ? change(one) : one)) };
};

/** A container that is no replica: those change with their service. */
const nth = (lab: Lab, i: number): Container => {
  const own = lab.containers.filter(({ service }) => service === undefined);
  return own[i % own.length]!;
};

/** Without the links and shared stacks that pointed to what is gone. */
function sound(lab: Lab): Lab {
  const names = new Set(lab.containers.map(({ name }) => name));
  const onBridge = new Set(
    lab.containers
      .filter(
        ({ networking: n }) =>
          n.mode === 'bridge' && n.attachments.some(({ network }) => network === 'bridge'),
      )
      .map(({ name }) => name),
  );
  const mended = (networking: Networking): Networking =>
    networking.mode === 'container' && !names.has(networking.container)
      ? { mode: 'none' }
      : networking;
  return {
    ...lab,
    containers: lab.containers.map((one) => ({
      ...one,
      networking: mended(one.networking),
      links: onBridge.has(one.name)
        ? one.links.filter(({ container }) => onBridge.has(container))
        : [],
    })),
  };
}

const removeContainer =
  (i: number): Edit =>
  (lab) =>
    lab.containers.filter(({ service }) => service === undefined).length < 2
      ? lab
      : { ...lab, containers: lab.containers.filter((one) => one !== nth(lab, i)) };

const leave =
  (i: number): Edit =>
  (lab) =>
    replace(lab, i, (one) =>
      one.networking.mode !== 'bridge' || one.networking.attachments.length < 2
        ? one
        : {
            ...one,
            networking: { mode: 'bridge', attachments: one.networking.attachments.slice(1) },
          },
    );

const join =
  (i: number): Edit =>
  (lab) =>
    replace(lab, i, (one) => {
      if (one.networking.mode !== 'bridge') return one;
      const { attachments } = one.networking;
      const names = lab.networks.filter(({ node }) => node === one.node).map(({ name }) => name);
      const network = ['bridge', ...names].find((name) =>
        attachments.every((a) => a.network !== name),
      );
      if (network === undefined) return one;
      const further = { network, aliases: [], chapter: one.chapter };
      return { ...one, networking: { mode: 'bridge', attachments: [...attachments, further] } };
    });

const isolate =
  (i: number): Edit =>
  (lab) =>
    replace(lab, i, (one) => ({ ...one, networking: { mode: 'none' }, ports: [] }));

const onHost =
  (i: number): Edit =>
  (lab) => {
    const { name } = nth(lab, i);
    // A node's stack may have listeners on their ports already.
    const listens = (one: Container): boolean =>
      one.name === name ||
      (one.networking.mode === 'container' && one.networking.container === name);
    const quiet = {
      ...lab,
      containers: lab.containers.map((one) => (listens(one) ? { ...one, listens: [] } : one)),
    };
    return replace(quiet, i, (one) => ({ ...one, networking: { mode: 'host' }, ports: [] }));
  };

const without =
  (i: number, field: 'ports' | 'listens' | 'links'): Edit =>
  (lab) =>
    replace(lab, i, (one) => ({ ...one, [field]: one[field].slice(1) }));

const listen =
  (i: number): Edit =>
  (lab) =>
    replace(lab, i, (one) =>
      one.networking.mode !== 'bridge'
        ? one
        : { ...one, listens: [...one.listens, { port: 9443, protocol: 'tcp' }] },
    );

const noAliases =
  (i: number): Edit =>
  (lab) =>
    replace(lab, i, (one) =>
      one.networking.mode !== 'bridge'
        ? one
        : {
            ...one,
            networking: {
              mode: 'bridge',
              attachments: one.networking.attachments.map((a) => ({ ...a, aliases: [] })),
            },
          },
    );

const options =
  (i: number, field: 'icc' | 'internal'): Edit =>
  (lab) => ({
    ...lab,
    networks: lab.networks.map((network, j) =>
      j === i % lab.networks.length ? { ...network, [field]: !network[field] } : network,
    ),
  });

const removePair = (): Edit => (lab) => ({ ...lab, namespacePairs: lab.namespacePairs.slice(1) });

const otherEngine =
  (i: number): Edit =>
  (lab) => ({
    ...lab,
    nodes: lab.nodes.map((node, j) =>
      j === i % lab.nodes.length
        ? { ...node, engine: node.engine === '28.5' ? '20.10' : '28.5' }
        : node,
    ),
  });

const addNetwork = (): Edit => (lab) => ({
  ...lab,
  networks: [
    {
      name: 'anew',
      node: lab.nodes[0]!.name,
      driver: 'bridge',
      internal: false,
      icc: true,
      chapter: '',
    },
    ...lab.networks,
  ],
});

/** Overlays are joined and left by whoever is on a node of the swarm. */
const joinOverlay =
  (i: number): Edit =>
  (lab) =>
    replace(lab, i, (one) => {
      if (one.networking.mode !== 'bridge' || !lab.swarm.includes(one.node)) return one;
      const { attachments } = one.networking;
      const overlay = lab.overlays.find(({ name }) => attachments.every((a) => a.network !== name));
      if (overlay === undefined) return one;
      const further = { network: overlay.name, aliases: [], chapter: one.chapter };
      return { ...one, networking: { mode: 'bridge', attachments: [...attachments, further] } };
    });

const innerOverlay =
  (i: number): Edit =>
  (lab) => ({
    ...lab,
    overlays: lab.overlays.map((one, j) =>
      j === i % lab.overlays.length ? { ...one, internal: !one.internal } : one,
    ),
  });

const addOverlay = (): Edit => (lab) =>
  lab.swarm.length === 0 || lab.overlays.some(({ name }) => name === 'overmore')
    ? lab
    : {
        ...lab,
        overlays: [
          ...lab.overlays,
          { name: 'overmore', driver: 'overlay', internal: false, encrypted: false, chapter: '' },
        ],
      };

/** A node that no container is on an overlay of may join the swarm, or leave it. */
const swarmNode =
  (i: number): Edit =>
  (lab) => {
    const { name } = lab.nodes[i % lab.nodes.length]!;
    const busy = lab.containers.some(
      ({ node, service, networking }) =>
        node === name &&
        service === undefined &&
        networking.mode === 'bridge' &&
        networking.attachments.some(({ network }) =>
          lab.overlays.some((overlay) => overlay.name === network),
        ),
    );
    if (lab.swarm.length === 0 || busy) return lab;
    const others = lab.swarm.filter((one) => one !== name);
    if (others.length === 0 && lab.services.length > 0) return lab;
    const swarm = others.length < lab.swarm.length ? others : [...others, name];
    // The replicas go where the swarm still is, and to what comes to it.
    return withServices({ ...lab, swarm }, lab.services);
  };

const EDITS: readonly ((i: number) => Edit)[] = [
  removeContainer,
  leave,
  join,
  isolate,
  onHost,
  (i) => without(i, 'ports'),
  (i) => without(i, 'listens'),
  (i) => without(i, 'links'),
  listen,
  noAliases,
  (i) => options(i, 'icc'),
  (i) => options(i, 'internal'),
  removePair,
  otherEngine,
  addNetwork,
  joinOverlay,
  innerOverlay,
  addOverlay,
  swarmNode,
  ...SERVICE_EDITS,
];

/** One to three edits, one after the other. */
export const edits = (): fc.Arbitrary<Edit> =>
  fc
    .array(fc.tuple(fc.nat(EDITS.length - 1), fc.nat(7)), { minLength: 1, maxLength: 3 })
    .map(
      (list) => (lab: Lab) =>
        list.reduce((current, [which, i]) => sound(EDITS[which]!(i)(current)), lab),
    );
