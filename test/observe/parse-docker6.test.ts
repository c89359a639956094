import { parseContainer, parseNetwork } from '../../src/observe/parse-docker';

const network = (more: object) =>
  parseNetwork(
    JSON.stringify({
      Id: 'a'.repeat(64),
      Name: 'app',
      Driver: 'bridge',
      Internal: false,
      IPAM: {
        Config: [
          { Subnet: 'fd00:1::/64', Gateway: 'fd00:1::1' },
          { Subnet: '172.18.0.0/16', Gateway: '172.18.0.1' },
        ],
      },
      ...more,
    }),
  );

test('a network with both families, in whatever order', () => {
  expect(network({ EnableIPv6: true })).toMatchObject({
    subnet: '172.18.0.0/16',
    gateway: '172.18.0.1',
    subnet6: 'fd00:1::/64',
  });
});

test('a network whose IPv6 is off has none', () => {
  expect(network({ EnableIPv6: false })).not.toHaveProperty('subnet6');
});

test("a container's address of each family, where it has one", () => {
  const at = (IPAddress: string, GlobalIPv6Address: string) => ({
    NetworkID: 'n',
    IPAddress,
    GlobalIPv6Address,
    Gateway: '',
    MacAddress: '',
  });
  const { attachments } = parseContainer(
    JSON.stringify({
      Id: 'c',
      Name: '/c',
      State: { Status: 'running', Pid: 1, ExitCode: 0 },
      Config: {},
      HostConfig: { NetworkMode: 'bridge' },
      NetworkSettings: {
        Networks: { app: at('172.18.0.2', 'fd00:1::2'), bridge: at('172.17.0.2', '') },
      },
    }),
    undefined,
  );
  expect(attachments.map(({ address, address6 }) => [address, address6])).toEqual([
    ['172.18.0.2', 'fd00:1::2'],
    ['172.17.0.2', undefined],
  ]);
});
