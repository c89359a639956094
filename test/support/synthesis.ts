import { Testing } from 'cdktf';
import type { Lab } from '../../src/topology/lab';
import { LabStack } from '../../stacks/lab-stack';
import type { NodeAccess } from '../../stacks/access';
import { NO_LEFTOVERS, type LeftoversProps } from '../../stacks/leftovers';

/** Terraform JSON as far as tests read it. */
export interface TerraformJson {
  readonly terraform: {
    readonly backend: { readonly local: { readonly path: string } };
    readonly required_version: string;
    readonly required_providers: Record<string, { readonly version: string }>;
  };
  readonly provider: { readonly docker: readonly Record<string, unknown>[] };
  readonly variable: Record<string, { default: string; validation: { error_message: string }[] }>;
  readonly data?: { readonly docker_network?: Record<string, Record<string, unknown>> };
  readonly resource: Record<string, Record<string, Record<string, unknown>>>;
}

const access = (lab: Lab, dockerHost?: string): NodeAccess[] =>
  lab.nodes.map(({ name }) => ({
    name,
    dockerHost,
    sshOptions: [],
    exec: ['docker', 'exec', '--interactive', name],
  }));

export interface SynthesisOptions {
  readonly leftovers?: LeftoversProps;
  /** Default: true. */
  readonly validations?: boolean;
  readonly topologyFile?: string;
}

/** The same without cdktf's validations, which start Terraform once a resource. */
export const synthesisedQuickly = (lab: Lab) => synthesised(lab, undefined, { validations: false });

/** The stack of a lab as Terraform reads it, with cdktf's own validations. */
export function synthesised(
  lab: Lab,
  dockerHost: string | undefined = 'unix:///x.sock',
  {
    leftovers = NO_LEFTOVERS,
    validations = true,
    topologyFile = 'topologies/x.ts',
  }: SynthesisOptions = {},
) {
  const app = Testing.app({ stackTraces: false });
  const stack = new LabStack(app, {
    lab,
    access: access(lab, dockerHost),
    topologyFile,
    leftovers,
  });
  return JSON.parse(Testing.synth(stack, validations)) as TerraformJson;
}
