import type { Text } from '../../text/text';
/** What the lab's label is on and the Terraform state does not know: an interrupted command left it. */
export interface Leftover {
  readonly kind: 'container' | 'network' | 'service';
  readonly node: string;
  readonly name: string;
  readonly id: string;
}

/** `container node1/web`. */
export const nameOf = ({ kind, node, name }: Pick<Leftover, 'kind' | 'node' | 'name'>): string =>
  `${kind} ${node}/${name}`;

/** Something that is not the lab's, where the lab needs the place. */
export interface Obstacle {
  readonly node: string;
  /** What is there, such as `container web`. */
  readonly what: Text;
  /** Whose it is. */
  readonly owner: Text;
  /** What the lab cannot do because of it. */
  readonly why: Text;
  /** The command that takes it out of the way. */
  readonly next: Text;
}

/** What was found on the nodes beside what the state knows. */
export interface Findings {
  readonly leftovers: readonly Leftover[];
  readonly obstacles: readonly Obstacle[];
  /** Nodes whose namespace pairs are not those that the state takes for whole. */
  readonly brokenPairs: readonly string[];
  /** Leftovers were taken away before, and the resource that did it is in the state. */
  readonly healed: boolean;
  /** Of the state with which the nodes were compared. */
  readonly serial: number;
}
