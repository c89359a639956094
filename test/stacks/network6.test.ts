import article from '../../topologies/docker-networking';
import { validate } from '../../src/topology/validate';
import { synthesised } from '../support/synthesis';

const network = (more: object) => {
  const networks = (article.networks ?? [])
    .filter(({ name }) => name === 'test-bridge')
    .map((one) => ({ ...one, ...more }));
  const containers = article.containers?.slice(0, 1);
  const json = synthesised(validate({ ...article, networks, containers }, 'docker-networking.ts'));
  return json.resource['docker_network']?.['docker-node1_test-bridge'] ?? {};
};

test('a network with an IPv6 subnet has IPv6, with the gateway that the predictor takes', () => {
  expect(network({ subnet6: 'fd00:1::/64' })).toMatchObject({
    ipv6: true,
    ipam_config: [{ subnet: 'fd00:1::/64', gateway: 'fd00:1::1' }],
  });
});

test('it may have both', () => {
  expect(network({ subnet: '10.1.0.0/24', subnet6: 'fd00:1::/64' })).toMatchObject({
    ipam_config: [
      { subnet: '10.1.0.0/24', gateway: '10.1.0.1' },
      { subnet: 'fd00:1::/64', gateway: 'fd00:1::1' },
    ],
  });
});

test('another one says nothing of IPv6', () => {
  expect(network({})).not.toHaveProperty('ipv6');
});
