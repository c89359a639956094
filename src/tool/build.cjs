// Compiles the tool and keeps it in `dist/`.
'use strict';
const { randomBytes } = require('node:crypto');
const fs = require('node:fs');
const { basename, dirname, join, relative, resolve } = require('node:path');
const { DIST, MAIN, RECORD, ROOT, fingerprint, sha256 } = require('./built.cjs');
const { pageAssets } = require('../report/html/assets.cjs');

/** The stacks, with cdktf in them, are a file of their own: most verbs do without. */
const STACKS = 'stacks.cjs';
const PAGE = 'page.json';
/** Binaries, and what is large and seldom wanted: loaded from the packages. */
const PACKAGES = ['esbuild', '@resvg/resvg-js', '@viz-js/viz', '@expo-google-fonts/*'];
/** Not imported, and yet a build depends on them. */
const BESIDE = [
  ...['start', 'built', 'build'].map((name) => `src/tool/${name}.cjs`),
  'src/report/html/assets.cjs',
  'package-lock.json',
  'node_modules/.package-lock.json',
];
/** Milliseconds by which the time of a file may be behind the clock. */
const GRAIN = 20;
/** Milliseconds after which no other process still needs what it began to write or read. */
const OVER = 60_000;

/**
 * Builds the tool. Another build at the same time does no harm: each has a folder of its own, and the last one counts.
 *
 * @throws where the sources cannot be compiled, with `lines` for a person
 */
async function build() {
  let made;
  let began;
  // A source that was changed meanwhile may have been read before that.
  for (let tries = 0; tries < 3 && (made === undefined || changed(made.files, began)); tries += 1) {
    began = Date.now() - GRAIN;
    made = await compile();
  }
  try {
    return { folder: keep(made), texts: made.texts };
  } catch {
    // Where the checkout cannot be written the tool is built each time.
    return { folder: DIST, texts: made.texts };
  }
}

const changed = (files, since) =>
  files.some((file) => fs.statSync(join(ROOT, file)).ctimeMs >= since);

