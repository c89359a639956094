import { lab6 } from './lab6';
import { edges } from '../support/predictor';

/** Of whom a sender asks an IPv6 address, once for each. */
const asked = (from: string): string[] =>
  edges(lab6('28.5'))
    .filter((edge) => edge.from === from && edge.target.kind === 'ping6')
    .map(({ target }) => ('endpoint' in target ? target.endpoint : ''));
const abroad = (from: string): string[] =>
  asked(from).filter((endpoint) => ['node2', 'far', 'far2'].includes(endpoint));

describe('by IPv6', () => {
  const here = ['a1', 'a2', 'b', 'i1', 'i2', 'x1', 'x2', 'two', 'mixed'];

  it('a container asks for everything on its node, and for two addresses of others', () => {
    expect(asked('a1')).toEqual(expect.arrayContaining([...here, 'node1']));
    expect(abroad('a1')).toEqual(['node2', 'far']);
  });

  it('a container that cannot even ask its node asks for everything: it fails in itself', () =>
    expect(abroad('o')).toEqual(['node2', 'far', 'far2']));

  it('a node asks for everything but its own addresses', () => {
    expect(asked('node1')).toEqual(expect.arrayContaining(here));
    expect(asked('node1')).not.toContain('node1');
    expect(abroad('node1')).toEqual(['node2', 'far', 'far2']);
  });

  it.each(['outside', 'netns:ns1'])('%s asks for nothing', (from) =>
    expect(asked(from)).toEqual([]),
  );

  it.each(['host', 'guest', 'o', 'late'])('%s is asked for what is its own only', (endpoint) =>
    expect(asked('a1').filter((one) => one === endpoint)).toHaveLength(endpoint === 'late' ? 1 : 0),
  );
});
