import { readFileSync, realpathSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildFailure, Loader, Plugin } from 'esbuild';
import { ROOT } from '../../platform/config';
import { english } from '../../text/tell';
import { type Text, phrase, verbatim } from '../../text/text';

/** A topology file with everything that it imports, as one module. */
export interface Compiled {
  readonly text: string;
  /** The file is a module; only such a file has a default export. */
  readonly isModule: boolean;
  /** The place in the sources of a place in the text; undefined where it is none of the topology's. */
  readonly placeOf: (line: number, column: number) => Place | undefined;
}

export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Why a topology cannot be compiled. */
export class CompileError extends Error {
  constructor(
    readonly why: Text,
    readonly place?: Place,
  ) {
    super(english(why));
  }
}

/** Run beside the topology. */
const INSIDE = join(__dirname, 'inside.ts');
const OWN = [
  INSIDE,
  ...['plain.ts', '../../text/text.ts', '../../text/tell.ts'].map((file) => join(__dirname, file)),
];

/**
 * Compiles a topology file. Code comes from the checkout, from the file's own folder, and from what these import by a
 * path; a package that is found elsewhere, in a folder above that others may write to, is refused.
 *
 * @param path Absolute.
 * @throws CompileError
 */
export async function compile(path: string): Promise<Compiled> {
  const { build } = await import('esbuild');
  try {
    const { outputFiles, metafile } = await build({
      absWorkingDir: ROOT,
      stdin: {
        contents: `import { give } from 'inside';\nvoid give(() => import('topology'));`,
        resolveDir: dirname(path),
      },
      outfile: join(ROOT, 'topology.mjs'),
      banner: {
        js: `import{createRequire as $require}from'node:module';const require=$require(${JSON.stringify(path)});`,
      },
      ...{
        bundle: true,
        write: false,
        metafile: true,
        sourcemap: 'external',
        sourcesContent: false,
      },
      ...{ format: 'esm', platform: 'node', target: 'node20.12', logLevel: 'silent' },
      tsconfigRaw: {},
      plugins: [named({ inside: INSIDE, topology: path }), knowsItsPlace],
    });
    const files = Object.keys(metafile.inputs).map((file) => resolve(ROOT, file));
    const foreign = files.find((file) => isForeign(file, path));
    if (foreign !== undefined) {
      throw new CompileError(
        phrase('a package is found at {file}, outside its folder and the checkout', {
          file: foreign,
        }),
      );
    }
    const map = new SourceMap(JSON.parse(textOf(outputFiles, '.map')) as never);
    const real = realpathSync(path);
    const input = Object.entries(metafile.inputs).find(([file]) => resolve(ROOT, file) === real);
    return {
      text: textOf(outputFiles, '.mjs'),
      // JSON has no default export, and is one.
      isModule: input?.[1].format === 'esm' || extname(path) === '.json',
      placeOf: (line, column) => {
        const { originalSource, originalLine } = map.findEntry(line - 1, column - 1) as Origin;
        if (originalSource === undefined || originalLine === undefined) return undefined;
        const file = resolve(ROOT, originalSource);
        return OWN.includes(file) ? undefined : { file, line: originalLine + 1 };
      },
    };
  } catch (error) {
    if (error instanceof CompileError) throw error;
    const [first] = (error as Partial<BuildFailure>).errors ?? [];
    const location = first?.location;
    throw new CompileError(
      verbatim(first?.text ?? String(error)),
      location ? { file: resolve(ROOT, location.file), line: location.line } : undefined,
    );
  }
}

/** What a source map says of a place; nothing where it knows none. */
interface Origin {
  readonly originalSource?: string;
  readonly originalLine?: number;
}

const textOf = (files: readonly { readonly path: string; readonly text: string }[], end: string) =>
  files.find((file) => file.path.endsWith(end))?.text ?? '';

/** A package outside the checkout and outside the topology's folder. */
function isForeign(file: string, topology: string): boolean {
  const homes = [ROOT, realpathSync(ROOT), dirname(topology), dirname(realpathSync(topology))];
  return file.split(sep).includes('node_modules') && !homes.some((home) => isBelow(file, home));
}

const isBelow = (file: string, folder: string): boolean => !relative(folder, file).startsWith('..');

/** Files by a name of ours, whatever is in their paths. */
const named = (paths: Readonly<Record<string, string>>): Plugin => ({
  name: 'named',
  setup: (build) =>
    build.onResolve({ filter: new RegExp(`^(${Object.keys(paths).join('|')})$`) }, (request) =>
      request.importer === '<stdin>'
        ? { path: realpathSync(paths[request.path] ?? '') }
        : undefined,
    ),
});

/** Lets a file know where it is, as if it had not been put into one with others. */
const knowsItsPlace: Plugin = {
  name: 'knows-its-place',
  setup: (build) =>
    build.onLoad({ filter: /\.[cm]?[jt]sx?$/ }, async ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!/__dirname|__filename|import\.meta/.test(text)) return undefined;
      const loader = path.replace(/^.*\.[cm]?/, '') as Loader;
      const { code } = await build.esbuild.transform(text, {
        ...{ loader, sourcemap: 'inline', sourcefile: basename(path), tsconfigRaw: {} },
        define: {
          __dirname: JSON.stringify(dirname(path)),
          __filename: JSON.stringify(path),
          'import.meta.dirname': JSON.stringify(dirname(path)),
          'import.meta.filename': JSON.stringify(path),
          'import.meta.url': JSON.stringify(pathToFileURL(path).href),
        },
      });
      return { contents: code, loader: 'js' };
    }),
};
