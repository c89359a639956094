import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataResource } from 'cdktf';
import { Construct } from 'constructs';
import type { NamespacePair } from '../model/lab';
import type { NodeAccess } from './access';
import { literal } from './literal';
import { constructId, nameReadably } from './naming';

export interface NamespacePairsProps {
  readonly access: NodeAccess;
  readonly pairs: readonly NamespacePair[];
}

/** The script that makes or removes pairs; the words after it are data, never code. */
const SCRIPT = readFileSync(join(__dirname, 'namespace-pairs.sh'), 'utf8');

/**
 * All namespace pairs of one node. One resource a node and not one a pair: Terraform runs a destroy
 * provisioner only while its resource is still in the configuration, so a pair that is taken out of
 * the topology would otherwise stay on the node.
 */
export class NamespacePairs extends Construct {
  readonly resource: DataResource;

  constructor(scope: Construct, { access, pairs }: NamespacePairsProps) {
    super(scope, constructId('namespace-pairs', access.name));
    const script = (verb: 'add' | 'delete') => ({
      type: 'local-exec' as const,
      interpreter: [...access.exec, 'bash', '-c', literal(SCRIPT), 'namespace-pairs', verb],
      // Never empty, which Terraform refuses.
      command: 'pairs: ${self.triggers_replace.pairs}',
    });
    this.resource = new DataResource(this, 'pairs', {
      triggersReplace: {
        pairs: pairs.map(words).join(' '),
        // Without pairs there is nothing that a node could lose.
        ...(pairs.length === 0 ? {} : { node: access.incarnation ?? '' }),
      },
      provisioners: [script('add'), { ...script('delete'), when: 'destroy' }],
    });
    nameReadably(this.resource, `namespace-pairs_${access.name}`);
  }
}

const words = ({ ends }: NamespacePair): string =>
  ends.flatMap((end) => [end.name, end.interface, `${end.address}/${end.prefix}`]).join(' ');
