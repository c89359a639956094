import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LabError } from '../../../src/platform/errors';
import { readHosts } from '../../../src/sources/own/hosts';
import { english } from '../../../src/text/tell';

const folder = mkdtempSync(join(tmpdir(), 'lab-hosts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string) {
  const file = join(folder, 'nodes.json');
  writeFileSync(file, text);
  return readHosts(file);
}

function refused(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof LabError)
      return `${english(error.what)}: ${english(error.details.why ?? '')}`;
    throw error;
  }
  return '';
}

describe('the file that names hosts', () => {
  it('need not be there', () => {
    expect(readHosts(join(folder, 'absent.json')).nodes).toEqual({});
  });

  it('must be there where somebody names it', () => {
    const file = join(folder, 'absent.json');
    expect(() => readHosts(file, 'LAB_HOSTS')).toThrow('There is no such file of hosts');
  });

  it('names hosts and the address of this machine', () => {
    const nodes = { cloud: { host: 'my-server', port: 2222, address: '203.0.113.7' } };
    expect(read(JSON.stringify({ outside: '10.0.0.2', nodes }))).toMatchObject({
      outside: '10.0.0.2',
      nodes,
    });
  });

  it.each([
    ['{', 'it is no JSON'],
    ['[]', 'expected object'],
    ['{ "nodes": { "a": { "adress": "1.2.3.4" } } }', 'nodes.a: unknown key adress'],
    ['{ "nodes": { "a": { "address": "1.2.3" } } }', 'nodes.a.address: it is no IPv4 address'],
    ['{ "nodes": { "a": { "host": "-x" } } }', 'nodes.a.host'],
    ['{ "nodes": {}, "outside": "here" }', 'outside: it is no IPv4 address'],
  ])('is refused with what is wrong: %s', (text, why) => {
    expect(refused(text)).toContain(why);
  });

  it('is never quoted, since a password may have been written into it', () => {
    expect(refused('{ "nodes": { "a": { "password": "hunter2" } } }')).toContain('password');
    expect(refused('{ "nodes": { "a": { "password": "hunter2" } } }')).not.toContain('hunter2');
    expect(refused('{ "nodes": { "a": "hunter2')).not.toContain('hunter2');
  });
});
