import { LabError } from '../platform/errors';
import { whyOf } from '../platform/run';
import { ensureBase, type Suite } from './base';
import { ensureBuilt } from './build';
import type { HostImage, KitContext } from './context';
import { inspectImages } from './host-images';
import { STAND_IN_LABEL, standInFor, standInRecipe } from './stand-in';
import { type Text, phrase, verbatim } from '../text/text';

const MINUTES = 60_000;

export interface ImageOptions {
  readonly offline: boolean;
  /** Suite whose base stand-ins are built on. */
  readonly suite: Suite;
  /** False where nodes can pull for themselves: then only what the machine has is given to them. */
  readonly fetch: boolean;
  readonly progress: (text: Text) => void;
}

/**
 * Makes sure that the machine's engine has every image: an image that is there is used as it is; else it is
 * pulled, or offline a stand-in is built. @throws LabError where neither can be done
 */
export async function ensureImages(
  context: Pick<KitContext, 'config' | 'run'>,
  names: readonly string[],
  options: ImageOptions,
): Promise<HostImage[]> {
  const found = await inspectImages(context.run, names);
  const missing = names.filter((name) => !found.has(name));
  if (options.offline) refuseUnobtainable(missing);
  const images = await Promise.all(
    names.map(async (name): Promise<HostImage | undefined> => {
      const image = found.get(name);
      if (image !== undefined) {
        return { name, reference: name, standIn: image.labels[STAND_IN_LABEL] === 'true' };
      }
      if (options.offline) return buildStandIn(context, name, options);
      return options.fetch ? pull(context, name, options.progress) : undefined;
    }),
  );
  return images.filter((image) => image !== undefined);
}

/** @throws LabError for images that can neither be pulled nor be stood in for */
export function refuseUnobtainable(missing: readonly string[]): void {
  const unobtainable = missing.filter((name) => standInFor(name) === undefined);
  const [first] = unobtainable;
  if (first === undefined) return;
  throw new LabError(phrase('image {names} is not on this machine', { names: unobtainable }), {
    why: phrase(
      'Docker Hub does not answer (or LAB_OFFLINE=1), and there are stand-ins for busybox and nginx only',
    ),
    next: phrase(
      'where it can be had: docker save {name} >image.tar; here: docker load <image.tar',
      { name: first },
    ),
  });
}

async function buildStandIn(
  context: Pick<KitContext, 'config' | 'run'>,
  name: string,
  { suite, progress }: ImageOptions,
): Promise<HostImage> {
  const standIn = standInFor(name);
  if (standIn === undefined) throw new Error(`no stand-in for ${name}`);
  const base = (): Promise<string> => ensureBase(context, suite, true, progress);
  const recipe = standInRecipe(standIn, suite);
  return { name, reference: await ensureBuilt(context, recipe, base, progress), standIn: true };
}

async function pull(
  { run }: Pick<KitContext, 'run'>,
  name: string,
  progress: (text: Text) => void,
): Promise<HostImage> {
  progress(verbatim(`docker pull ${name}`));
  const result = await run(['docker', 'pull', '--quiet', name], { timeout: 20 * MINUTES });
  if (result.failure === undefined) return { name, reference: name, standIn: false };
  throw new LabError(phrase('image {name} cannot be pulled', { name }), {
    why: whyOf(result),
    next: phrase(
      'docker pull {name}, and correct the name in the topology or log in; or LAB_OFFLINE=1',
      { name },
    ),
  });
}
