import { DataResource, type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { labCommand, type LabCommandProps } from './lab-command';
import { nameReadably } from './naming';

export interface PostApplyCheckProps extends LabCommandProps {
  /** Ids by address, and a digest of the topology; when one changes, the network is measured again. */
  readonly triggers: Readonly<Record<string, string>>;
  readonly dependsOn: readonly ITerraformDependable[];
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
      provisioners: [labCommand(props, 'check', '--after-apply')],
    });
    nameReadably(check, 'check');
  }
}
