import { reportEndpoints } from '../../../reports/html/data/endpoints';
import { pathOf } from '../../../reports/html/path';
import { articleLab } from '../../support/article';
import { sampleCheck, type Sample } from '../../support/measured';

let sample: Sample;
beforeAll(async () => {
  sample = await sampleCheck();
});

const endpoints = reportEndpoints(articleLab);

/** The stations in one line; `!` is where the packet ends without an answer. */
const path = (subject: string): string => {
  const verdict = sample.result.verdicts.find((one) => one.subject === subject);
  if (verdict === undefined) throw new Error(`no edge ${subject}`);
  return pathOf(verdict, endpoints)
    .map(
      ({ kind, name, stops }) =>
        `${kind === 'endpoint' ? '' : `${kind} `}${name}${stops ? '!' : ''}`,
    )
    .join(' > ');
};

describe('the way of a packet', () => {
  it.each([
    ['test1 -> test2@bridge', 'test1 > bridge bridge > test2'],
    ['test1 -> test2@test-bridge', 'test1 > bridge test-bridge > test2'],
    ['test4 -> test3@bridge', 'test4 > bridge test-bridge > stack docker-node1!'],
    ['test4 -> "test2"', 'test4 > bridge test-bridge > test2'],
    ['test4 -> "test3"', 'test4 > names docker-node1!'],
    ['test-none -> docker-node1', 'test-none!'],
    ['test-none -> 127.0.0.1', 'test-none'],
    ['netns:test1 -> netns:test2', 'netns:test1 > veth veth > netns:test2'],
    ['netns:test1 -> docker-node1', 'netns:test1 > veth veth!'],
    ['docker-node1 -> docker-node2', 'docker-node1 > lan  > docker-node2'],
    ['docker-node1 -> web@bridge:80/tcp', 'docker-node1 > bridge bridge > web'],
    ['docker-node2 -> test1@bridge', 'docker-node2!'],
    ['test1 -> outside', 'test1 > bridge bridge > stack docker-node1 > lan  > outside'],
    [
      'docker-node2 -> docker-node1[192.168.205.10]:80/tcp',
      'docker-node2 > lan  > docker-node1 > web-port',
    ],
    ['outside -> docker-node1[192.168.205.10]:80/tcp', 'outside > lan  > docker-node1 > web-port'],
    ['docker-node1 -> docker-node1[127.0.0.1]:80/tcp', 'docker-node1 > web-port'],
    [
      'test1 -> docker-node1[192.168.205.10]:80/tcp',
      'test1 > bridge bridge > stack docker-node1 > web-port',
    ],
  ])('%s', (subject, stations) => {
    expect(path(subject)).toBe(stations);
  });

  it('ends at the receiver where an answer is expected, and begins at the sender always', () => {
    for (const verdict of sample.result.verdicts.filter(({ kind }) => kind === 'edge')) {
      const hops = pathOf(verdict, endpoints);
      expect(hops[0]?.name).toBe(verdict.from);
      const answers = /^reachable|^refused/.test(verdict.expected);
      if (answers) expect(hops.some(({ stops }) => stops)).toBe(false);
      const nearer = verdict.reasons.some(({ rule }) =>
        /^(own-address|same-subnet|loopback)$/.test(rule),
      );
      if (answers && !nearer) {
        expect(hops.map(({ name }) => name)).toContain(verdict.to);
      }
    }
  });
});
