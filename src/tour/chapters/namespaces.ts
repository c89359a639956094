import type { TourChapter } from '../step';

export const namespaces: TourChapter = {
  id: 'namespaces',
  opening: {
    en: 'What a container is to the network, made by hand: a network namespace. The lab made two on {node1} and joined them with a veth pair, as the article does: `ip netns add test1`, `ip link add veth-test1 type veth peer name veth-test2`, each end moved into its namespace, given an address and set up.',
    zh: '对网络来说，容器就是一个网络命名空间；这里手工做一个。实验按文章的步骤在 {node1} 上创建了两个命名空间，并用 veth 对连接起来：`ip netns add test1`，`ip link add veth-test1 type veth peer name veth-test2`，再把两端分别移入命名空间、配上地址并启用。',
  },
  steps: [
    {
      see: { en: 'The namespaces of {node1}.', zh: '{node1} 上的命名空间。' },
      on: '{node1}',
      command: ['ip', 'netns', 'list'],
      shows: [/^test1\b/m, /^test2\b/m],
      means: {
        en: 'Two network stacks beside the one of the node: each has interfaces, routes and firewall rules of its own.',
        zh: '除节点自己的以外，又有两个网络栈：各有自己的接口、路由和防火墙规则。',
      },
    },
    {
      see: {
        en: 'What is in test1: its end of the veth pair, with its address, and up.',
        zh: 'test1 里有什么：veth 对的一端，有地址，状态是 UP。',
      },
      on: 'netns:test1',
      command: ['ip', 'address', 'show', 'dev', 'veth-test1'],
      shows: ['inet {netns:test1.address}/', /\bUP\b/],
      means: {
        en: 'A veth pair is a cable with two plugs. This plug is in test1; `veth-test1@if…` names the number of the other plug, which is in test2.',
        zh: 'veth 对就像一根两头有插头的网线。这一头插在 test1 里；`veth-test1@if…` 后面的编号是另一头，它插在 test2 里。',
      },
    },
    {
      see: { en: 'test1 pings the other end of the cable.', zh: 'test1 ping 网线的另一头。' },
      on: 'netns:test1',
      command: ['ping', '-c', '1', '-W', '2', '{netns:test2.address}'],
      shows: [', 0% packet loss'],
      means: {
        en: 'Both are in one subnet with a cable between them; nothing else is needed.',
        zh: '两者在同一个子网，中间有一根网线，不需要别的。',
      },
    },
    {
      see: {
        en: 'And the node on which the namespace is?',
        zh: '那么命名空间所在的节点呢？',
      },
      on: 'netns:test1',
      command: ['ping', '-c', '1', '-W', '2', '{node1.address}'],
      shows: [/Network is unreachable/],
      fails: true,
      means: {
        en: 'test1 has one route, to its own subnet. For everything else its kernel has no way and says so at once: `unreachable`. That a container can reach more is the work of a bridge and of NAT: the next chapter.',
        zh: 'test1 只有一条路由，通往自己的子网。对其他目的地，它的内核没有路可走，于是立刻报错：unreachable。容器之所以能到达更多地方，靠的是网桥和 NAT：见下一章。',
      },
    },
  ],
};
