import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectations } from '../../src/edges/expectations';
import { asksFor, parseWanted } from '../../src/edges/select';
import { loadTopology } from '../../src/sources/own/load';
import { freeRange, fromTemplate, TEMPLATES } from '../../src/sources/templates';
import { synthesised } from '../support/synthesis';

const root = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'lab-templates-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What `lab init` writes, beside a model as in a checkout. */
function written(id: string, name: string): string {
  const template = TEMPLATES.find((one) => one.id === id)!;
  const text = fromTemplate(template, { name, range: '10.20.30' });
  mkdirSync(join(folder, 'topologies'), { recursive: true });
  const file = join(folder, 'topologies', `${name}.ts`);
  writeFileSync(file, text);
  return file;
}

beforeAll(() => symlinkSync(join(root, 'src'), join(folder, 'src')));

test('every file of templates/ is a template', () => {
  const files = readdirSync(join(root, 'topologies', 'templates'));
  expect(files.sort()).toEqual(TEMPLATES.map(({ id }) => `${id}.ts`).sort());
});

describe.each(TEMPLATES)('$id', ({ id, explain }) => {
  test('validates, with the name and the range that were asked for', async () => {
    const lab = await loadTopology(written(id, `own-${id}`));
    expect(lab.name).toBe(`own-${id}`);
    expect(lab.outside.address).toBe('10.20.30.1');
    for (const node of lab.nodes) {
      expect(node.name).toMatch(new RegExp(`^own-${id}-node[12]$`));
      expect(node.address).toMatch(/^10\.20\.30\.1[01]$/);
    }
  });

  test('synthesises', async () => {
    const lab = await loadTopology(written(id, `own-${id}`));
    const { resource } = synthesised(lab);
    expect(Object.keys(resource['docker_container'] ?? {})).toHaveLength(lab.containers.length);
  });

  test('keeps the format with the longest of names', () => {
    const template = TEMPLATES.find((one) => one.id === id)!;
    const text = fromTemplate(template, { name: 'x'.repeat(40), range: '192.168.250' });
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('shows something that is blocked and something that is not', async () => {
    const lab = await loadTopology(written(id, `own-${id}`));
    const outcomes = new Set(expectations(lab).map(({ prediction }) => prediction.outcome));
    expect(outcomes).toContain('reachable');
    expect(outcomes.size).toBeGreaterThan(2);
  });

  test('has the explanation that is proposed', async () => {
    const lab = await loadTopology(written(id, `own-${id}`));
    const [from, to] = explain.map((one) => one.replace('{name}', lab.name));
    const wanted = parseWanted(to!);
    expect(expectations(lab).filter(({ edge }) => asksFor(edge, from!, wanted))).not.toEqual([]);
  });
});

test('a range in use is not taken', () => {
  expect(freeRange([])).toBe('192.168.220');
  expect(freeRange(["address: '192.168.220.10/24'", '192.168.221.7'])).toBe('192.168.222');
  const all = Array.from({ length: 31 }, (_, index) => `192.168.${220 + index}.1`);
  expect(freeRange(all)).toBeUndefined();
});
