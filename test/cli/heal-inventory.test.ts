import { mkdirSync, mkdtempSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { backendOfHosts, healInventory } from '../../src/cli/heal-inventory';
import type { Inventory } from '../../src/nodes/inventory';
import { readInventory, writeInventory } from '../../src/nodes/inventory-file';
import { labPaths } from '../../src/platform/config';
import { buildLab } from '../predict/builder';
import { failing, fakeRun } from '../support/fake-run';
import type { Text } from '../../src/text/text';
import { english } from '../../src/text/tell';

const root = mkdtempSync(join(tmpdir(), 'lab-heal-'));
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => rmSync(join(root, '.lab'), { recursive: true, force: true }));

const lab = buildLab({ containers: { a: {} } });
const [{ name, address }] = lab.nodes as [(typeof lab.nodes)[number]];
const paths = labPaths(root, lab.name);

const inspected = JSON.stringify([
  {
    Name: `/${name}`,
    State: { Running: true },
    Config: {
      Labels: { 'docker-network-lab.lab': lab.name, 'docker-network-lab.checkout': root },
    },
  },
]);
const running = fakeRun([
  [/ps --all/, { stdout: 'id\n' }],
  [/container inspect/, { stdout: inspected }],
  [/ info /, { stdout: '26.1.5\tmember1\n' }],
]);

const heal = async (run = running.run, replaced = false) => {
  const remarks: string[] = [];
  const remark = (text: Text): void => void remarks.push(english(text));
  const inventory = await healInventory({ lab, root, run, remark, replaced });
  return { inventory, remarks: remarks.join('\n') };
};

const put = (text: string): void => {
  mkdirSync(dirname(paths.inventory), { recursive: true });
  writeFileSync(paths.inventory, text);
};

const whole: Inventory = { lab: lab.name, backend: 'containers', offline: true, nodes: [] };

test('an inventory that is whole stays as it is, and so does none', async () => {
  expect(await heal()).toEqual({ inventory: undefined, remarks: '' });
  writeInventory(paths.inventory, whole);
  expect(await heal()).toEqual({ inventory: whole, remarks: '' });
});

test.each(['', '{', '{}', '[]', 'null', JSON.stringify({ ...whole, nodes: [{ name }] })])(
  '%j is made anew from the nodes that run, and said',
  async (text) => {
    put(text);
    const { inventory, remarks } = await heal();
    expect(inventory?.nodes).toMatchObject([
      { name, address, engine: '26.1.5', swarm: { id: 'member1' } },
    ]);
    expect(readInventory(paths.inventory)).toEqual(inventory);
    expect(remarks).toMatch(/inventory\.json could not be read .*: made anew from the nodes/);
    expect(readFileSync(`${paths.inventory}.damaged`, 'utf8')).toBe(text);
  },
);

test.each([
  ['no node runs', fakeRun().run],
  ['no engine answers', fakeRun([[/./, failing('cannot connect')]]).run],
])('it is put aside, and said, where %s', async (_what, run) => {
  put('{');
  const { inventory, remarks } = await heal(run);
  expect(inventory).toBeUndefined();
  expect(readInventory(paths.inventory)).toBeUndefined();
  expect(remarks).toMatch(/put aside as \.lab\/.*\/inventory\.json\.damaged/);
});

test('a node of another checkout is none of these', async () => {
  put('{');
  const foreign = inspected.replace(root, '/elsewhere');
  const { run } = fakeRun([
    [/ps --all/, { stdout: 'id\n' }],
    [/container inspect/, { stdout: foreign }],
  ]);
  expect((await heal(run)).inventory).toBeUndefined();
});

describe('with nodes that are reached by ssh', () => {
  beforeEach(() => {
    put('{');
    mkdirSync(join(paths.lab, 'ssh'));
    writeFileSync(join(paths.lab, 'ssh', `${name}.conf`), '');
  });

  test('it stays for the command that knows them', async () => {
    expect(await heal()).toEqual({ inventory: undefined, remarks: '' });
    expect(() => readInventory(paths.inventory)).toThrow('the inventory cannot be read');
  });

  test('it is put aside by the command that makes it anew', async () => {
    expect((await heal(running.run, true)).remarks).toMatch(/put aside/);
    expect(existsSync(paths.inventory)).toBe(false);
  });

  test('their backend is known by how they are reached', () => {
    const named = { ...lab, nodes: [{ ...lab.nodes[0]!, ssh: { host: 'h' } }] };
    expect(backendOfHosts({ lab, root })).toBe('vagrant');
    expect(backendOfHosts({ lab: named, root })).toBe('remote');
    rmSync(join(paths.lab, 'ssh'), { recursive: true });
    expect(backendOfHosts({ lab, root })).toBeUndefined();
  });
});
