import { DataResource } from 'cdktf';
import { Construct } from 'constructs';
import type { NamespacePair } from '../src/topology/lab';
import { pairWords } from '../src/topology/pair-words';
import type { NodeAccess } from './access';
import { literal } from './literal';
import { constructId, nameReadably } from './naming';
import { pairsCommand } from './pairs-command';

export interface NamespacePairsProps {
  readonly lab: string;
  readonly access: NodeAccess;
  readonly pairs: readonly NamespacePair[];
}

/**
 * All namespace pairs of one node. One resource a node and not one a pair: Terraform runs a destroy
 * provisioner only while its resource is still in the configuration, so a pair that is taken out of
 * the topology would otherwise stay on the node.
 */
export class NamespacePairs extends Construct {
  readonly resource: DataResource;

  constructor(scope: Construct, { lab, access, pairs }: NamespacePairsProps) {
    super(scope, constructId('namespace-pairs', access.name));
    const script = (verb: 'add' | 'delete') => ({
      type: 'local-exec' as const,
      interpreter: pairsCommand(access.exec, verb, lab).map(literal),
      // Never empty, which Terraform refuses.
      command: 'pairs: ${self.triggers_replace.pairs}',
    });
    this.resource = new DataResource(this, 'pairs', {
      triggersReplace: {
        pairs: pairWords(pairs),
        // Without pairs there is nothing that a node could lose.
        ...(pairs.length === 0 ? {} : { node: access.incarnation ?? '' }),
      },
      provisioners: [script('add'), { ...script('delete'), when: 'destroy' }],
    });
    nameReadably(this.resource, `namespace-pairs_${access.name}`);
  }
}
