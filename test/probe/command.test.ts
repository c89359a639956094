import { execFileSync } from 'node:child_process';
import { repeatCommand } from '../../src/probe/command';
import { shellQuote } from '../../src/platform/shell';
import type { Probe, Source } from '../../src/probe/measurement';
import { articleInventory, articleLab } from '../support/article';

const ping: Probe = {
  kind: 'ping',
  address: '172.17.0.3',
  port: 0,
  text: '',
  expected: 'reachable',
};
const on = (endpoint: string, place: Source['place'], probe = ping): string =>
  repeatCommand({ endpoint, node: 'docker-node1', place }, probe, articleLab, articleInventory);

describe('the command that repeats a probe', () => {
  it('uses the tools of a container that has some', () =>
    expect(on('test1', { kind: 'container', pid: 7 })).toBe(
      './lab exec test1 -- ping -c 1 -W 1 172.17.0.3',
    ));

  it("uses the node's in the network namespace of one that has none", () =>
    expect(on('web', { kind: 'container', pid: 7 })).toBe(
      'docker exec -i docker-node1 nsenter --net=/proc/7/ns/net ping -c 1 -W 1 172.17.0.3',
    ));

  it('asks by name what was asked by name', () =>
    expect(
      on('test1', { kind: 'container', pid: 7 }, { ...ping, kind: 'name', text: 'test2' }),
    ).toContain(' test2'));

  it('survives a shell whatever it holds', () => {
    const words = ['a b', "it's", '$(id)', '`id`', '"', '\\', '', '*', ';', 'plain/1:2'];
    const said = execFileSync('sh', ['-c', `printf '%s\\n' ${shellQuote(words)}`], {
      encoding: 'utf8',
    });
    expect(said).toBe(`${words.join('\n')}\n`);
  });
});
