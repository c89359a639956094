import { createHash } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { LabError } from '../platform/errors';
import { mustRun } from '../platform/run';
import { cached } from './cache';
import type { HostImage, Making } from './context';
import { inspectImages, type FoundImage } from './host-images';
import { STAND_IN_LABEL } from './stand-in';
import { tarIsComplete } from './tar';
import { phrase, verbatim } from '../text/text';

/** An engine that is to have images. */
export interface LoadTarget {
  /** For messages. */
  readonly name: string;
  /** The words before a docker command for it, run on this machine: `['docker', '--host', HOST]`. */
  readonly docker: readonly string[];
  /** An image that is there under the name, and is no stand-in, is kept as it is. */
  readonly keep?: boolean;
}

const MINUTES = 60_000;

/**
 * Gives every target every image under the topology's name. What a target has already is not sent again.
 * @returns the names that were sent, as `NODE: IMAGE`
 * @throws LabError
 */
export async function loadImages(
  context: Making,
  images: readonly HostImage[],
  targets: readonly LoadTarget[],
): Promise<string[]> {
  if (images.length === 0 || targets.length === 0) return [];
  const references = images.map(({ reference }) => reference);
  const here = await inspectImages(context.run, references);
  const sent = await Promise.all(targets.map((target) => loadInto(context, images, here, target)));
  return sent.flat();
}

async function loadInto(
  context: Making,
  images: readonly HostImage[],
  here: ReadonlyMap<string, FoundImage>,
  { name: node, docker, keep = false }: LoadTarget,
): Promise<string[]> {
  const names = images.map(({ name }) => name);
  const there = await inspectImages(context.run, names, docker);
  const wanted = images.filter(({ name, reference }) => {
    const image = here.get(reference);
    if (image === undefined) throw gone(reference);
    const found = there.get(name);
    if (keep && found !== undefined && found.labels[STAND_IN_LABEL] !== 'true') return false;
    return found?.fingerprint !== image.fingerprint;
  });
  await Promise.all(
    wanted.map(async ({ name, reference }) => {
      const image = here.get(reference);
      if (image === undefined) throw gone(reference);
      const archive = await savedImage(context, reference, image.fingerprint);
      const what = phrase('image {name} cannot be loaded into {node}', { name, node });
      const settings = {
        what,
        next: verbatim('./lab doctor'),
        timeout: 10 * MINUTES,
        run: context.run,
      };
      await mustRun([...docker, 'load', '--quiet', '--input', archive], settings);
      if (reference !== name) await mustRun([...docker, 'tag', reference, name], settings);
    }),
  );
  return wanted.map(({ name }) => `${node}: ${name}`);
}

// Saved once for all nodes, and for the nodes that come after them.
async function savedImage(
  { config, run, reporter }: Making,
  reference: string,
  fingerprint: string,
): Promise<string> {
  const key = createHash('sha256').update(`${reference}\0${fingerprint}`).digest('hex');
  const make = async (aside: string): Promise<void> => {
    await mustRun(['docker', 'save', '--output', join(aside, 'image.tar'), reference], {
      what: phrase('image {name} cannot be saved', { name: reference }),
      next: verbatim('df --human-readable'),
      timeout: 10 * MINUTES,
      run,
    });
  };
  const verify = (made: string): boolean => tarIsComplete(join(made, 'image.tar'));
  const folder = await cached(config.cacheDir, `image-${key.slice(0, 12)}`, make, {
    verify,
    reporter,
  });
  const now = new Date();
  // In a cache that may only be read there is nothing to note.
  await utimes(folder, now, now).catch(() => undefined);
  return join(folder, 'image.tar');
}

const gone = (reference: string): LabError =>
  new LabError(phrase('image {name} is no longer on this machine', { name: reference }), {
    why: phrase('it was removed while the lab came up'),
    next: phrase('run this command again'),
  });
