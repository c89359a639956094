// What `npm pack` needs besides the sources: the tool and the library compiled, and the library's types.
'use strict';
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const { dirname, join, relative } = require('node:path');
const { compile, compileFile } = require('./build.cjs');
const { PACKED, ROOT } = require('./built.cjs');

/** The library, and its construct for apps of cdktf, which have that themselves. */
const ENTRIES = { library: 'src/library/index', cdktf: 'src/library/cdktf' };

async function pack() {
  fs.rmSync(PACKED, { recursive: true, force: true });
  fs.mkdirSync(PACKED, { recursive: true });
  const { texts } = await compile();
  for (const [name, text] of texts) fs.writeFileSync(join(PACKED, name), text);
  const here = "const $checkout=require('node:path').resolve(__dirname,'..');";
  for (const [name, entry] of Object.entries(ENTRIES)) {
    const text = await compileFile(`${entry}.ts`, {
      sourcemap: false,
      external: ['cdktf', 'constructs'],
    });
    fs.writeFileSync(join(PACKED, `${name}.cjs`), `${here}${text}`);
  }
  types();
}

/** The declarations that the library's own lead to. @throws where one is missing */
function types() {
  const all = fs.mkdtempSync(join(PACKED, 'all-'));
  const tsc = require.resolve('typescript/bin/tsc');
  const options = [
    ...['--declaration', '--emitDeclarationOnly', '--skipLibCheck', '--strict'],
    ...['--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--target', 'es2022'],
    ...['--lib', 'es2023', '--module', 'preserve', '--moduleResolution', 'bundler'],
    ...['--types', 'node', '--rootDir', ROOT, '--outDir', all],
  ];
  // Sources whose declarations cannot be made are none that the library's types need, which is looked at below.
  const { stdout } = spawnSync(
    process.execPath,
    [tsc, ...options, ...Object.values(ENTRIES).map((entry) => join(ROOT, `${entry}.ts`))],
    {
      encoding: 'utf8',
    },
  );
  const copied = new Set();
  const copy = (name) => {
    if (copied.has(name)) return;
    copied.add(name);
    const file = join(all, `${name}.d.ts`);
    if (!fs.existsSync(file)) throw new Error(`no types of ${name}\n${stdout}`);
    const text = fs.readFileSync(file, 'utf8');
    const target = join(PACKED, 'types', `${name}.d.ts`);
    fs.mkdirSync(dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
    for (const [, path] of text.matchAll(/from '(\.[^']*)'/g))
      copy(relative(all, join(all, dirname(name), path)));
  };
  Object.values(ENTRIES).forEach(copy);
  fs.rmSync(all, { recursive: true });
}

pack().catch((error) => {
  process.stderr.write(`${(error.lines || [error.stack]).join('\n')}\n`);
  process.exitCode = 1;
});
