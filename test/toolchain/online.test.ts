import { isOffline, sourcesAnswer } from '../../src/toolchain/online';
import { configOf } from './support';

const DISCOVERY = '{"providers.v1":"/v1/providers/"}';
const REGISTRY = { 'docker-distribution-api-version': 'registry/2.0' };

/** A `fetch` that answers for each host, or fails where it has no answer. */
const answering = (hosts: Readonly<Record<string, () => Response>>): typeof fetch => {
  return (url) => {
    const answer = hosts[new URL(url instanceof Request ? url.url : url).host];
    return answer === undefined
      ? Promise.reject(new TypeError('fetch failed'))
      : Promise.resolve(answer());
  };
};

const terraform = { 'registry.terraform.io': () => new Response(DISCOVERY) };
const hub = {
  'registry-1.docker.io': () => new Response('', { status: 401, headers: REGISTRY }),
};

test('online where both sources answer', async () => {
  expect(await sourcesAnswer(answering({ ...terraform, ...hub }))).toBe(true);
});

test.each([
  ['the Terraform registry', hub],
  ['Docker Hub', terraform],
  ['both', {}],
])('offline without %s', async (_name, hosts) => {
  expect(await sourcesAnswer(answering(hosts))).toBe(false);
});

test('a page that a closed network shows instead is no answer', async () => {
  const portal = () => new Response('<h1>Please log in</h1>');
  const hosts = { 'registry.terraform.io': portal, 'registry-1.docker.io': portal };
  expect(await sourcesAnswer(answering(hosts))).toBe(false);
});

test('the probe is made once a run', async () => {
  const probe = jest.fn(() => Promise.resolve(false));
  const config = configOf();
  expect(await isOffline(config, probe)).toBe(true);
  expect(await isOffline(config, probe)).toBe(true);
  expect(probe).toHaveBeenCalledTimes(1);
});

test.each([true, false])('LAB_OFFLINE decides without a probe: %s', async (offline) => {
  const probe = jest.fn(() => Promise.resolve(offline));
  expect(await isOffline(configOf({ offline }), probe)).toBe(offline);
  expect(probe).not.toHaveBeenCalled();
});
