import type { Suite } from './base';
import type { Recipe } from './build';
import { fullName } from './host-images';

/** Images for which there is a stand-in from Debian packages. */
export type StandIn = 'busybox' | 'nginx';

export const STAND_IN_LABEL = 'docker-network-lab.stand-in';

/** How our own names of stand-ins begin. */
export const STAND_IN_PREFIX = 'docker-network-lab/stand-in/';

/** The stand-in for an image name; undefined where there is none. */
export function standInFor(name: string): StandIn | undefined {
  const full = fullName(name);
  const repository = full.slice(0, full.lastIndexOf(':'));
  return repository === 'busybox' || repository === 'nginx' ? repository : undefined;
}

export const standInRecipe = (standIn: StandIn, suite: Suite): Recipe => ({
  // Never the real image's name: the user's own engine gets no false `busybox`.
  tag: `${STAND_IN_PREFIX}${standIn}`,
  files: [`images/${standIn}.Dockerfile`, ...(standIn === 'nginx' ? ['images/nginx.conf'] : [])],
  args: {},
  words: [suite],
});
