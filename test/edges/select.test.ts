import type { Edge } from '../../src/topology/edge';
import { asksFor, parseWanted } from '../../src/edges/select';

const ping: Edge = { from: 'a', target: { kind: 'ping', endpoint: 'b', network: 'bridge' } };
const port: Edge = {
  from: 'a',
  target: { kind: 'node-port', node: 'n1', address: '10.0.0.1', port: 80, protocol: 'tcp' },
};
const name: Edge = { from: 'a', target: { kind: 'name', name: 'alias', endpoint: 'b' } };

describe('what a person asks for', () => {
  it.each([
    ['b', { name: 'b' }],
    ['b@bridge', { name: 'b', network: 'bridge' }],
    ['n1:80', { name: 'n1', port: 80 }],
    ['b@net:80/tcp', { name: 'b', network: 'net', port: 80 }],
    ['netns:test1', { name: 'netns:test1' }],
  ])('%s is read', (text, wanted) => expect(parseWanted(text)).toEqual(wanted));

  it('finds every way to an endpoint, by address and by name', () => {
    expect([ping, name].every((edge) => asksFor(edge, 'a', { name: 'b' }))).toBe(true);
    expect(asksFor(name, 'a', { name: 'alias' })).toBe(true);
    expect(asksFor(port, 'a', { name: 'n1', port: 80 })).toBe(true);
  });

  it('leaves out other senders, ports and networks', () => {
    expect(asksFor(ping, 'c', { name: 'b' })).toBe(false);
    expect(asksFor(ping, 'a', { name: 'b', network: 'other' })).toBe(false);
    expect(asksFor(ping, 'a', { name: 'b', port: 80 })).toBe(false);
    expect(asksFor(port, 'a', { name: 'n1', port: 81 })).toBe(false);
  });
});
