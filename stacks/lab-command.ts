import type { LocalExecProvisioner } from 'cdktf';
import { literal } from './literal';

export interface LabCommandProps {
  /** The checkout, relative to the stack's folder. */
  readonly checkout: string;
  /** Topology file, relative to the checkout. */
  readonly topologyFile: string;
}

/** A verb of the lab as a step of an apply; `last` is its last argument, never empty, which Terraform refuses. */
export const labCommand = (
  { checkout, topologyFile }: LabCommandProps,
  verb: string,
  last: string,
): LocalExecProvisioner => ({
  type: 'local-exec',
  workingDir: checkout,
  interpreter: ['node', 'src/tool/start.cjs', 'lab', verb],
  command: last,
  environment: { LAB_TOPOLOGY: literal(topologyFile) },
});
