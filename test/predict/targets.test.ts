import type { Target } from '../../src/topology/edge';
import { name } from './ask';
import { buildLab } from './builder';
import { edges } from '../support/predictor';

const lab = buildLab({
  containers: {
    web: {
      listens: [
        { port: 53, protocol: 'udp', page: 'by udp' },
        { port: 80, protocol: 'tcp', page: 'first' },
        { port: 90, protocol: 'tcp', page: 'second' },
        { port: 53, protocol: 'tcp', page: 'by tcp' },
      ],
      ports: [
        { published: 9090, target: 90 },
        { published: 5353, target: 53 },
        { published: 7070, target: 70 },
      ],
    },
    first: { networks: ['app', { network: 'back', aliases: ['db'] }] },
    second: { networks: [{ network: 'app', aliases: ['db'] }] },
    asker: {},
  },
  networks: [{ name: 'app' }, { name: 'back' }],
});
const asked = (from: string): Target[] =>
  edges(lab)
    .filter((edge) => edge.from === from)
    .map(({ target }) => target);

describe('a published port', () => {
  const at = (port: number) =>
    asked('outside').filter((target) => 'port' in target && target.port === port);

  it('is expected to show the page of the port that it leads to', () => {
    expect(at(9090)).toEqual([expect.objectContaining({ page: 'second', protocol: 'tcp' })]);
    expect(at(5353)).toEqual([expect.objectContaining({ page: 'by tcp', protocol: 'tcp' })]);
  });

  it('is expected to show none where nothing listens', () => {
    expect(at(7070)).toHaveLength(1);
    expect(at(7070)[0]).not.toHaveProperty('page');
  });
});

describe('a name that two containers carry', () => {
  it('is asked for once, and is the first’s to who does not know it', () =>
    expect(asked('asker').filter((target) => 'name' in target && target.name === 'db')).toEqual([
      { ...name('db'), endpoint: 'first' },
    ]));
});
