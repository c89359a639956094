import type { TourChapter } from '../step';

const title = (url: string): string[] => ['sh', '-c', `curl -sS -m 3 ${url} | grep title`];

export const ports: TourChapter = {
  id: 'ports',
  opening: {
    en: 'Two nginx servers on {node1}: web publishes nothing (`docker run --name web nginx`), web-port publishes its port 80 on the node’s port 80 (`-p 80:80`).',
    zh: '{node1} 上有两个 nginx：web 什么也不发布（`docker run --name web nginx`），web-port 把自己的 80 端口发布到节点的 80 端口（`-p 80:80`）。',
  },
  steps: [
    {
      see: {
        en: 'What each publishes: the column PORTS.',
        zh: '它们各自发布了什么：看 PORTS 一列。',
      },
      on: '{node1}',
      command: [
        'docker',
        'ps',
        '--filter',
        'name=web',
        '--format',
        'table {{.Names}}\\t{{.Ports}}',
      ],
      shows: [/^web-port +0\.0\.0\.0:80->80\/tcp/m, /^web (?!.*->)/m],
      means: {
        en: 'An arrow is a published port: `0.0.0.0:80->80/tcp` is port 80 of every address of the node. web at most mentions the port that its image uses; nothing of it is on the node.',
        zh: '箭头表示已发布的端口：`0.0.0.0:80->80/tcp` 是节点所有地址的 80 端口。web 至多只列出镜像使用的端口；节点上没有它的任何东西。',
      },
    },
    {
      see: {
        en: 'The node asks web at its own address on docker0.',
        zh: '节点直接访问 web 在 docker0 上的地址。',
      },
      on: '{node1}',
      command: ['curl', '-sS', '-m', '3', 'http://{web@bridge}/'],
      shows: ['Welcome to nginx!'],
      means: {
        en: 'The node is on docker0 itself, so it reaches each of its containers, published or not. So do web’s neighbours on docker0; from elsewhere there is no route to {web@bridge}.',
        zh: '节点自己就接在 docker0 上，所以能到达它的每一个容器，不管发布与否。docker0 上的邻居也可以；别处则没有到 {web@bridge} 的路由。',
      },
    },
    {
      see: {
        en: 'web-port at the node’s own loopback address.',
        zh: '通过节点自己的回环地址访问 web-port。',
      },
      on: '{node1}',
      command: title('http://127.0.0.1:80/'),
      shows: ['<title>Welcome to nginx!</title>'],
      means: {
        en: 'A published port is a port of the node. At 127.0.0.1 it is docker-proxy, a process on the node, that takes the connection and passes it on.',
        zh: '发布的端口就是节点的端口。在 127.0.0.1 上，由节点上的进程 docker-proxy 接收连接并转交。',
      },
    },
    {
      see: {
        en: '{node2} asks for the page at the address of {node1}.',
        zh: '{node2} 通过 {node1} 的地址取网页。',
      },
      on: '{node2}',
      command: title('http://{node1.address}:80/'),
      shows: ['<title>Welcome to nginx!</title>'],
      means: {
        en: 'From another host the packet’s destination is rewritten to the container’s address as it comes in (DNAT). {node2} needs to know nothing of the network behind.',
        zh: '来自其他主机的数据包一进来，目的地址就被改写成容器的地址（DNAT）。{node2} 不需要知道后面的网络。',
      },
    },
    {
      see: {
        en: 'The rule that does it, on {node1}.',
        zh: '{node1} 上做这件事的规则。',
      },
      on: '{node1}',
      command: ['iptables', '-t', 'nat', '-S', 'DOCKER'],
      shows: [/--dport 80 .*-j DNAT --to-destination \S+:80/],
      means: {
        en: 'What comes to port 80 by another interface than docker0 gets a new destination: port 80 of web-port.',
        zh: '从 docker0 以外的接口到达 80 端口的数据包，会得到新的目的地：web-port 的 80 端口。',
      },
    },
    {
      see: {
        en: 'And from outside, from your own machine.',
        zh: '再从外面，也就是你自己的机器上访问。',
      },
      on: 'outside',
      command: title('http://{node1.address}:80/'),
      shows: ['<title>Welcome to nginx!</title>'],
      means: {
        en: 'This is what publishing is for. Open the address in a browser, too. On a cloud server the same may fail although everything so far works: then its firewall or security group drops the packet before Docker sees it.',
        zh: '发布端口正是为了这个。也可以在浏览器里打开这个地址。在云服务器上，即使前面每一步都通，这一步也可能失败：那是它的防火墙或安全组在 Docker 看到之前就丢弃了数据包。',
      },
    },
  ],
};
