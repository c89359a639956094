import { LAB_LABEL } from '../../topology/lab';
import type { TourChapter } from '../step';

export const host: TourChapter = {
  id: 'host',
  opening: {
    en: 'The opposite: with `--network host` a container has no network stack of its own and uses its node’s. test-host is one on {node1}; web-host is an nginx on {node2}.',
    zh: '正好相反：使用 `--network host` 的容器没有自己的网络栈，直接用节点的。{node1} 上的 test-host 就是这样；{node2} 上的 web-host 是一个 nginx。',
  },
  steps: [
    {
      see: { en: 'The host name that test-host sees.', zh: 'test-host 看到的主机名。' },
      on: 'test-host',
      command: ['hostname'],
      shows: [/^{node1}$/m],
      means: {
        en: 'It is its node’s.',
        zh: '就是它所在节点的主机名。',
      },
    },
    {
      see: { en: 'And the interfaces.', zh: '再看接口。' },
      on: 'test-host',
      command: ['ip', 'address'],
      shows: [/\bdocker0\b/, 'inet {node1.address}/'],
      means: {
        en: 'All interfaces of {node1}, docker0 and the veth ends included. Nothing separates it from the node.',
        zh: '{node1} 的全部接口，包括 docker0 和那些 veth 端。它与节点之间没有任何网络隔离。',
      },
    },
    {
      see: {
        en: 'web-host publishes nothing. {node1} asks for the page at the address of {node2}.',
        zh: 'web-host 没有发布任何端口。{node1} 通过 {node2} 的地址取网页。',
      },
      on: '{node1}',
      command: ['sh', '-c', 'curl -sS -m 3 http://{node2.address}:80/ | grep title'],
      shows: ['<title>Welcome to nginx!</title>'],
      means: {
        en: 'What it listens on is a port of the node: there is nothing to publish.',
        zh: '它监听的端口就是节点的端口：不需要发布。',
      },
    },
    {
      see: {
        en: 'A second nginx on the host network of {node2} wants the same port. (nginx tries for a few seconds; the container removes itself.)',
        zh: '{node2} 的 host 网络上，第二个 nginx 想用同一个端口。（nginx 会尝试几秒钟；容器会自行删除。）',
      },
      on: '{node2}',
      command: [
        'docker',
        'run',
        '--rm',
        '--label',
        `${LAB_LABEL}={lab}`,
        '--network',
        'host',
        'nginx:1.26',
      ],
      shows: [/bind\(\) to 0\.0\.0\.0:80 failed/],
      fails: true,
      means: {
        en: 'A port of the node can have one user only. That is the price of the host network, and why the lab refuses such a topology before anything is created.',
        zh: '节点的一个端口只能有一个使用者。这就是 host 网络的代价，也是实验在创建任何东西之前就拒绝这种拓扑的原因。',
      },
    },
  ],
};
