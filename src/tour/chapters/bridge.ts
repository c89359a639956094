import type { TourChapter } from '../step';

export const bridge: TourChapter = {
  id: 'bridge',
  opening: {
    en: 'Three containers on the default bridge of {node1}: test1, test2 and test3. The engine has done for each what the last chapter did by hand, with a bridge (a switch in software) in the middle: docker0.',
    zh: '{node1} 的默认网桥上有三个容器：test1、test2、test3。上一章手工做的事，引擎为每个容器都做了一遍，只是中间多了一个网桥（软件交换机）：docker0。',
  },
  steps: [
    {
      see: {
        en: 'The networks that every engine has from the start: bridge, host and none.',
        zh: '每个引擎一开始就有的网络：bridge、host 和 none。',
      },
      on: '{node1}',
      command: ['docker', 'network', 'ls'],
      shows: [/\bbridge +bridge\b/, /\bhost +host\b/, /\bnone +null\b/],
      means: {
        en: '`bridge` is the default bridge; a container that asks for nothing else is on it. `host` and `none` have chapters of their own. (test-bridge belongs to a later chapter: the whole lab is already running.)',
        zh: '`bridge` 就是默认网桥；容器不作其他要求时就接在它上面。`host` 和 `none` 各有自己的一章。（test-bridge 属于后面的章节：整个实验已经在运行。）',
      },
    },
    {
      see: {
        en: 'The interfaces of test1: eth0, and its address from docker0’s subnet.',
        zh: 'test1 的接口：eth0，以及来自 docker0 子网的地址。',
      },
      on: 'test1',
      command: ['ip', 'address'],
      shows: ['inet {test1@bridge}/', /\blo\b/],
      means: {
        en: 'A network stack of its own. {test1@bridge} is its address on the default bridge. (The other ethernet interface is on test-bridge; which of the two is called eth0 is left to the engine.)',
        zh: '它有自己的网络栈。{test1@bridge} 是它在默认网桥上的地址。（另一个以太网接口接在 test-bridge 上；两者哪个叫 eth0，由引擎决定。）',
      },
    },
    {
      see: { en: 'test1 pings test2 at its address.', zh: 'test1 按地址 ping test2。' },
      on: 'test1',
      command: ['ping', '-c', '1', '-W', '2', '{test2@bridge}'],
      shows: [', 0% packet loss'],
      means: {
        en: 'Two containers on one bridge are neighbours, as if plugged into the same switch. No port was published for that, and none has to be.',
        zh: '同一网桥上的两个容器是邻居，就像插在同一台交换机上。这不需要发布任何端口。',
      },
    },
    {
      see: {
        en: 'Who is on the default bridge, as the engine sees it. (`docker network inspect bridge` shows everything; here are names and addresses only.)',
        zh: '从引擎的角度看，谁在默认网桥上。（`docker network inspect bridge` 显示全部内容；这里只取名字和地址。）',
      },
      on: '{node1}',
      command: [
        'docker',
        'network',
        'inspect',
        'bridge',
        '--format',
        '{{range .Containers}}{{.Name}} {{.IPv4Address}}{{println}}{{end}}',
      ],
      shows: ['test1 {test1@bridge}/', 'test2 {test2@bridge}/', 'test3 {test3@bridge}/'],
      lacks: ['test4'],
      means: {
        en: 'test1, test2 and test3 are there, with the web servers of a later chapter. test4 is not: it is on another network.',
        zh: 'test1、test2、test3 都在，还有后面一章的 web 服务器。test4 不在：它在另一个网络上。',
      },
    },
    {
      see: {
        en: 'The same seen from Linux: what is plugged into the switch docker0.',
        zh: '再从 Linux 的角度看：交换机 docker0 上插着什么。',
      },
      on: '{node1}',
      command: ['brctl', 'show', 'docker0'],
      shows: [/docker0\s+8000\./, /veth/],
      means: {
        en: 'Each veth… is the node’s end of a cable whose other end is a container’s ethernet interface: the veth pair of the last chapter, one for each container on the network.',
        zh: '每个 veth… 都是一根网线在节点这边的一头，另一头是某个容器的以太网接口：正是上一章的 veth 对，网络上的每个容器各有一根。',
      },
    },
    {
      see: {
        en: 'Where test3 sends what is for elsewhere.',
        zh: '要去别处的数据包，test3 发给谁。',
      },
      on: 'test3',
      command: ['ip', 'route'],
      shows: ['default via {gateway@bridge}'],
      means: {
        en: 'Its default gateway is {gateway@bridge}: that is docker0 itself, an address of the node. So the node decides what happens to packets for elsewhere.',
        zh: '它的默认网关是 {gateway@bridge}：就是 docker0 本身，节点的一个地址。所以去往别处的数据包由节点决定如何处理。',
      },
    },
    {
      see: {
        en: 'test3 pings the machine outside, on which you run the lab.',
        zh: 'test3 ping 外面的机器，也就是你运行实验的这台。',
      },
      on: 'test3',
      command: ['ping', '-c', '1', '-W', '2', '{outside.address}'],
      shows: [', 0% packet loss'],
      means: {
        en: 'It answers, although it has never heard of test3’s subnet. How does the answer find its way back?',
        zh: '它应答了，尽管它根本不知道 test3 的子网。应答是怎么找到回来的路的？',
      },
    },
    {
      see: {
        en: 'The rule on the node that makes it work.',
        zh: '节点上让这件事成为可能的规则。',
      },
      on: '{node1}',
      command: ['iptables', '-t', 'nat', '-S', 'POSTROUTING'],
      shows: [/-s \S+ ! -o docker0 -j MASQUERADE/],
      means: {
        en: 'MASQUERADE is NAT: what comes from the subnet of docker0 and leaves by another interface gets the node’s own address as its sender. Answers come to the node, which passes them on.',
        zh: 'MASQUERADE 就是 NAT：来自 docker0 子网、从其他接口出去的数据包，发送方地址会换成节点自己的地址。应答回到节点，再由节点转交。',
      },
    },
  ],
};
