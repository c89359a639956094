import { z } from 'zod';
import { GATEWAY_BRIDGE, type Lab } from '../../topology/lab';
import { LABELS } from '../containers/names';
import { askFor, EngineRefusal, labelsOf, type Ask } from '../engine-api';

const listed = z.object({ Id: z.string(), Name: z.string(), Labels: labelsOf });

async function find(ask: Ask): Promise<z.infer<typeof listed> | undefined> {
  const filters = encodeURIComponent(JSON.stringify({ name: [GATEWAY_BRIDGE] }));
  const found = await askFor(z.array(listed), ask, `/networks?filters=${filters}`);
  return found.find(({ Name }) => Name === GATEWAY_BRIDGE);
}

/**
 * Makes the bridge by which containers on overlay networks leave, as the engine would when it joins, but with the lab's
 * label: an engine that leaves a swarm leaves its bridge behind. One that is there already stays as it is.
 */
export async function makeGateway(lab: Lab, ask: Ask): Promise<void> {
  if ((await find(ask)) !== undefined) return;
  await ask('POST', '/networks/create', {
    Name: GATEWAY_BRIDGE,
    Driver: 'bridge',
    Options: {
      'com.docker.network.bridge.name': GATEWAY_BRIDGE,
      'com.docker.network.bridge.enable_icc': 'false',
      'com.docker.network.bridge.enable_ip_masquerade': 'true',
    },
    Labels: { [LABELS.lab]: lab.name },
  });
}

/** Removes it where it is the lab's and nothing is on it any more. */
export async function removeGateway(lab: Lab, ask: Ask): Promise<void> {
  const found = await find(ask);
  if (found?.Labels[LABELS.lab] !== lab.name) return;
  try {
    await ask('DELETE', `/networks/${found.Id}`);
  } catch (error) {
    // 403: it has containers.
    if (!(error instanceof EngineRefusal && error.status === 403)) throw error;
  }
}
