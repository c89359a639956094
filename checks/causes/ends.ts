import { namespaceId } from '../../model/edge';
import type { Container, Lab, Protocol } from '../../model/lab';
import type { Verdict } from '../result';

/** The port that an edge asks for; undefined for one that asks for none. */
export function portOf({ subject }: Verdict): { port: number; protocol: Protocol } | undefined {
  const found = /:(\d+)\/(tcp|udp)$/.exec(subject);
  return found === null ? undefined : { port: Number(found[1]), protocol: found[2] as Protocol };
}

/** True for an edge that asks for a port of a node, at one of the node's own addresses. */
const asksNode = ({ subject }: Verdict): boolean => /\]:\d+\/(tcp|udp)$/.test(subject);

/** The containers and services that stand behind a node's port. */
export function publishers(lab: Lab, edge: Verdict): readonly string[] {
  const asked = portOf(edge);
  if (asked === undefined || !asksNode(edge)) return [];
  const publishes = ({ ports }: Pick<Container, 'ports'>): boolean =>
    ports.some(
      ({ published, protocol }) => published === asked.port && protocol === asked.protocol,
    );
  return [
    ...lab.containers.filter(
      (container) =>
        container.node === edge.to &&
        (publishes(container) ||
          (container.networking.mode === 'host' &&
            container.listens.some(
              ({ port, protocol }) => port === asked.port && protocol === asked.protocol,
            ))),
    ),
    ...lab.services.filter((service) => lab.swarm.includes(edge.to ?? '') && publishes(service)),
  ].map(({ name }) => name);
}

/** Where a container or a namespace is. */
export const nodeOf = (lab: Lab, endpoint: string | undefined): string | undefined =>
  lab.containers.find(({ name }) => name === endpoint)?.node ??
  lab.namespacePairs.find(({ ends }) => ends.some(({ name }) => namespaceId(name) === endpoint))
    ?.node;

/** The replicas of those that are services. */
const replicasOf = (lab: Lab, endpoints: readonly (string | undefined)[]): string[] =>
  lab.containers
    .filter(({ service }) => service !== undefined && endpoints.includes(service))
    .map(({ name }) => name);

/** Who takes part in an edge: who asks, who is asked, and who stands behind what is asked. */
export function endsOf(lab: Lab, edge: Verdict): readonly (string | undefined)[] {
  const behind = [edge.to, ...publishers(lab, edge)];
  return [edge.from, ...behind, ...replicasOf(lab, behind)];
}

/** True where an edge's packets pass a node, or begin or end there. */
export const passes = (lab: Lab, edge: Verdict, node: string): boolean =>
  endsOf(lab, edge).some((end) => end === node || nodeOf(lab, end) === node);

/** The ports that an edge's packets may have: the one that is asked for, and the one behind a published port. */
export function portsOf(lab: Lab, edge: Verdict): readonly number[] {
  const asked = portOf(edge);
  if (asked === undefined) return [];
  const behind = publishers(lab, edge);
  const targets = [...lab.containers, ...lab.services]
    .filter(({ name }) => behind.includes(name))
    .flatMap(({ ports }) => ports.filter(({ published }) => published === asked.port))
    .map(({ target }) => target);
  return [asked.port, ...targets];
}

/** True for an edge whose sender was answered although it should not have been. */
export const opened = ({ expected, measured }: Verdict): boolean =>
  /^(timeout|unreachable)/.test(expected) && /^(reachable|refused)/.test(measured);

/** True for an edge that asks for a name. */
export const asksName = ({ subject }: Verdict): boolean => subject.endsWith('"');
