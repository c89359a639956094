import type { Text, Value } from '../../text/text';
import type { EndpointId } from '../../topology/edge';
import type { Protocol } from '../../topology/lab';

export type CauseKind =
  | 'link'
  | 'alias'
  | 'port'
  | 'listener'
  | 'attachment'
  | 'address'
  | 'mode'
  | 'endpoint'
  | 'network'
  | 'network-options'
  | 'host'
  /** Of no consequence for the predictor. */
  | 'inert';

/** Something by which a cause and an end of an edge are found to have to do with each other. */
export type Token = string;

export const token = {
  endpoint: (id: EndpointId): Token => `endpoint ${id}`,
  network: (node: string, name: string): Token => `network ${node} ${name}`,
  node: (name: string): Token => `node ${name}`,
  name: (name: string): Token => `name ${name}`,
  published: (node: string, port: number, protocol: Protocol): Token =>
    `published ${node} ${port}/${protocol}`,
  listener: (id: EndpointId, port: number, protocol: Protocol): Token =>
    `listener ${id} ${port}/${protocol}`,
};

/** A difference between two topologies, as small as it can be told. */
export interface Difference {
  readonly kind: CauseKind;
  /** Differences of one kind with the same one are told together. */
  readonly together: string;
  /** What is listed where several are told together. */
  readonly item: Value;
  /** The sentence for all the items. */
  readonly sentence: (items: readonly Value[]) => Text;
  readonly subjects: readonly EndpointId[];
  readonly tokens: readonly Token[];
}

/** Differences that are told in one sentence. */
export interface Cause {
  readonly kind: CauseKind;
  readonly text: Text;
  /** The endpoints that it is about. */
  readonly subjects: readonly EndpointId[];
  readonly tokens: readonly Token[];
}

export function merge(differences: Iterable<Difference>): Cause[] {
  const groups = new Map<string, Difference[]>();
  for (const difference of differences) {
    const key = `${difference.kind} ${difference.together}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [difference]);
    else group.push(difference);
  }
  return [...groups.values()].map((group) => ({
    kind: group[0]!.kind,
    text: group[0]!.sentence(group.map(({ item }) => item)),
    subjects: [...new Set(group.flatMap(({ subjects }) => subjects))],
    tokens: [...new Set(group.flatMap(({ tokens }) => tokens))],
  }));
}