async function compile() {
  const esbuild = require('esbuild');
  try {
    const page = pageAssets();
    const [tool, stacks] = await Promise.all([
      bundle(esbuild, 'src/tool/entries.ts', MAIN, [inPlace]),
      bundle(esbuild, 'stacks/synthesise.ts', STACKS, []),
    ]);
    const inputs = [tool, stacks, page].flatMap((one) => Object.keys(one.metafile.inputs));
    const files = [
      ...new Set([...inputs.filter((file) => !/(^|\/)node_modules\//.test(file)), ...BESIDE]),
    ].sort();
    const folders = [...new Set(files.map((file) => dirname(file)))].sort();
    const texts = new Map([
      [MAIN, tool.text],
      [STACKS, stacks.text],
      [PAGE, JSON.stringify({ script: page.script, style: page.style })],
    ]);
    return {
      files,
      folders,
      texts,
      maps: new Map([
        [MAIN, tool.map],
        [STACKS, stacks.map],
      ]),
    };
  } catch (error) {
    throw unmade(error);
  }
}

const unmade = (error) => Object.assign(error, { lines: inWords(error) });

/** A file and what it imports as one text. @throws as `build` does */
async function compileFile(file, { sourcemap = 'inline', external = [] } = {}) {
  try {
    const made = await require('esbuild').build({
      ...options([entryAt(file), beside]),
      entryPoints: [ENTRY],
      external: [...PACKAGES, ...external],
      sourcemap,
    });
    return made.outputFiles[0].text;
  } catch (error) {
    throw unmade(error);
  }
}

const ENTRY = 'lab:entry';

/** A path as it is: as an entry of esbuild a * in it would be a pattern. */
const entryAt = (path) => ({
  name: 'entry-at',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^lab:entry$/ }, () => ({ path: resolve(ROOT, path) })),
});

const options = (plugins) => ({
  absWorkingDir: ROOT,
  bundle: true,
  write: false,
  metafile: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.12',
  sourcesContent: false,
  external: PACKAGES,
  // What is loaded when it is wanted is part of the text, too.
  supported: { 'dynamic-import': false },
  tsconfigRaw: {},
  logLevel: 'silent',
  plugins,
});

async function bundle(esbuild, entry, name, plugins) {
  const { outputFiles, metafile } = await esbuild.build({
    ...options([...plugins, beside]),
    entryPoints: [entry],
    outfile: join(DIST, name),
    minifySyntax: true,
    minifyWhitespace: true,
    // For whoever reads a stack trace; no command loads it.
    sourcemap: 'external',
  });
  const [map, text] = ['.map', '.cjs'].map(
    (end) => outputFiles.find(({ path }) => path.endsWith(end)).text,
  );
  return { text, map, metafile };
}

/** Files beside a source are read from where it is, not from where it was compiled to. */
const beside = {
  name: 'beside',
  setup: ({ onLoad, esbuild }) =>
    onLoad({ filter: /\.c?[jt]s$/ }, async ({ path }) => {
      const folder = relative(ROOT, dirname(path));
      if (folder.startsWith('node_modules')) return undefined;
      const text = fs.readFileSync(path, 'utf8');
      if (!text.includes('__dirname') && !text.includes('__filename')) return undefined;
      const { code } = await esbuild.transform(text, {
        loader: 'ts',
        sourcemap: 'inline',
        sourcefile: basename(path),
        tsconfigRaw: {},
        define: { __dirname: '$folder', __filename: '$file' },
      });
      const here = `const $folder=$checkout+${JSON.stringify(`/${folder}`)}`;
      const file = `$file=$folder+${JSON.stringify(`/${basename(path)}`)}`;
      return { loader: 'js', contents: `${here},${file};${code}` };
    }),
};

/** What is compiled apart is loaded from there. */
const inPlace = {
  name: 'in-place',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/stacks\/synthesise$/ }, () => ({ path: `./${STACKS}`, external: true }));
    onLoad({ filter: /\/report\/html\/assets\.cjs$/ }, () => ({
      contents: `exports.pageAssets = () => require('./${PAGE}')`,
    }));
    onResolve({ filter: new RegExp(`^\\./${PAGE}$`) }, ({ path }) => ({ path, external: true }));
  },
};

/** Gives the folder. @throws where it cannot be written */
function keep({ files, folders, texts, maps }) {
  fs.mkdirSync(DIST, { recursive: true, mode: 0o700 });
  fs.chmodSync(DIST, 0o700);
  const folder = fs.mkdtempSync(join(DIST, 'build-'));
  const write = (file, text) => fs.writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  for (const [name, text] of texts) write(join(folder, name), text);
  for (const [name, text] of maps) write(join(folder, `${name}.map`), text);
  const record = {
    folder: relative(DIST, folder),
    files,
    folders,
    made: fingerprint(files, folders),
    outputs: Object.fromEntries([...texts].map(([name, text]) => [name, sha256(text)])),
  };
  const aside = `${RECORD}.${randomBytes(6).toString('hex')}`;
  write(aside, JSON.stringify(record));
  if (fs.statSync(RECORD, { throwIfNoEntry: false })?.isDirectory()) {
    fs.rmSync(RECORD, { recursive: true });
  }
  fs.renameSync(aside, RECORD);
  forget(folder);
  return folder;
}

/** Removes what earlier builds left; one that is being read is read whole already, or read again. */
function forget(current) {
  for (const name of fs.readdirSync(DIST)) {
    const path = join(DIST, name);
    if (path === current || path === RECORD) continue;
    if (Date.now() - fs.statSync(path).mtimeMs > OVER)
      fs.rmSync(path, { recursive: true, force: true });
  }
}

function inWords(error) {
  const [first] = error.errors || [];
  const { file, line } = (first && first.location) || {};
  return [
    'Error: The tool cannot be compiled',
    ...(file === undefined ? [] : [`  where: ${file}:${line}`]),
    `  why:   ${first ? first.text : error.message}`,
    '  next:  mend that file, or take it back with git; npm ci if a package is missing',
  ];
}

module.exports = { build, compile, compileFile };
