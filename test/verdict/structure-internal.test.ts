import { articleLab, withNode } from '../support/article';
import { structureOf } from '../support/verdicts';

describe('on an internal network alone', () => {
  const lab = {
    ...articleLab,
    networks: articleLab.networks.map((one) => ({ ...one, internal: true })),
  };
  const on = (engine: string, routes?: []): string[] =>
    structureOf(
      lab,
      withNode(({ networks, containers, ...state }) => ({
        ...state,
        engine,
        networks: networks.map((one) =>
          one.name === 'test-bridge' ? { ...one, internal: true } : one,
        ),
        containers: containers.map((one) =>
          one.name === 'test4' && one.inside !== undefined && routes !== undefined
            ? { ...one, inside: { ...one.inside, routes } }
            : one,
        ),
      })),
    )
      .filter(({ status, to }) => status !== 'pass' && to === 'test4')
      .map(({ subject }) => subject);

  it('a container has a default route up to engine 24', () => {
    expect(on('20.10.24')).toEqual([]);
    expect(on('20.10.24', [])).toEqual(['test4 has its default gateway on test-bridge']);
  });

  it('a container has none from engine 25 on', () => {
    expect(on('26.1.5')).toEqual(['test4 has its default gateway on none']);
    expect(on('26.1.5', [])).toEqual([]);
  });
});
