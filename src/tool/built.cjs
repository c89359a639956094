// What was built last, whether it still is what the sources say, and how it is run.
'use strict';
const { createHash } = require('node:crypto');
const { readdirSync, readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join, resolve } = require('node:path');
const { Script } = require('node:vm');

const ROOT = resolve(__dirname, '..', '..');
const DIST = join(ROOT, 'dist');
/** Names the build that counts. Written whole, after everything that it names. */
const RECORD = join(DIST, 'build.json');
const MAIN = 'tool.cjs';
/** Of a package: what was compiled when it was made. */
const PACKED = join(ROOT, 'packed');

const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/**
 * A digest of everything that a build was made from.
 *
 * @param files Relative to the checkout.
 * @param folders Where they are: a file that comes or goes there may be what an import means from now on.
 */
function fingerprint(files, folders) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  for (const folder of folders) {
    hash.update(`\0${folder}\0${readdirSync(join(ROOT, folder)).sort().join('\0')}`);
  }
  return hash.digest('hex');
}

/** The last build; undefined where there is none, where it is damaged, and where it is of other sources. */
function newest() {
  try {
    const { folder, files, folders, made, outputs } = JSON.parse(readFileSync(RECORD, 'utf8'));
    if (fingerprint(files, folders) !== made) return undefined;
    const texts = new Map();
    for (const [name, digest] of Object.entries(outputs)) {
      const content = readFileSync(join(DIST, folder, name));
      if (sha256(content) !== digest) return undefined;
      texts.set(name, content.toString('utf8'));
    }
    return { folder: join(DIST, folder), texts };
  } catch {
    return undefined;
  }
}

/** What comes with a package; undefined in a checkout. */
function packed() {
  try {
    const names = readdirSync(PACKED).filter((name) => /\.(?:cjs|json)$/.test(name));
    const texts = new Map(names.map((name) => [name, readFileSync(join(PACKED, name), 'utf8')]));
    return texts.has(MAIN) ? { folder: PACKED, texts } : undefined;
  } catch {
    return undefined;
  }
}

/** Runs a build: the very texts that were compared, whatever is in their place a moment later. */
function load({ folder, texts }) {
  const packages = createRequire(join(folder, MAIN));
  const loaded = new Map();
  const own = (id) => {
    const name = id.replace('./', '');
    if (!texts.has(name)) return packages(id);
    if (!loaded.has(name)) loaded.set(name, evaluate(name, texts.get(name)));
    return loaded.get(name);
  };
  const evaluate = (name, text) => {
    if (name.endsWith('.json')) return JSON.parse(text);
    const module = { exports: {} };
    const wrapped = `(function (exports, require, module, $checkout) {${text}\n})`;
    const run = new Script(wrapped, { filename: join(folder, name) }).runInThisContext();
    const require = Object.assign((id) => own(id), { resolve: packages.resolve });
    run(module.exports, require, module, ROOT);
    return module.exports;
  };
  return own(MAIN);
}

module.exports = { DIST, MAIN, PACKED, RECORD, ROOT, fingerprint, load, newest, packed, sha256 };
