import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/platform/config';

const folder = mkdtempSync(join(tmpdir(), 'lab-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const withFile = (text: string, env: NodeJS.ProcessEnv = {}) => {
  writeFileSync(join(folder, 'cdktf.json'), text);
  return readConfig(env, folder);
};

test.each([
  ['topologies/mine.ts', 'topologies/mine.ts'],
  ['mine', 'topologies/mine.ts'],
  ['my-lab_2', 'topologies/my-lab_2.ts'],
  ['mine.ts', 'mine.ts'],
  ['../elsewhere', '../elsewhere'],
])('LAB_TOPOLOGY=%s is %s', (LAB_TOPOLOGY, file) => {
  const root = '/a/checkout';
  expect(readConfig({ LAB_TOPOLOGY }, root).topologyFile).toBe(join(root, file));
});

test('what is empty is as if it were not there', () => {
  const empty = { LAB_TOPOLOGY: '', LAB_HOSTS: '', LAB_NODES: '' };
  expect(readConfig(empty, '/a/checkout')).toEqual(readConfig({}, '/a/checkout'));
  expect(withFile('{"context":{"topology":"","hosts":"","nodes":""}}')).toEqual(withFile('{}'));
});

test('cdktf.json says what the environment does not', () => {
  const text = '{"context":{"topology":"mine","hosts":"h.json","nodes":"remote","other":true}}';
  expect(withFile(text)).toMatchObject({
    topologyFile: join(folder, 'topologies/mine.ts'),
    hostsFile: join(folder, 'h.json'),
    hostsNamedBy: 'context.hosts in cdktf.json',
    backend: 'remote',
  });
  expect(withFile(text, { LAB_HOSTS: 'i.json' })).toMatchObject({
    hostsFile: join(folder, 'i.json'),
    hostsNamedBy: 'LAB_HOSTS',
  });
});

test.each([
  ['[]', 'the file'],
  ['5', 'the file'],
  ['null', 'the file'],
  ['{"context":5}', 'context'],
  ['{"context":{"hosts":5}}', 'context.hosts'],
  ['{"context":{"topology":null}}', 'context.topology'],
  ['{"context":{"nodes":["containers"]}}', 'context.nodes'],
  ['{', 'JSON'],
  ['', 'JSON'],
])('cdktf.json that is %s is one error that says where', (text, why) => {
  expect(() => withFile(text)).toThrow(
    expect.objectContaining({
      name: 'LabError',
      exitCode: 2,
      details: expect.objectContaining({ why: expect.stringContaining(why) as string }) as object,
    }) as Error,
  );
});

test('so is what cdktf-cli hands over', () => {
  expect(() => readConfig({ CDKTF_CONTEXT_JSON: '{"hosts":5}' }, folder)).toThrow('cdktf.json');
});
