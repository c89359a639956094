import { containerOf, labWith, refuses } from '../support/base-topology';

describe('links', () => {
  refuses([
    [
      'an unknown target',
      (t) => (containerOf(t, 'client').links = [{ container: 'wbe' }]),
      ['containers[1] (client).links[0]', 'unknown link target "wbe"'],
    ],
    [
      'an unknown target of a container that can have no links',
      (t) => Object.assign(containerOf(t, 'quiet'), { links: [{ container: 'wbe' }] }),
      ['containers[5] (quiet).links', 'links together with network mode "none"'],
    ],
    [
      'to itself',
      (t) => (containerOf(t, 'client').links = [{ container: 'client' }]),
      ['containers[1] (client).links[0]', 'client is linked to itself'],
    ],
    [
      'across nodes',
      (t) => (containerOf(t, 'client').links = [{ container: 'distant' }]),
      ['containers[1] (client).links[0]', 'a link across nodes'],
    ],
    [
      'to a container on none of its networks',
      (t) => (containerOf(t, 'client').links = [{ container: 'db' }]),
      ['containers[1] (client).links[0]', 'a link across networks: client and db share none'],
    ],
    [
      'to a container whose shared stack is on none of its networks',
      (t) => (containerOf(t, 'client').links = [{ container: 'sidecar' }]),
      ['containers[1] (client).links[0]', 'a link across networks: client and app share none'],
    ],
    [
      'to host mode',
      (t) => {
        containerOf(t, 'client').node = 'node2';
        containerOf(t, 'client').links = [{ container: 'agent' }];
      },
      ['containers[1] (client).links[0]', 'a link to agent, whose network mode is "host"'],
    ],
    [
      'to none mode',
      (t) => (containerOf(t, 'client').links = [{ container: 'quiet' }]),
      ['containers[1] (client).links[0]', 'a link to quiet, whose network mode is "none"'],
    ],
    [
      "an alias that is the container's own name",
      (t) => (containerOf(t, 'client').links = [{ container: 'web', alias: 'client' }]),
      ['containers[1] (client).links[0]', 'client would call web by its own name'],
    ],
    [
      'a circle of two',
      (t) => (containerOf(t, 'web').links = [{ container: 'client' }]),
      ['containers[1] (client).links[0]', 'links in a circle: web -> client -> web'],
    ],
    [
      'a circle of three, behind a container that is not in it',
      (t) => {
        containerOf(t, 'db').networks = ['bridge'];
        containerOf(t, 'app').networks = ['bridge'];
        containerOf(t, 'web').links = [{ container: 'app' }];
        containerOf(t, 'app').links = [{ container: 'db' }];
        containerOf(t, 'db').links = [{ container: 'web' }];
      },
      ['containers[3] (db).links[0]', 'links in a circle: web -> app -> db -> web'],
    ],
    [
      'two circles',
      (t) => {
        containerOf(t, 'db').networks = ['bridge'];
        containerOf(t, 'app').networks = ['bridge'];
        containerOf(t, 'web').links = [{ container: 'client' }];
        containerOf(t, 'app').links = [{ container: 'db' }];
        containerOf(t, 'db').links = [{ container: 'app' }];
      },
      ['containers[1] (client).links[0]', 'links in a circle: web -> client -> web'],
      ['containers[3] (db).links[0]', 'links in a circle: app -> db -> app'],
    ],
    [
      'a shell character in an alias',
      (t) => (containerOf(t, 'client').links = [{ container: 'web', alias: 'a;b' }]),
      ['containers[1] (client).links[0].alias', '"a;b" is no alias'],
    ],
  ]);

  test('a chain, and a target that two have, are no circle', () => {
    const lab = labWith((t) => {
      containerOf(t, 'db').networks = ['bridge', 'back'];
      containerOf(t, 'db').links = [{ container: 'client' }, { container: 'web' }];
    });
    expect(lab.containers[3]!.links.map(({ alias }) => alias)).toEqual(['client', 'web']);
  });
});
