import { articleLab, articleStates, withContainer } from '../support/article';
import { structureOf } from '../support/verdicts';

it('a default route that leads through another of its networks is found', () => {
  const { containers } = articleStates().get('docker-node1')!;
  const { attachments } = containers.find(({ name }) => name === 'test2')!;
  const other = attachments.find(({ network }) => network === 'test-bridge')!.gateway;
  const states = withContainer('test2', (container) => ({
    ...container,
    inside: {
      ...container.inside!,
      routes: container.inside!.routes.map((route) =>
        route.to === 'default' ? { ...route, gateway: other } : route,
      ),
    },
  }));
  const failing = structureOf(articleLab, states).filter(({ status }) => status !== 'pass');
  expect(failing.map(({ subject }) => subject)).toEqual([
    'test2 has its default gateway on docker0',
  ]);
});
