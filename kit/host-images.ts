import type { Run } from '../system/run';

/** An image as an engine has it. */
export interface FoundImage {
  readonly id: string;
  readonly tags: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** The same for the same content on every engine: ids differ where an engine keeps images in containerd. */
  readonly fingerprint: string;
}

interface RawImage {
  readonly Id: string;
  readonly RepoTags: readonly string[] | null;
  readonly Created: string;
  readonly RootFS: { readonly Layers?: readonly string[] };
  readonly Config: {
    readonly Labels?: Readonly<Record<string, string>> | null;
    readonly Cmd?: readonly string[] | null;
    readonly Entrypoint?: readonly string[] | null;
    readonly Env?: readonly string[] | null;
  } | null;
}

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
  const { stdout } = await run([...docker, 'image', 'inspect', ...names]);
  const images = (JSON.parse(stdout.trim() || '[]') as RawImage[]).map(toFound);
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

function toFound({ Id, RepoTags, Created, RootFS, Config }: RawImage): FoundImage {
  const content = [
    new Date(Created).getTime(),
    RootFS.Layers ?? [],
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
