import type { TourChapter } from '../step';

export const nodes: TourChapter = {
  id: 'nodes',
  opening: {
    en: 'Two Docker hosts on one network. Before anything else: is the other host there, and does a service answer on it? `ping` asks the first question, `telnet` the second.',
    zh: '同一个网络上的两台 Docker 主机。先问两件事：另一台主机在不在？它上面的服务答不答？`ping` 回答前一个问题，`telnet` 回答后一个。',
  },
  steps: [
    {
      see: {
        en: '{node1} asks whether {node2} is there.',
        zh: '{node1} 问 {node2} 在不在。',
      },
      on: '{node1}',
      command: ['ping', '-c', '1', '-W', '2', '{node2.address}'],
      shows: [', 0% packet loss'],
      means: {
        en: 'An ICMP echo request went out and a reply came back: the host is there, and there is a way to it and back. That says nothing about any service on it.',
        zh: 'ICMP echo 请求发了出去，应答也回来了：主机在，来回的路都通。但这完全不能说明它上面的服务是否可用。',
      },
    },
    {
      see: {
        en: 'Does a service answer there? TCP port 22 is sshd.',
        zh: '那里的服务会应答吗？TCP 22 端口是 sshd。',
      },
      on: '{node1}',
      command: ['sh', '-c', '(sleep 1; echo) | telnet {node2.address} 22'],
      shows: ['Connected to {node2.address}', 'SSH-2.0'],
      fails: 'perhaps',
      means: {
        en: 'Connected: something listens on the port, and it says what it is. (It does not like our empty line and hangs up; the connection is what matters.)',
        zh: 'Connected：这个端口上有程序在监听，它还报上了自己的名字。（它不接受我们发的空行并挂断；重要的是连接建立了。）',
      },
    },
    {
      see: {
        en: 'And a port on which nothing listens?',
        zh: '如果端口上没有程序监听呢？',
      },
      on: '{node1}',
      command: ['telnet', '{node2.address}', '23'],
      shows: ['Connection refused'],
      fails: true,
      means: {
        en: 'Refused at once: the packet arrived, and the kernel of {node2} itself said that nobody listens. `refused` is a sign of life; a firewall that drops the packet would have kept us waiting (`timeout`).',
        zh: '立刻被拒绝：数据包到达了，是 {node2} 的内核自己说没有人在监听。refused 是“活着”的标志；如果是防火墙丢弃了数据包，我们会一直等到 timeout。',
      },
    },
  ],
};
