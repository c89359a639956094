import type { Facts } from '../network/facts';
import type { Path } from '../topology/problems';
import type { Topology } from '../topology/topology';

/** Where something stands: `compose.yaml:12`, and what it is: `services.web.ports[0]`. */
export interface Place {
  readonly file: string;
  /** Undefined where only the file is known. */
  readonly line: number | undefined;
  readonly part: string;
}

/** A topology from somewhere else than a file of ours, and where each part of it stands. */
export interface Sourced {
  readonly kind: 'compose' | 'terraform' | 'engine';
  /** As a person named it. */
  readonly label: string;
  readonly topology: Topology;
  /** Further names of endpoints: those of containers and of services. */
  readonly names: ReadonlyMap<string, string>;
  /** What is known besides, where it runs. */
  readonly facts?: Facts;
  /** Processes of its containers, of a running engine. */
  readonly processes?: readonly { readonly id: string; readonly pid: number }[];
  /** Place of a part of the topology: of `['containers', 3, 'ports']`. */
  readonly placeOf: (path: Path) => Place;
}

export const placeText = ({ file, line, part }: Place): string =>
  [line === undefined ? file : `${file}:${line}`, part].filter(Boolean).join(': ');
