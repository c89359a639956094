import { loadImages } from '../../src/toolchain/load';
import { contextOf, failed, fakeRun, inspected, ok } from './support';

const HERE = 'docker-network-lab/stand-in/busybox:0123';
const image = { name: 'busybox:1.36', reference: HERE, standIn: true };
const target = (name: string) => ({ name, docker: ['docker', '--host', name] });

/** The machine has the image; a node has it where `nodes` says with which layer. */
const engines = (nodes: Readonly<Record<string, string>>) =>
  fakeRun((argv) => {
    if (argv[1] === 'image') return ok(JSON.stringify([inspected(HERE, 'layer')]));
    const layer = nodes[argv[2] ?? ''];
    if (argv[3] !== 'image') return undefined;
    return layer === undefined
      ? failed('No such image', '[]')
      : ok(JSON.stringify([inspected('busybox:1.36', layer)]));
  });

test('a node gets the image under the name that the topology has', async () => {
  const { run, calls } = engines({});
  const sent = await loadImages(contextOf(run), [image], [target('node1')]);
  expect(sent).toEqual(['node1: busybox:1.36']);
  expect(calls.at(-1)).toBe(`docker --host node1 tag ${HERE} busybox:1.36`);
});

test('a node that has the same content is left alone', async () => {
  const { run, calls } = engines({ node1: 'layer' });
  expect(await loadImages(contextOf(run), [image], [target('node1')])).toEqual([]);
  expect(calls.filter((call) => / (load|save|tag) /.test(call))).toEqual([]);
});

test('a node that has other content under the name gets the right one', async () => {
  const { run } = engines({ node1: 'another' });
  expect(await loadImages(contextOf(run), [image], [target('node1')])).toHaveLength(1);
});

test('an image is saved once for all nodes', async () => {
  const { run, calls } = engines({});
  await loadImages(contextOf(run), [image], [target('node1'), target('node2')]);
  expect(calls.filter((call) => call.includes(' save '))).toHaveLength(1);
  expect(calls.filter((call) => call.includes(' load '))).toHaveLength(2);
});

test('a node that refuses is named', async () => {
  const { run } = fakeRun((argv) => {
    if (argv[1] === 'image') return ok(JSON.stringify([inspected(HERE, 'layer')]));
    return argv.includes('load') ? failed('no space left on device') : undefined;
  });
  await expect(loadImages(contextOf(run), [image], [target('node1')])).rejects.toMatchObject({
    what: 'image busybox:1.36 cannot be loaded into node1',
    exitCode: 3,
  });
});
