import { causesOf } from '../../src/review/causes/differences';
import { diffReachability } from '../../src/review/diff';
import { edgeLabel } from '../../src/topology/edge';
import type { Lab } from '../../src/topology/lab';
import { tell } from '../../src/text/tell';
import { tongueOf } from '../../src/i18n/tongue';
import { addServices, type ServiceSpec } from '../support/services';
import { buildLab, type LabSpec } from '../predict/builder';
import { newAndLost } from './told';

const base: LabSpec = {
  swarm: ['node1', 'node2'],
  overlays: [{ name: 'over' }, { name: 'wide' }],
  containers: { a: { networks: ['over'] } },
};
type Services = Readonly<Record<string, ServiceSpec>>;
const lab = (services: Services, more: LabSpec = {}): Lab =>
  addServices(buildLab({ ...base, ...more }), services);
const two: ServiceSpec = { replicas: 2 };

const cases: readonly [string, Lab, Lab][] = [
  ['service web is new (2 replicas on over)', lab({}), lab({ web: two })],
  [
    'services api, web are new (1 replica on over, wide)',
    lab({}),
    lab({ api: { networks: ['over', 'wide'] }, web: { networks: ['over', 'wide'] } }),
  ],
  ['service web is gone (2 replicas on over)', lab({ web: two }), lab({})],
  ['web: 2 -> 3 replicas', lab({ web: two }), lab({ web: { replicas: 3 } })],
  ['api, web: 2 -> 1 replica', lab({ api: two, web: two }), lab({ api: {}, web: {} })],
  ['web: endpoint mode vip -> dnsrr', lab({ web: {} }), lab({ web: { endpointMode: 'dnsrr' } })],
  [
    'web joins overlay wide',
    lab({ web: two }),
    lab({ web: { ...two, networks: ['over', 'wide'] } }),
  ],
  [
    'web leaves overlay wide',
    lab({ web: { ...two, networks: ['over', 'wide'] } }),
    lab({ web: two }),
  ],
  [
    'web publishes 8080/tcp, 8443/tcp through the routing mesh',
    lab({ web: two }),
    lab({ web: { ...two, ports: [8080, 8443] } }),
  ],
  [
    'web no longer publishes 8080/tcp through the routing mesh',
    lab({ web: { ...two, ports: [8080] } }),
    lab({ web: two }),
  ],
  [
    'web publishes otherwise: 8080/tcp (0.0.0.0 to 80 -> 0.0.0.0 to 81) through the routing mesh',
    lab({ web: { ports: [8080] } }),
    lab({ web: { ports: [{ published: 8080, target: 81 }] } }),
  ],
  ['web listens on 80/tcp', lab({ web: two }), lab({ web: { ...two, listens: [80] } })],
  [
    'web: image nginx:1.26 -> nginx:1.27',
    lab({ web: two }),
    lab({ web: { ...two, image: 'nginx:1.27' } }),
  ],
  [
    'overlay more is new, with a, web',
    lab({ web: two }),
    lab(
      { web: { ...two, networks: ['over', 'more'] } },
      {
        overlays: [...base.overlays!, { name: 'more' }],
        containers: { a: { networks: ['over', 'more'] } },
      },
    ),
  ],
];

test.each(cases)('%s', (text, before, after) => {
  expect(causesOf(before, after).map((cause) => cause.text)).toEqual([text]);
  const chinese = causesOf(before, after).map((cause) => tell(cause.text, tongueOf('zh')));
  expect(chinese.join()).toMatch(/\p{Script=Han}/u);
  expect(chinese.join()).not.toMatch(/replica| and | on |through/);
});

test('a node that joins the swarm gets replicas, which no sentence tells one by one', () => {
  const texts = causesOf(lab({ web: two }, { swarm: ['node1'] }), lab({ web: two })).map(
    (cause) => cause.text,
  );
  expect(texts).toEqual([
    'node2 joins the swarm',
    'the replicas of web are spread over node1, node2 instead of node1',
  ]);
});

const names = ['+ a -> "tasks.web"', '+ a -> "web"'];

