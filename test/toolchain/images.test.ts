import { SERIES } from '../../src/topology/engines';
import { recipeTag } from '../../src/toolchain/build';
import { fullName, inspectImages } from '../../src/toolchain/host-images';
import { ensureImages } from '../../src/toolchain/images';
import { nodeRecipe } from '../../src/toolchain/node-image';
import { standInFor } from '../../src/toolchain/stand-in';
import { ROOT } from '../../src/platform/config';
import { contextOf, failed, fakeRun, inspected, ok } from './support';

test.each([
  ['busybox', 'busybox:latest'],
  ['busybox:1.36', 'busybox:1.36'],
  ['docker.io/library/nginx:1.26', 'nginx:1.26'],
  ['localhost:5000/busybox', 'localhost:5000/busybox:latest'],
  ['ghcr.io/x/y:2', 'ghcr.io/x/y:2'],
])('%s is listed as %s', (name, full) => expect(fullName(name)).toBe(full));

test.each([
  ['busybox:1.36', 'busybox'],
  ['nginx', 'nginx'],
  ['docker.io/library/nginx:1.26', 'nginx'],
  ['ghcr.io/x/busybox:1', undefined],
  ['localhost:5000/nginx', undefined],
  ['busybox@sha256:0000', undefined],
  ['alpine:3', undefined],
])('the stand-in for %s is %s', (name, standIn) => expect(standInFor(name)).toBe(standIn));

test('a node image is named after its series and content', async () => {
  const tags = await Promise.all(SERIES.map((series) => recipeTag(nodeRecipe(series), ROOT)));
  expect(tags[1]).toMatch(/^docker-network-lab\/node:26\.1-[0-9a-f]{12}$/);
  expect(new Set(tags).size).toBe(SERIES.length);
});

test('images that are missing do not hide the others', async () => {
  const { run } = fakeRun(() => failed('No such image', JSON.stringify([inspected('b:1', 'x')])));
  expect([...(await inspectImages(run, ['a:1', 'b:1'])).keys()]).toEqual(['b:1']);
});

const options = { suite: 'trixie', fetch: true, progress: () => undefined } as const;

test('an image of that name on the machine is used as it is', async () => {
  const { run, calls } = fakeRun(() => ok(JSON.stringify([inspected('busybox:1.36', 'x')])));
  const images = await ensureImages(contextOf(run), ['busybox:1.36'], {
    ...options,
    offline: true,
  });
  expect(images).toEqual([{ name: 'busybox:1.36', reference: 'busybox:1.36', standIn: false }]);
  expect(calls).toEqual(['docker image inspect busybox:1.36']);
});

test('a stand-in never takes the real name on the machine', async () => {
  const { run, calls } = fakeRun((argv) => (argv[1] === 'image' ? failed('No such') : ok()));
  const [image] = await ensureImages(contextOf(run), ['busybox:1.36'], {
    ...options,
    offline: true,
  });
  expect(image?.standIn).toBe(true);
  expect(image?.reference).toMatch(/^docker-network-lab\/stand-in\/busybox:[0-9a-f]{12}$/);
  expect(calls.filter((call) => /--tag busybox|docker tag/.test(call))).toEqual([]);
});

test('online a missing image is pulled', async () => {
  const { run, calls } = fakeRun((argv) => (argv[1] === 'image' ? failed('No such') : ok()));
  await ensureImages(contextOf(run), ['busybox:1.36'], { ...options, offline: false });
  expect(calls).toContain('docker pull --quiet busybox:1.36');
});

test('offline an image without a stand-in is an error before anything is built', async () => {
  const { run, calls } = fakeRun(() => failed('No such'));
  const images = ensureImages(contextOf(run), ['nginx:1', 'alpine:3'], {
    ...options,
    offline: true,
  });
  await expect(images).rejects.toMatchObject({
    what: 'image alpine:3 is not on this machine',
    exitCode: 2,
  });
  expect(calls).toHaveLength(1);
});
