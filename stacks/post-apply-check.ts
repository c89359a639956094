import { DataResource, type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { literal } from './literal';
import { nameReadably } from './naming';

export interface PostApplyCheckProps {
  /** Ids by address, and a digest of the topology; when one changes, the network is measured again. */
  readonly triggers: Readonly<Record<string, string>>;
  readonly dependsOn: readonly ITerraformDependable[];
  /** The checkout, relative to the stack's folder. */
  readonly checkout: string;
  /** Topology file, relative to the checkout. */
  readonly topologyFile: string;
}

/**
 * Measures the network after an apply. Where it is not what the topology says the apply fails, and
 * since Terraform then marks the resource as tainted the next apply measures again.
 */
export class PostApplyCheck extends Construct {
  constructor(scope: Construct, props: PostApplyCheckProps) {
    super(scope, 'check');
    const check = new DataResource(this, 'check', {
      triggersReplace: props.triggers,
      dependsOn: [...props.dependsOn],
      provisioners: [
        {
          type: 'local-exec',
          workingDir: props.checkout,
          interpreter: ['node', '--require', 'tsx/cjs', 'cli/main.ts', 'check'],
          command: '--after-apply',
          environment: { LAB_TOPOLOGY: literal(props.topologyFile) },
        },
      ],
    });
    nameReadably(check, 'check');
  }
}