describe('the edges of a service', () => {
  it('that is new are told with it, those of its replicas too', () => {
    const found = newAndLost(lab({}), lab({ web: two }));
    expect(Object.keys(found)).toEqual(['service web is new (2 replicas on over)']);
    expect(Object.values(found)[0]).toEqual(
      expect.arrayContaining([
        ...names,
        '+ a -> web@over',
        '+ web.2 -> a@over',
        '+ a -> web.1@over',
      ]),
    );
  });

  it('are told with it where another service has replicas like its own', () => {
    const found = newAndLost(lab({}), lab({ api: {}, web: two }));
    expect(found['service api is new (1 replica on over)']).toContain('+ api.1 -> a@over');
    expect(found['service web is new (2 replicas on over)']).toContain('+ web.1 -> a@over');
  });

  it('without a virtual address are those of its names and replicas', () => {
    const [edges] = Object.values(newAndLost(lab({}), lab({ web: { endpointMode: 'dnsrr' } })));
    expect(edges).toEqual(expect.arrayContaining([...names, '+ a -> web.1@over']));
    expect(edges).not.toContain('+ a -> web@over');
  });

  it('that gets a replica are those of the replica only', () => {
    const found = newAndLost(lab({ web: two }), lab({ web: { replicas: 3 } }));
    expect(Object.keys(found)).toEqual(['web: 2 -> 3 replicas']);
    for (const edge of Object.values(found)[0]!) expect(edge).toContain('web.3');
  });

  it('whose mode changes are those of its virtual address; its name leads elsewhere', () => {
    const [before, after] = [lab({ web: {} }), lab({ web: { endpointMode: 'dnsrr' } })];
    expect(newAndLost(before, after)).toEqual({
      'web: endpoint mode vip -> dnsrr': ['- a -> web@over', '- web.1 -> web@over'],
    });
    const [group] = diffReachability(before, after).groups;
    const otherwise = [...group!.edges()].filter(({ kind }) => kind === 'reason');
    expect(otherwise.map(({ edge }) => edgeLabel(edge)).sort()).toEqual([
      'a -> "web"',
      'web.1 -> "web"',
    ]);
  });

  it('that joins an overlay are told in one line', () => {
    const more = { containers: { a: { networks: ['over'] }, c: { networks: ['wide'] } } };
    const before = lab({ web: two }, more);
    const after = lab({ web: { ...two, networks: ['over', 'wide'] } }, more);
    const found = newAndLost(before, after);
    expect(Object.keys(found)).toEqual(['web joins overlay wide']);
    expect(found['web joins overlay wide']).toEqual(
      expect.arrayContaining([
        '+ c -> "web"',
        '+ c -> web@wide',
        '+ c -> web.2@wide',
        '+ web.1 -> c@wide',
      ]),
    );
  });

  it('that listens are those of its virtual address and of its replicas', () => {
    const found = newAndLost(lab({ web: two }), lab({ web: { ...two, listens: [80] } }));
    expect(Object.keys(found)).toEqual(['web listens on 80/tcp']);
    expect(found['web listens on 80/tcp']).toEqual(
      expect.arrayContaining(['+ a -> web@over:80/tcp', '+ web.1 -> web.2@over:80/tcp']),
    );
  });

  it('have the service and its replicas as their hub', () => {
    const [group] = diffReachability(lab({}), lab({ web: two })).groups;
    expect(group!.parties.hub).toEqual(['web', 'web.1', 'web.2']);
    expect(group!.parties.both).toContain('a');
  });

  it('take the place of those of a container of its name', () => {
    const container = buildLab({
      ...base,
      containers: { a: { networks: ['over'] }, web: { networks: ['over'] } },
    });
    expect(causesOf(container, lab({ web: {} })).map(({ text }) => text)).toEqual([
      'service web is new (1 replica on over)',
      'web is gone from node1 (over)',
    ]);
    const edges = Object.values(newAndLost(container, lab({ web: {} }))).flat();
    expect(edges).toContain('- web -> a@over');
  });
});
