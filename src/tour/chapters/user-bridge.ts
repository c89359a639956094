import type { TourChapter } from '../step';

export const userBridge: TourChapter = {
  id: 'user-bridge',
  opening: {
    en: 'The better way to names: a network of your own (`docker network create -d bridge test-bridge`). test4 is on it; test1 and test2 were connected to it besides the default bridge (`docker network connect test-bridge test2`).',
    zh: '使用名字的更好办法：自己的网络（`docker network create -d bridge test-bridge`）。test4 在上面；test1 和 test2 除默认网桥外也接了上来（`docker network connect test-bridge test2`）。',
  },
  steps: [
    {
      see: { en: 'The new network, and its own bridge.', zh: '新网络，以及它自己的网桥。' },
      on: '{node1}',
      command: ['brctl', 'show'],
      shows: [/^br-[0-9a-f]{12}\s/m, /^docker0\s/m],
      means: {
        en: 'A second switch, br-…, beside docker0, with three cables: test1, test2 and test4.',
        zh: 'docker0 旁边多了第二台交换机 br-…，上面插着三根网线：test1、test2 和 test4。',
      },
    },
    {
      see: {
        en: 'test2 is on both networks: an interface in each subnet.',
        zh: 'test2 同时在两个网络上：每个子网各有一个接口。',
      },
      on: 'test2',
      command: ['ip', 'address'],
      shows: ['inet {test2@bridge}/', 'inet {test2@test-bridge}/'],
      means: {
        en: 'Connecting a container to a network is one more cable: {test2@bridge} on docker0, {test2@test-bridge} on test-bridge.',
        zh: '把容器接到一个网络，就是多插一根网线：docker0 上是 {test2@bridge}，test-bridge 上是 {test2@test-bridge}。',
      },
    },
    {
      see: {
        en: 'test4 pings test1 by name; no link was made.',
        zh: 'test4 按名字 ping test1；没有做过 link。',
      },
      on: 'test4',
      command: ['ping', '-c', '1', '-W', '2', 'test1'],
      shows: ['{test1@test-bridge}', ', 0% packet loss'],
      means: {
        en: 'On a user-defined network the engine runs a DNS server that knows every container on the network. It gave the address that test1 has on test-bridge, not the one on docker0.',
        zh: '在自定义网络上，引擎运行着一个 DNS 服务器，它知道网络上的每一个容器。它给出的是 test1 在 test-bridge 上的地址，而不是在 docker0 上的那个。',
      },
    },
    {
      see: {
        en: 'The other way round: test2 pings test4 by name.',
        zh: '反过来：test2 按名字 ping test4。',
      },
      on: 'test2',
      command: ['ping', '-c', '1', '-W', '2', 'test4'],
      shows: ['{test4@test-bridge}', ', 0% packet loss'],
      means: {
        en: 'Unlike a link, names on a user-defined network work in every direction.',
        zh: '与 link 不同，自定义网络上的名字在各个方向都可用。',
      },
    },
    {
      see: {
        en: 'test3 is only on docker0. Does test4 know its name?',
        zh: 'test3 只在 docker0 上。test4 认识它的名字吗？',
      },
      on: 'test4',
      command: ['ping', '-c', '1', '-W', '2', 'test3'],
      shows: ["bad address 'test3'"],
      fails: true,
      means: {
        en: 'The DNS server answers for the networks of the one who asks. test3 is on none of them.',
        zh: 'DNS 服务器只回答询问者所在网络的名字。test3 不在其中任何一个上。',
      },
    },
    {
      see: {
        en: 'And by address? Both bridges are on one node.',
        zh: '那么按地址呢？两个网桥都在同一个节点上。',
      },
      on: 'test4',
      command: ['ping', '-c', '1', '-W', '2', '{test3@bridge}'],
      shows: ['100% packet loss'],
      fails: true,
      means: {
        en: 'No answer, and no error: a `timeout`. The node has a route to both bridges, but Docker’s isolation rules drop what would go from one bridge to another. Two networks are kept apart even on one host.',
        zh: '没有应答，也没有报错：timeout。节点到两个网桥都有路由，但 Docker 的隔离规则会丢弃从一个网桥去往另一个网桥的数据包。即使在同一台主机上，两个网络也是隔开的。',
      },
    },
  ],
};
