import type { TourChapter } from '../step';

export const multiHost: TourChapter = {
  id: 'multi-host',
  opening: {
    en: 'Every network so far ended at its node. Docker Swarm has one that does not: an overlay (`docker swarm init`, `docker swarm join`, `docker network create -d overlay --attachable test-overlay`). test5 on {node1} and the nginx web-overlay on {node2} are on it.',
    zh: '到目前为止，每个网络都止于自己的节点。Docker Swarm 有一种不是这样的网络：overlay（`docker swarm init`、`docker swarm join`、`docker network create -d overlay --attachable test-overlay`）。{node1} 上的 test5 和 {node2} 上的 nginx web-overlay 都在上面。',
  },
  steps: [
    {
      see: { en: 'The nodes of the swarm.', zh: 'swarm 的节点。' },
      on: '{node1}',
      command: ['docker', 'node', 'ls'],
      shows: [/{node1}\s+Ready\s+Active\s+Leader/, /{node2}\s+Ready\s+Active/],
      means: {
        en: '{node1} is the manager: it keeps the list of networks and their addresses. {node2} has joined it as a worker.',
        zh: '{node1} 是管理节点：它保存网络及其地址的列表。{node2} 作为工作节点加入。',
      },
    },
    {
      see: { en: 'The networks of {node1} now.', zh: '{node1} 现在的网络。' },
      on: '{node1}',
      command: ['docker', 'network', 'ls'],
      shows: [/test-overlay\s+overlay\s+swarm/, /docker_gwbridge\s+bridge\s+local/],
      means: {
        en: 'Scope swarm: test-overlay is the same network on both nodes. docker_gwbridge came with the swarm, as did ingress, which publishes the ports of services.',
        zh: '作用域是 swarm：test-overlay 在两个节点上是同一个网络。docker_gwbridge 随 swarm 而来，用来发布服务端口的 ingress 也是。',
      },
    },
    {
      see: {
        en: 'test5 pings web-overlay, which is on the other node, by name.',
        zh: 'test5 按名字 ping 另一个节点上的 web-overlay。',
      },
      on: 'test5',
      command: ['ping', '-c', '1', '-W', '2', 'web-overlay'],
      shows: ['{web-overlay@test-overlay}', ', 0% packet loss'],
      means: {
        en: 'The DNS server of the network knows containers of every node. Compare the namespaces and bridges before: nothing on {node1} could reach a container of {node2} that published nothing.',
        zh: '网络的 DNS 服务器知道每个节点上的容器。与前面的命名空间和网桥比较一下：{node1} 上没有谁能到达 {node2} 上一个没有发布端口的容器。',
      },
    },
    {
      see: { en: 'And asks for its page.', zh: '再取它的网页。' },
      on: 'test5',
      command: ['sh', '-c', 'wget -T 3 -qO - http://web-overlay/ | grep title'],
      shows: ['<title>Welcome to nginx!</title>'],
      means: {
        en: 'Every port is there, published or not, as between neighbours on one bridge.',
        zh: '每个端口都可用，无论是否发布，就像同一个网桥上的邻居之间那样。',
      },
    },
    {
      see: { en: 'The interfaces of test5.', zh: 'test5 的接口。' },
      on: 'test5',
      command: ['ip', 'address'],
      shows: [/mtu 1450/, 'inet {test5@test-overlay}/', 'inet {test5@docker_gwbridge}/'],
      means: {
        en: '{test5@test-overlay} is on the overlay; its frames are wrapped in UDP packets between the nodes, which takes 50 bytes of each: hence mtu 1450. {test5@docker_gwbridge} is on docker_gwbridge, since an overlay has no way out of its own.',
        zh: '{test5@test-overlay} 在 overlay 上；它的帧在节点之间装进 UDP 数据包，每个要占去 50 字节，所以 mtu 是 1450。{test5@docker_gwbridge} 在 docker_gwbridge 上，因为 overlay 本身没有出口。',
      },
    },
    {
      see: {
        en: 'How {node1} finds the other node: the bridge of the overlay, in its network namespace.',
        zh: '{node1} 怎样找到另一个节点：overlay 的网桥，在它自己的网络命名空间里。',
      },
      on: '{node1}',
      command: [
        'sh',
        '-c',
        'for n in /run/docker/netns/1-*; do nsenter --net="$n" bridge fdb show dev vxlan0; done | grep dst',
      ],
      shows: [/dst {node2.address}\b/],
      means: {
        en: 'A table of MAC addresses, as every switch has one; but these are behind {node2.address}: VXLAN carries the frame there.',
        zh: '和每台交换机一样的 MAC 地址表；不过这些地址在 {node2.address} 后面：VXLAN 把帧送到那里。',
      },
    },
    {
      see: {
        en: 'test4 is on the same node as test5, on test-bridge. Does it know web-overlay?',
        zh: 'test4 和 test5 在同一个节点上，但在 test-bridge 上。它认识 web-overlay 吗？',
      },
      on: 'test4',
      command: ['ping', '-c', '1', '-W', '2', 'web-overlay'],
      shows: ["bad address 'web-overlay'"],
      fails: true,
      means: {
        en: 'A network’s names are for its own members, on whatever node.',
        zh: '一个网络的名字只给它自己的成员用，无论在哪个节点上。',
      },
    },
    {
      see: {
        en: 'Can {node1} itself reach the overlay?',
        zh: '{node1} 自己能到达 overlay 吗？',
      },
      on: '{node1}',
      command: ['sh', '-c', 'ip -o address | grep -c "inet {gateway@test-overlay}/"'],
      shows: [/^0$/m],
      fails: true,
      means: {
        en: 'It has docker0, docker_gwbridge and a bridge for test-bridge, and an address on each; of test-overlay it has no interface at all. The overlay’s bridge is in a namespace that only the engine enters.',
        zh: '它有 docker0、docker_gwbridge 和 test-bridge 的网桥，在每个上面都有一个地址；但它没有 test-overlay 的任何接口。overlay 的网桥在一个只有引擎进入的命名空间里。',
      },
    },
  ],
};
