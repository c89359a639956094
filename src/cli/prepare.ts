import type { KitContext, KitRequest } from '../toolchain/context';
import { prepareKit, type Kit } from '../toolchain/prepare';
import { undeployable } from '../topology/undeployable';
import { backendOfNode } from '../nodes/mixed';
import { LabError } from '../platform/errors';
import type { Context } from './context';

export const kitContext = ({ config, run, progress }: Context): KitContext => ({
  config,
  run,
  reporter: progress,
});

/** What the lab needs, from its topology. */
export function kitRequest({ lab, chosenBackend }: Context): KitRequest {
  const made = lab.nodes.filter((node) => backendOfNode(node, chosenBackend) === 'containers');
  return {
    engines: [...new Set(made.map(({ engine }) => engine))],
    images: [...new Set(lab.containers.map(({ image }) => image))],
    ...(made[0] === undefined ? {} : { subnet: made[0].subnet }),
    lab: lab.name,
  };
}

/** Finds or makes what the lab needs on this machine. @throws LabError */
export async function prepare(context: Context): Promise<Kit> {
  refuseUndeployable(context);
  return prepareKit(kitContext(context), kitRequest(context));
}

/** Nothing is touched for a topology that could not come up as it is declared. */
function refuseUndeployable({ lab, chosenBackend }: Context): void {
  const found = undeployable(lab, (node) => backendOfNode(node, chosenBackend) === 'containers');
  if (found === undefined) return;
  const { what, why, next } = found;
  throw new LabError(what, { where: `lab ${lab.name}`, why, next });
}
