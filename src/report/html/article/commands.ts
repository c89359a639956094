import type { ArticleCommand } from './command';

/** The commands of the article in its order; chapters and names are those of `topologies/docker-networking.ts`. */
export const ARTICLE: readonly ArticleCommand[] = [
  {
    chapter: 'nodes',
    typed: 'ping {node2.address}',
    measures: ['{node1} -> {node2}', '{node2} -> {node1}'],
    means: {
      en: 'Ping asks whether a host is there: both nodes are on one network and answer each other.',
      zh: 'ping 问的是主机在不在：两个节点在同一个网络上，互相应答。',
    },
  },
  {
    chapter: 'nodes',
    typed: 'telnet {node2.address} 22',
    measures: [
      '{node1} -> {node2}[{node2.address}]:22/tcp',
      '{node1} -> {node2}[{node2.address}]:23/tcp',
    ],
    means: {
      en: 'Telnet asks whether a service is there. “Refused” is an answer too: the host is up, and nobody listens on that port.',
      zh: 'telnet 问的是服务在不在。“被拒绝”也是一种回答：主机在，只是那个端口没有程序监听。',
    },
  },
  {
    chapter: 'namespaces',
    typed: 'ip netns exec test1 ip link',
    measures: [
      'namespace-interface veth-test1 test1 {node1}',
      'namespace-interface veth-test2 test2 {node1}',
    ],
    means: {
      en: 'A namespace begins with nothing but lo. Each end of the veth pair was moved into one, given an address and set up.',
      zh: '命名空间一开始只有 lo。veth 对的两端各移进一个命名空间，配上地址并启用。',
    },
  },
  {
    chapter: 'namespaces',
    typed: 'ip netns exec test1 ping 192.168.1.2',
    measures: [
      'netns:test1 -> netns:test2',
      'netns:test2 -> netns:test1',
      'netns:test1 -> {node1}',
    ],
    means: {
      en: 'The pair is a cable between the two, and the only way out of either: to the node there is no route.',
      zh: '这对 veth 就是两者之间的一根网线，也是各自唯一的出路：到节点没有路由。',
    },
  },
  {
    chapter: 'bridge',
    typed: 'docker exec test1 ip a',
    measures: ['own-namespace test1', 'default-gateway test1 docker0'],
    means: {
      en: 'Docker makes for each container what the chapter before made by hand: a namespace, a veth pair, an address.',
      zh: '上一章手工做的事，Docker 为每个容器都做一遍：命名空间、veth 对、地址。',
    },
  },
  {
    chapter: 'bridge',
    typed: 'docker exec test1 ping TEST2',
    measures: ['test1 -> test2@bridge', 'test2 -> test1@bridge', 'test3 -> test2@bridge'],
    means: {
      en: 'All on docker0 are neighbours, as if plugged into one switch.',
      zh: '接在 docker0 上的容器都是邻居，好像插在同一个交换机上。',
    },
  },
  {
    chapter: 'bridge',
    typed: 'docker network inspect bridge',
    measures: ['engine-networks {node1}', 'network-members bridge {node1}'],
    means: {
      en: 'bridge, host and none are there on every node; a container that asks for none of them is on bridge.',
      zh: '每个节点都有 bridge、host、none；不指定网络的容器就在 bridge 上。',
    },
  },
  {
    chapter: 'bridge',
    typed: 'brctl show',
    measures: ['bridge-port docker0 test1 {node1}', 'bridge-port docker0 test2 {node1}'],
    means: {
      en: 'One end of each pair is the container’s eth0, the other a port of docker0.',
      zh: '每对 veth 的一端是容器的 eth0，另一端是 docker0 的端口。',
    },
  },
  {
    chapter: 'bridge',
    typed: 'docker exec test1 ping OUTSIDE',
    measures: ['test1 -> gateway[bridge]', 'test1 -> outside'],
    means: {
      en: 'docker0 is the default gateway, and NAT on the node puts the node’s address in place of the container’s.',
      zh: 'docker0 是默认网关；节点上的 NAT 用节点的地址替换容器的地址。',
    },
  },
  {
    chapter: 'link',
    typed: 'docker run -d --name test3 --link test1 busybox',
    measures: [
      'test3 -> "test1"',
      'test3 -> "test2"',
      'test1 -> "test3"',
      '/etc/hosts of test3 has the link to test1',
    ],
    means: {
      en: 'A link is one line in one container’s /etc/hosts: a name in one direction, nothing more.',
      zh: 'link 只是一个容器的 /etc/hosts 里的一行：单向的名字，仅此而已。',
    },
  },
  {
    chapter: 'user-bridge',
    typed: 'docker network create -d bridge test-bridge',
    measures: ['network-exists test-bridge {node1}', 'network-declared test-bridge'],
    means: {
      en: 'A second switch on the same node, with a subnet and a name service of its own.',
      zh: '同一个节点上的第二个交换机，有自己的子网和名字服务。',
    },
  },
  {
    chapter: 'user-bridge',
    typed: 'docker network connect test-bridge test2',
    measures: ['attached test2 bridge', 'attached test2 test-bridge'],
    means: {
      en: 'A container may be on several networks: it gets one interface in each.',
      zh: '一个容器可以在多个网络上：每个网络给它一个接口。',
    },
  },
  {
    chapter: 'user-bridge',
    typed: 'docker exec test4 ping test2',
    measures: ['test4 -> "test2"', 'test2 -> "test4"', 'test4 -> test2@test-bridge'],
    means: {
      en: 'On a user-defined bridge containers know each other by name, through the embedded DNS server.',
      zh: '在用户自定义网桥上，容器通过内置 DNS 互相认识名字。',
    },
  },
  {
    chapter: 'user-bridge',
    typed: 'docker exec test4 ping TEST3',
    measures: ['test4 -> test3@bridge', 'test4 -> "test3"'],
    means: {
      en: 'Docker keeps bridges apart: what would cross from one to the other is dropped, so the sender waits in vain.',
      zh: 'Docker 把网桥互相隔离：要跨网桥的数据包被丢弃，发送方只能白等。',
    },
  },
  {
    chapter: 'ports',
    typed: 'docker run --name web -d nginx; curl WEB',
    measures: [
      '{node1} -> web@bridge:80/tcp',
      'publishes-nothing web',
      '{node2} -> web@bridge:80/tcp',
    ],
    means: {
      en: 'The node has an interface on docker0, so it reaches web at its own address, published or not.',
      zh: '节点在 docker0 上有接口，所以不管发布与否，都能用 web 自己的地址访问它。',
    },
  },
  {
    chapter: 'ports',
    typed: 'docker run --name web-port -p 80:80 -d nginx; curl 127.0.0.1',
    measures: [
      '{node1} -> {node1}[127.0.0.1]:80/tcp',
      '{node2} -> {node1}[{node1.address}]:80/tcp',
      'outside -> {node1}[{node1.address}]:80/tcp',
    ],
    means: {
      en: 'A published port is a port of the node: whoever reaches the node reaches the container behind it.',
      zh: '发布的端口就是节点的端口：能到达节点，就能到达它后面的容器。',
    },
  },
  {
    chapter: 'none',
    typed: 'docker run -d --name test-none --network none busybox',
    measures: ['only-loopback test-none', 'test-none -> 127.0.0.1', 'test-none -> {node1}'],
    means: {
      en: 'Only lo: it reaches itself and nothing else, and nothing reaches it.',
      zh: '只有 lo：除了自己到不了任何地方，也没有谁能到达它。',
    },
  },
  {
    chapter: 'host',
    typed: 'docker run -d --name test-host --network host busybox',
    measures: ['node-interfaces test-host {node1}', 'node-hostname test-host {node1}'],
    means: {
      en: 'No network of its own: it sees its node’s interfaces and has its node’s name.',
      zh: '没有自己的网络：它看到的是节点的接口，主机名也是节点的。',
    },
  },
  {
    chapter: 'host',
    typed: 'docker run -d --name web-host --network host nginx',
    measures: [
      'outside -> {node2}[{node2.address}]:80/tcp',
      '{node1} -> {node2}[{node2.address}]:80/tcp',
    ],
    means: {
      en: 'What it listens on is a port of the node, with nothing published: a second one that wants port 80 cannot have it.',
      zh: '它监听的就是节点的端口，不需要发布：第二个想要 80 端口的程序就拿不到了。',
    },
  },
];
