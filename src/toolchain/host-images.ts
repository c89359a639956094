import { z } from 'zod';
import { readAnswer } from '../platform/answer';
import type { Run } from '../platform/run';
import { phrase } from '../text/text';

/** An image as an engine has it. */
export interface FoundImage {
  readonly id: string;
  readonly tags: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** The same for the same content on every engine: ids differ where an engine keeps images in containerd. */
  readonly fingerprint: string;
}

const words = z.array(z.string()).nullish();

/** An image as `docker image inspect` shows it. */
const shownImage = z.object({
  Id: z.string(),
  RepoTags: words,
  Created: z.string().nullish(),
  RootFS: z.object({ Layers: words }).nullish(),
  Config: z
    .object({
      Labels: z.record(z.string(), z.string()).nullish(),
      Cmd: words,
      Entrypoint: words,
      Env: words,
    })
    .nullish(),
});

/**
 * The images that an engine has of those named, by the name as given.
 * @param docker the words before a docker command on it
 */
export async function inspectImages(
  run: Run,
  names: readonly string[],
  docker: readonly string[] = ['docker'],
): Promise<Map<string, FoundImage>> {
  const found = new Map<string, FoundImage>();
  if (names.length === 0) return found;
  // It fails where one is missing, and still gives the others.
  const argv = [...docker, 'image', 'inspect'];
  const { stdout } = await run([...argv, ...names]);
  const asked = { who: phrase('the Docker engine'), where: argv.join(' ') };
  const images = readAnswer(z.array(shownImage), stdout.trim() || '[]', asked).map(toFound);
  for (const name of names) {
    const image = images.find(({ tags }) => tags.includes(fullName(name)));
    if (image !== undefined) found.set(name, image);
  }
  return found;
}

/** The name as an engine lists it: `busybox` is `busybox:latest`, `docker.io/library/` is left out. */
export function fullName(name: string): string {
  const short = name.replace(/^(index\.)?docker\.io\//, '').replace(/^library\//, '');
  return /[:@][^/]+$/.test(short) ? short : `${short}:latest`;
}

function toFound({
  Id,
  RepoTags,
  Created,
  RootFS,
  Config,
}: z.infer<typeof shownImage>): FoundImage {
  const content = [
    Created == null ? undefined : new Date(Created).getTime(),
    RootFS?.Layers ?? [],
    Config?.Cmd ?? [],
    Config?.Entrypoint ?? [],
    Config?.Env ?? [],
  ];
  return {
    id: Id,
    tags: RepoTags ?? [],
    labels: Config?.Labels ?? {},
    fingerprint: JSON.stringify(content),
  };
}
