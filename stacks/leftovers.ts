import { DataResource, type LocalExecProvisioner } from 'cdktf';
import { Construct } from 'constructs';
import { literal } from './literal';
import { nameReadably } from './naming';

/** What an interrupted command left, as the stack has to know it. */
export interface LeftoversProps {
  /** Objects with the lab's label that the state does not know, a line each that ends with Docker's id. */
  readonly found: readonly string[];
  /** What is not the lab's and must be taken out of the way by its owner first, a sentence each. */
  readonly inTheWay: readonly string[];
  /** Nodes whose namespace pairs are not whole; `since` tells one time from another. */
  readonly brokenPairs: readonly { readonly node: string; readonly since: string }[];
  /** An earlier apply took leftovers away, so that the state has the resource. */
  readonly healed: boolean;
}

export const NO_LEFTOVERS: LeftoversProps = {
  found: [],
  inTheWay: [],
  brokenPairs: [],
  healed: false,
};

/** Whether a stack needs the resource. */
export const areThere = ({ found, inTheWay, brokenPairs, healed }: LeftoversProps): boolean =>
  healed || [found, inTheWay, brokenPairs].some((all) => all.length > 0);

/**
 * Takes away what an interrupted command left, before anything is made in its place, so that a plan shows it and every
 * apply heals. Where there is nothing to take away it stays as it is in the state, so that a second plan is empty.
 */
export class Leftovers extends Construct {
  readonly resource: DataResource;

  constructor(scope: Construct, props: LeftoversProps, provisioner: LocalExecProvisioner) {
    super(scope, 'leftovers');
    const { found, inTheWay, brokenPairs } = props;
    const taken = [
      ...found,
      ...brokenPairs.map(({ node, since }) => `namespace pairs ${node} ${since}`),
    ];
    this.resource = new DataResource(this, 'leftovers', {
      triggersReplace: taken.map(literal),
      lifecycle: {
        ...(taken.length === 0 ? { ignoreChanges: ['triggers_replace'] } : {}),
        ...(inTheWay.length === 0
          ? {}
          : {
              precondition: [
                { condition: '${path.module == ""}', errorMessage: literal(inTheWay.join('\n')) },
              ],
            }),
      },
      ...(taken.length === 0 ? {} : { provisioners: [provisioner] }),
    });
    nameReadably(this.resource, 'leftovers');
  }
}
