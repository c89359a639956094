import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BINARIES, BUILT, engineIsBuilt, ensureEngine } from '../../src/toolchain/engine-binaries';
import { ROOT } from '../../src/platform/config';
import { contextOf, failed, fakeRun, ok } from './support';

const engine = BUILT['29']!;
const quiet = (): void => undefined;

/** Does what `go build -o FOLDER/` and `docker cp … FOLDER` leave behind. */
function makes(argv: readonly string[]) {
  const folder = argv[0] === 'go' ? argv[argv.indexOf('-o') + 1] : argv.at(-1);
  if (argv[1] !== 'build' && argv[1] !== 'cp') return undefined;
  mkdirSync(folder!, { recursive: true });
  for (const name of BINARIES) writeFileSync(join(folder!, name), '');
  return ok();
}

test('offline the engine is built once, from the module of that version, and kept sealed', async () => {
  const { run, calls } = fakeRun((argv) => (argv[1] === 'env' ? ok('go1.26.8') : makes(argv)));
  const context = contextOf(run);
  const files = await ensureEngine(context, engine, true, quiet);
  expect(files.map((file) => file.split('/').at(-1))).toEqual(BINARIES);
  expect(calls.at(-1)).toContain(`dockerversion.Version=${engine.version}`);
  expect(await engineIsBuilt(context.config, engine)).toBe(true);
  expect(await ensureEngine(context, engine, true, quiet)).toEqual(files);
  expect(calls.filter((call) => call.startsWith('go build'))).toHaveLength(1);
  writeFileSync(files[0]!, 'damaged');
  expect(await engineIsBuilt(context.config, engine)).toBe(false);
});

test('where a registry answers its programs are copied from Docker’s image, and nothing stays', async () => {
  const { run, calls } = fakeRun((argv) => (argv[1] === 'create' ? ok('abc\n') : makes(argv)));
  await ensureEngine(contextOf(run), engine, false, quiet);
  expect(calls[0]).toMatch(new RegExp(`^docker create --label .* ${engine.image}$`));
  expect(calls.at(-1)).toBe('docker rm --force abc');
});

test('an image that cannot be pulled is one error, with the way round it', async () => {
  const { run } = fakeRun(() => failed('no such host'));
  await expect(ensureEngine(contextOf(run), engine, false, quiet)).rejects.toMatchObject({
    what: `the image ${engine.image} cannot be pulled`,
    details: { next: expect.stringContaining('LAB_OFFLINE=1') as string },
  });
});

test('the module asks for the version that the table says', () => {
  const module = readFileSync(join(ROOT, engine.module, 'go.mod'), 'utf8');
  expect(module).toMatch(
    /^require github.com\/moby\/moby\/v2 v2|^\tgithub.com\/moby\/moby\/v2 v2/m,
  );
});
