import type { KitRequest } from './context';
import { askEngine } from './engine';
import { controlGroups, diskSpace, echoes, kernelFeatures, subnetFree } from './machine-checks';
import { isOffline } from './online';
import type { CheckContext, Prerequisite } from './prerequisite';
import { goState, imageStates, providerState, terraformState } from './source-checks';
import { compareVersions } from './versions';
import { type Text, phrase, verbatim } from '../text/text';

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
    { kind: 'sources', name: phrase('sources'), ok: true, found: sourcesFound(offline, context) },
    ...(makesNodes || offline ? [engine] : []),
    ...(makesNodes ? [controlGroups(), kernelFeatures()] : []),
    echoes(),
    ...asked,
  ];
}

function sourcesFound(offline: boolean, { config }: CheckContext): Text {
  if (config.offline === undefined) {
    return offline
      ? phrase('the offline kit is used')
      : phrase('Terraform registry and Docker Hub are used');
  }
  const setting = `LAB_OFFLINE=${config.offline ? 1 : 0}`;
  return offline
    ? phrase('the offline kit is used ({setting})', { setting })
    : phrase('Terraform registry and Docker Hub are used ({setting})', { setting });
}

export function nodeState(version: string = process.versions.node): Prerequisite {
  const ok = compareVersions(version, '20.12') >= 0;
  return {
    kind: 'node',
    name: verbatim('node'),
    ok,
    found: verbatim(`Node.js ${version}`),
    ...(ok ? {} : { remedy: phrase('install Node.js >= 20.12: https://nodejs.org') }),
  };
}

async function engineState({ run }: CheckContext): Promise<Prerequisite> {
  const answer = await askEngine(run);
  return 'version' in answer
    ? {
        kind: 'engine',
        name: phrase('engine'),
        ok: true,
        found: verbatim(`Docker Engine ${answer.version}`),
      }
    : {
        kind: 'engine',
        name: phrase('engine'),
        ok: false,
        found: answer.problem,
        remedy: phrase('./lab up (as root on Debian or Ubuntu), or start a Docker engine yourself'),
      };
}
