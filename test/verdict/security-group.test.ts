import { closedFromOutside } from '../../src/verdict/security-group';
import type { EdgeVerdict, Status } from '../../src/verdict/result';
import { validate } from '../../src/topology/validate';
import article from '../../topologies/docker-networking';
import { verdict } from '../support/verdicts';

const hosts = { file: 'nodes.json', nodes: { cloud: { address: '203.0.113.7' } } };
const lab = validate(article, 'article', hosts);

const outside = (measured: string): EdgeVerdict =>
  verdict({ subject: 'outside -> cloud[203.0.113.7]:80/tcp', status: 'fail', measured });
const inside = (status: Status): EdgeVerdict =>
  verdict({ subject: 'cloud -> cloud[127.0.0.1]:80/tcp', status });

describe('a port of a further host that does not answer from outside', () => {
  it.each(['timeout', 'unreachable', 'refused'])(
    'is closed by a security group or firewall where the inside answers: %s',
    (measured) => {
      const hint = closedFromOutside(lab, [inside('pass')], outside(measured));
      expect(hint).toMatch(/^security group or firewall: .*Open TCP 80 inbound for 0\.0\.0\.0\/0/);
    },
  );

  it.each(['fail', 'error', 'skipped'] as const)(
    'is not called so where the inside is %s',
    (status) => {
      expect(closedFromOutside(lab, [inside(status)], outside('timeout'))).toBeUndefined();
    },
  );

  it('is not called so where another page came', () => {
    const edge = outside('reachable, but with another page');
    expect(closedFromOutside(lab, [inside('pass')], edge)).toBeUndefined();
  });

  it('is not called so for a node of the lab’s own network', () => {
    const subject = 'outside -> docker-node1[192.168.205.10]:80/tcp';
    const edge = verdict({ subject, status: 'fail', measured: 'timeout' });
    const own = verdict({ subject: 'docker-node1 -> docker-node1[127.0.0.1]:80/tcp' });
    expect(closedFromOutside(lab, [own], edge)).toBeUndefined();
  });
});
