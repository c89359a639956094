import { OUTSIDE } from '../../topology/edge';
import { DEFAULT_BRIDGE } from '../../topology/lab';
import type { furtherReasons as en } from '../en/further-reasons';

const who = (id: string): string => (id === OUTSIDE ? '运行本实验的机器' : id);

const net = (name: string): string => (name === DEFAULT_BRIDGE ? '默认网桥' : name);

const wanted = ({
  protocol,
  port,
}: {
  readonly protocol: string;
  readonly port: number;
}): string => (protocol === 'icmp' ? 'ping' : `${port}/${protocol}`);

/** 接口上的网络、网关模式和别人的规则。 */
export const furtherReasons = {
  'lan-network': (one) => {
    switch (one.case) {
      case 'members':
        return `${one.from} 和 ${one.to} 在同一个接口上，或在它通向的机器上（${one.driver}，${one.network}）：两者之间没有节点的规则`;
      case 'own-node':
        return `${one.network} 在 ${one.node} 的接口上，内核不在该接口本身与它上面的接口之间转发：没有谁应答 ARP，不可达`;
      case 'private':
        return `${one.network} 的模式是 private：同一节点上它的容器互相听不到，不可达`;
      case 'nodes-network':
        return `${one.network} 通向节点网络，所以 ${who(one.from)} 和 ${who(one.to)} 是邻居`;
      case 'nobody':
        return `${one.network} 上没有谁拥有 ${one.to.address ?? `${one.to.endpoint} 的地址`}：不可达`;
      case 'no-way-back':
        return `${one.from} 把一切都发到自己的接口（${one.network} 的模式 l3），那里没有谁有返回的路由：超时`;
      case 'unpublished':
        return `${one.publisher} 的默认路由经过 ${one.network}，它的驱动不发布任何端口：被拒绝`;
    }
  },
  'gateway-mode': (one) => {
    switch (one.case) {
      case 'passes':
        return `${net(one.network)} 的网关模式是 ${one.mode}：${one.node} 放行到 ${one.to} 的 ${wanted(one)}`;
      case 'drops':
        return `${net(one.network)} 的网关模式是 ${one.mode}，而 ${one.to} 没有发布 ${wanted(one)}：${one.node} 丢弃它，超时`;
      case 'no-address':
        return `${one.node} 在${net(one.network)}上没有地址，也没有到它的路由：不可达`;
      case 'unpublished':
        return `${one.network} 的网关模式是 routed：${one.publisher} 在自己的地址上发布端口，而不在节点的地址上：被拒绝`;
    }
  },
  'direct-routing': (one) => {
    switch (one.case) {
      case 'route':
        return `运行本实验的机器有经 ${one.node} 到 ${one.to} 的路由`;
      case 'drops':
        return `${one.node} 丢弃别的机器发往${net(one.network)}上容器自身地址的数据包：超时`;
      case 'allowed':
        return `${one.node} 的引擎允许直接路由到${net(one.network)}（allow-direct-routing）`;
      case 'trusted':
        return `${net(one.network)}信任数据包进来的接口（trusted_host_interfaces）`;
      case 'marked':
        return `数据包带有 ${one.node} 的引擎放行的标记（bridge-accept-fwmark）`;
      case 'loopback':
        return `${one.address} 不允许从外面进来：${one.node} 丢弃它，超时`;
    }
  },
  'not-masqueraded': (one) =>
    one.case === 'leaves'
      ? `${one.node} 转发时保留发送方自己的地址：${net(one.network)}不做地址伪装`
      : `${who(one.from)} 没有返回 ${who(one.to)} 的路由，应答无处可去：超时`,
  'no-gateway': ({ from, family }) =>
    `${from} 的网络都不通向外面，所以它没有 ${family} 默认路由：不可达`,
  'link-port': ({ from, to, port, protocol }) =>
    `${from} 和 ${to} 之间的 link 打开了 ${to} 的 ${port}/${protocol}，尽管默认网桥上的容器不能互相通信`,
  'foreign-firewall': (one) => {
    switch (one.case) {
      case 'docker-user':
        return `${one.node} 的 DOCKER-USER 里有一条规则符合 ${wanted(one)}：${DOES[one.action]}`;
      case 'forward-drop':
        return `${one.node} 的 FORWARD 末尾有一条规则丢弃它：超时`;
      case 'input':
        return one.manager === 'ufw'
          ? `${one.node} 上的 ufw 丢弃 ${wanted(one)}：超时`
          : `${one.node} 上的 firewalld 拒绝 ${wanted(one)}：不可达`;
      case 'bypassed':
        return `${one.node} 上的 ${one.manager} 关闭了 ${wanted(one)}，但没有被问到：已发布的端口先被改写，之后就不是节点自己的端口了`;
    }
  },
  dns: (one) => {
    switch (one.case) {
      case 'node':
        return `${one.from} 的网络都不知道“${one.name}”，而 ${one.of} 的解析器知道：它是 ${one.address}`;
      case 'server':
        return `${one.from} 的网络都不知道“${one.name}”，而它的 DNS 服务器 ${one.server} 知道：它是 ${one.address}`;
      case 'internal':
        return `${one.from} 的网络都是内部网络：它们的 DNS 服务器不向别的服务器询问“${one.name}”`;
      case 'itself':
        return `127.0.0.11 就是内置 DNS 服务器自己，它不会向自己询问“${one.name}”`;
      case 'unknown':
        return `${one.servers.join(', ')}：没有说明它们是否知道“${one.name}”`;
    }
  },
} satisfies typeof en;

const DOES = {
  accept: '放行',
  return: '接着看引擎自己的规则',
  drop: '丢弃，超时',
  reject: '拒绝',
} as const;
