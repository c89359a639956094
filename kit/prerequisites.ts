import type { KitRequest } from './context';
import { askEngine } from './engine';
import { controlGroups, diskSpace, echoes, kernelFeatures, subnetFree } from './machine-checks';
import { isOffline } from './online';
import type { CheckContext, Prerequisite } from './prerequisite';
import { goState, imageStates, providerState, terraformState } from './source-checks';
import { compareVersions } from './versions';

/** All prerequisites at once; changes nothing. */
export async function prerequisites(
  context: CheckContext,
  request: KitRequest,
): Promise<Prerequisite[]> {
  const offline = await isOffline(context.config);
  const makesNodes = request.engines.length > 0;
  const engine = await engineState(context);
  const asked = await Promise.all([
    terraformState(context),
    ...(offline ? [goState(context, request), providerState(context)] : []),
    ...(engine.ok ? imageStates(context, request, offline) : []),
    diskSpace(context.config.cacheDir),
    ...(makesNodes && engine.ok && request.subnet !== undefined
      ? [subnetFree(context, request.subnet, request.lab)]
      : []),
  ]);
  return [
    nodeState(),
    { name: 'sources', ok: true, found: sourcesFound(offline, context), remedy: '' },
    ...(makesNodes || offline ? [engine] : []),
    ...(makesNodes ? [controlGroups(), kernelFeatures()] : []),
    echoes(),
    ...asked,
  ];
}

const sourcesFound = (offline: boolean, { config }: CheckContext): string => {
  const why = config.offline === undefined ? '' : ` (LAB_OFFLINE=${config.offline ? 1 : 0})`;
  return offline
    ? `the offline kit is used${why}`
    : `Terraform registry and Docker Hub are used${why}`;
};

export function nodeState(version: string = process.versions.node): Prerequisite {
  const ok = compareVersions(version, '20.12') >= 0;
  return {
    name: 'node',
    ok,
    found: `Node.js ${version}`,
    remedy: ok ? '' : 'install Node.js >= 20.12: https://nodejs.org',
  };
}

async function engineState({ run }: CheckContext): Promise<Prerequisite> {
  const answer = await askEngine(run);
  return 'version' in answer
    ? { name: 'engine', ok: true, found: `Docker Engine ${answer.version}`, remedy: '' }
    : {
        name: 'engine',
        ok: false,
        found: answer.problem,
        remedy: './lab up (as root on Debian or Ubuntu), or start a Docker engine yourself',
      };
}
