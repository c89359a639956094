import { OUTSIDE } from '../../topology/edge';
import { DEFAULT_BRIDGE } from '../../topology/lab';
import type { Asked } from '../../network/asked';
import type { ListenerSource } from '../../topology/unsaid';
import type { reasons as en } from '../en/reasons';
import { furtherReasons } from './further-reasons';
import { outcomes } from './verdicts';

/** The steps of an explanation. */
export const reasons = {
  ...furtherReasons,
  'host-network': (one) =>
    one.case === 'sender'
      ? `${one.from} 使用所在节点 ${one.node} 的协议栈`
      : `${one.listener} 使用 ${one.node} 的协议栈，所以它的 ${port(one)} 就是节点的：可达`,
  'shared-stack': ({ from, stack }) => `${from} 共用 ${stack} 的协议栈`,
  loopback: ({ from, kind, to }) => {
    if (kind === 'container')
      return `${to.family === 'IPv6' ? '::1' : '127.0.0.1'} 是 ${from} 自己的 lo，它总是启用的`;
    return kind === 'node'
      ? `${addressOf(to)}是 ${from} 自己的一个地址`
      : `${addressOf(to)}是 ${from} 自己的地址`;
  },
  'own-address': ({ from, kind, to }) => {
    if (kind === 'node') return `${addressOf(to)}是 ${from} 自己的一个地址`;
    if (kind === 'namespace') return `${addressOf(to)}是 ${from} 自己的地址`;
    return to.endpoint === from
      ? `数据包是发给 ${from} 自己的，不会离开它`
      : `${from} 自己就有 ${addressOf(to).trimEnd()}，所以数据包不会离开它去往 ${to.endpoint}`;
  },
  'none-network': ({ from, name }) =>
    name === undefined
      ? `${from} 只有 lo，没有任何路由：不可达`
      : `${from} 只有 lo，没有可以询问的 DNS 服务器：“${name}”无法解析`,

  link: ({ from, name, to, network, others = [] }) =>
    `link 把“${name}”写进了 ${from} 的 /etc/hosts，地址是 ${[to, ...others].join('、')} 在${net(network)}上的地址`,
  'embedded-dns': ({ from, name, network, to, means, others = [] }) => {
    const meant = {
      endpoint: to,
      'virtual-address': `${to} 的虚拟地址`,
      replicas: `${to} 的各个副本`,
    };
    return `${from} 在 ${network} 上，该网络的内置 DNS 服务器知道“${name}”：${meaning(meant[means], others)}`;
  },
  'extra-hosts': ({ from, name, to, address }) =>
    `${from} 的 /etc/hosts 写着“${name}”是 ${address}，即 ${to} 的地址（extra_hosts）`,
  'default-bridge-names': ({ from, name }) =>
    `${from} 只在默认网桥上，那里的容器互相没有名字：“${name}”无法解析`,
  'names-across-networks': ({ from, name, networks }) =>
    `${from} 向内置 DNS 服务器询问自己的网络（${networks.join(', ')}），其中都没有“${name}”：无法解析`,
  'node-names': ({ from, name, of }) =>
    `${from} 询问${of === OUTSIDE ? '所在机器' : ` ${of} `}的解析器，它不知道任何容器：“${name}”无法解析`,

  'same-bridge': ({ from, to, network, node }) =>
    `${from} 和 ${to} 在同一个网桥上：${node} 的${net(network).trimEnd()}`,
  icc: ({ from, to, network }) =>
    `${from} 和 ${to} 都在 ${network} 上，该网络的容器之间不许通信（enable_icc=false）：超时`,
  gateway: ({ node, network, to }) =>
    to.family === 'IPv6'
      ? `${node} 在${bridge(network)}上有这个地址`
      : `${addressOf(to)}是 ${node} 在${bridge(network)}上的地址`,
  'same-subnet': (one) => {
    const { to } = one;
    if (one.case === 'another')
      return `在 ${one.on} 上 ${addressOf(to)}属于 ${one.instead}，由它代替 ${to.endpoint} 应答`;
    const network = (one.node === undefined ? '' : ` ${one.node} 上的`) + net(one.network);
    return `对 ${one.from} 来说，${asked(to)}属于 ${one.subnet}，即${network}的子网；那里没有谁有这个地址，ARP 请求无人应答：不可达`;
  },
  overlay: (one) => {
    if (one.case === 'gateway')
      return `${addressOf(one.to)}是 ${one.network} 在 ${one.node} 上的网桥的地址，那个网桥在自己的网络命名空间里`;
    if (one.case === 'replicas')
      return `${one.from} 和 ${one.to} 的每个副本都在 overlay 网络 ${one.network} 上，不管它们在哪个节点`;
    const [from, to] = one.nodes;
    const way =
      from === to ? `它在 ${from} 上的网桥把两者连在一起` : `VXLAN 把数据包从 ${from} 送到 ${to}`;
    return `${one.from} 和 ${one.to} 都在 overlay 网络 ${one.network} 上：${way}`;
  },
  'virtual-address': ({ service, network, node, protocol }) =>
    protocol === 'icmp'
      ? `${network} 在 ${node} 上的负载均衡器拥有 ${service} 的虚拟地址，由它自己应答，与副本的状态无关`
      : `${node} 上的 IP_VS 把发往 ${service} 在 ${network} 上的虚拟地址的数据包转给它的一个副本`,
  'gateway-bridge': ({ from, network }) =>
    `${from} 在 overlay 网络上，不在任何通向外面的网桥上：引擎另外把它接到了 ${network}`,
  'internal-network': (one) => {
    switch (one.case) {
      case 'no-route':
        return `${one.from} 只在内部网络上，没有默认路由：不可达`;
      case 'from':
        return `${net(one.network).trimStart()}是内部网络：${one.node}（引擎 ${one.engine}）丢弃从它发往其他网络的数据包：超时`;
      case 'to':
        return `${net(one.network).trimStart()}是内部网络：${one.node} 丢弃从其他网络发给它的数据包：超时`;
      case 'unpublished':
        return `${one.publisher} 只在内部网络上，引擎不为它发布端口：被拒绝`;
      case 'published':
        return `${one.node} 本会把 ${port(one)} 转给 ${one.publisher}，但它丢弃来自内部网络 ${one.network} 的数据包：超时`;
    }
  },
  'namespace-pair': (one) => {
    if (one.case === 'pair') return `${one.from} 和 ${one.to} 是同一对 veth 的两端`;
    return one.case === 'nobody'
      ? `${one.from} 的 veth 对上没有谁有 ${addressOf(one.to).trimEnd()}：不可达`
      : `${one.from} 只有到 ${one.subnet} 的路由，那是它的 veth 对的子网：不可达`;
  },

  'default-gateway': ({ from, to, node, network }) =>
    to.family === 'IPv6'
      ? `${from} 不在${net(to.network)}上：数据包交给 IPv6 默认网关，即${bridge(network)}上的 ${node}`
      : `${from} 不在 ${asked(to)}的网络上：数据包交给默认网关，即${bridge(network)}上的 ${node}`,
  'own-node': ({ from, node, to }) =>
    `${addressOf(to)}是${to.family === 'IPv6' ? '' : ` ${from} 所在节点`} ${node} 的地址：数据包已经到达，不再经过任何网桥`,
  isolation: ({ family, from, to, node, networks: [here, there] }) =>
    family === 'IPv6'
      ? `${net(here).trimStart()}和${net(there)}是 ${node} 的不同网桥；Docker 的隔离规则丢弃网桥之间的数据包：超时`
      : `${from}（${net(here).trim()}）和 ${to}（${net(there).trim()}）在 ${node} 的不同网桥上；Docker 的隔离规则丢弃网桥之间的数据包：超时`,
  nat: ({ node, address }) =>
    `${node} 用自己的地址 ${address} 作为发送方地址转发数据包（地址伪装）`,
  'node-to-container': ({ family, node, network, to }) =>
    `${node} 在${bridge(network)}上有${family === 'IPv6' ? ' IPv6 地址' : '接口'}，所以能直接到达 ${to}`,
  'between-nodes': ({ from, to, subnet }) => {
    if (from === OUTSIDE) return `运行实验的机器和 ${to} 都在 ${subnet} 上`;
    return to === OUTSIDE
      ? `${from} 和运行实验的机器都在 ${subnet} 上：可达`
      : `${from} 和 ${to} 都在 ${subnet} 上`;
  },
  'further-host': ({ node, address }) => `到 ${node}（${address}）要经过不属于本实验的网络`,
  'no-route': (one) =>
    one.case === 'nobody'
      ? `${one.subnet} 上没有谁有 ${addressOf(one.to).trimEnd()}：不可达`
      : `${one.from} 没有到 ${asked(one.to)}的路由：不可达`,
  'leaves-the-lab': ({ from, to }) =>
    from === OUTSIDE
      ? `运行实验的机器没有到${to.address === undefined ? '' : '节点上'} ${addressOf(to)}的路由：超时`
      : `${from} 没有 ${asked(to)}所在的网络，把数据包发到了实验之外：超时`,

  listener: ({ stack, kind, from, ...one }) => {
    if (kind === 'node') return `${stack} 自己监听 ${port(one)}：可达`;
    if (from === undefined) return `${stack} 里有程序监听 ${port(one)}：可达`;
    return `${SAYS[from]}，因此认为 ${stack} 里有程序监听 ${port(one)}：可达`;
  },
  'closed-port': ({ stack, kind, at, ...one }) => {
    if (at !== undefined) return `${stack} 里只在 ${at.join('、')} 上监听 ${port(one)}：被拒绝`;
    if (kind === 'overlay') return '那里没有程序在监听：被拒绝';
    return kind === 'namespace'
      ? `${stack} 里没有程序监听：被拒绝`
      : `${stack} 里没有程序监听 ${port(one)}，它的内核如实回答：被拒绝`;
  },
  'published-port': (one) =>
    `${one.publisher} 发布了 ${port(one)}：${one.node} 把它转发到 ${one.publisher} 的 ${one.target} 端口`,
  'userland-proxy': (one) => {
    if (one.case === 'off')
      return `${one.node} 没有规则改写发往该地址的数据包，而本应为 ${one.publisher} 接收 ${port(one)} 的 docker-proxy 已关闭`;
    return one.case === 'takes'
      ? `${one.node} 上的 docker-proxy 接收 ${port(one)}，转给 ${one.publisher} 的 ${one.target} 端口`
      : `${one.publisher} 里没有程序在那里监听，但 docker-proxy 已经接收了数据包：${outcomes[one.outcome]}`;
  },
  'routing-mesh': (one) =>
    one.case === 'sends-on'
      ? `${one.publisher} 在 swarm 的每个节点上发布 ${port(one)}：${one.node} 上的 IP_VS 把它转给其中一个副本的端口 ${one.target}，不管那个副本在哪个节点`
      : `对于 ${port(one)}，${one.node} 不隔离网桥：${one.publisher} 通过路由网格（routing mesh）发布了它，引擎为此设置的规则放行发往该端口的所有数据包`,
  'publish-address': ({ publisher, addresses: [published, address], ...one }) =>
    `${publisher} 只在 ${published} 上发布 ${port(one)}，不在 ${address} 上：被拒绝`,
  'not-published': ({ node, ...one }) =>
    `${node} 上没有谁发布 ${port(one)}，也没有程序在那里监听：被拒绝`,
  'udp-source': (one) =>
    (one.case === 'listener'
      ? `${one.listener} 在 ${one.node} 的 ${port(one)} 上监听，但它的应答从 ${one.answers}（节点在发送方网桥上的地址）发出`
      : `引擎 ${one.engine} 的 docker-proxy 从 ${one.answers}（节点在发送方网桥上的地址）应答`) +
    `，而不是被访问的 ${one.asked}：发送方不接受，超时`,

  ipv6: (one) => {
    switch (one.case) {
      case 'no-route':
        return one.to === undefined
          ? `${one.from} 没有 IPv6 路由：不可达`
          : `${one.from} 没有到 ${addressOf(one.to)}的 IPv6 路由：不可达`;
      case 'no-default-route':
        return `${one.from} 没有 IPv6 默认路由：不可达`;
      case 'none':
        return `${one.from} 的网络都没有 IPv6：不可达`;
      case 'unfiltered': {
        const what = { isolation: '隔离', 'enable_icc=false': ' enable_icc=false ' }[one.what];
        return `引擎 ${one.engine} 不建 ip6tables 规则，所以${what}对 IPv6 不起作用`;
      }
      case 'no-carrier':
        return `${net(one.network).trimStart()}上没有容器：它的网桥没有载波，在引擎 ${one.engine} 上它的 IPv6 地址一直处于待定状态（tentative），不应答：超时`;
      case 'no-way-back':
        return `${one.from} 没有返回的 IPv6 路由，它的应答到不了任何地方：超时`;
      case 'no-address':
        return `“${one.name}”是 ${one.to}，它在那里没有 ${one.family} 地址：无法解析`;
      case 'no-loopback':
        return `${one.from} 没有 ::1：其中的 IPv6 已关闭，不可达`;
      case 'passed-on':
        return `${one.node} 把它转发给 ${one.to}：可达`;
    }
  },

  'not-said': (one) => {
    switch (one.case) {
      case 'listeners':
        return `数据包到达 ${one.stack}，但没有谁说明那里是否有程序监听 ${port(one)}：可到达`;
      case 'members':
        return `${one.network} 是外部网络：还有谁在上面、做什么，由别的项目决定：未知`;
      case 'names':
        return `已知的容器都不叫“${one.name}”，但 ${one.network} 上还有没有说明的成员：未知`;
      case 'external-ports':
        return `这里${one.node} 上没有谁发布 ${port(one)}，但别的项目（例如外部网络 ${one.network} 上的）发布什么没有说明：未知`;
      case 'host-listeners':
        return `${one.container} 使用 ${one.node} 的协议栈，而没有谁说明它监听哪些端口：${port(one)} 未知`;
      case 'placement':
        return `${one.publisher} 以 host 模式发布 ${port(one)}：只有运行它的节点开放这个端口，由 swarm 决定是哪一个：在 ${one.node} 上未知`;
      case 'port-range':
        return `${one.publisher} 发布端口 ${one.first} 到 ${one.last} 中的一个，由 ${one.node} 的引擎选择：${port(one)} 未知`;
      case 'host-address':
        return `${one.publisher} 只在 ${one.address} 上发布 ${port(one)}，没有谁说明它是不是所访问的 ${one.node} 的地址：未知`;
      case 'own-firewall':
        return `${one.container} 可能有自己的路由和过滤规则（NET_ADMIN），没有谁说明：未知`;
      case 'host-services':
        return `${one.container} 知道如何访问 ${one.node}（host-gateway），而没有谁说明那里有什么在监听：${port(one)} 未知，节点的防火墙也未知`;
      case 'driver':
        return `${one.network} 的驱动是 ${one.driver}，不作预测：未知`;
      case 'foreign-stack':
        return `${one.container} 使用 ${one.of} 的协议栈，而这里没有说明它：未知`;
      case 'extra-host':
        return `${one.from} 的 /etc/hosts 写着“${one.name}”是 ${one.address}，那是什么并不知道：未知`;
    }
  },
} satisfies typeof en;

const meaning = (first: string, others: readonly string[]): string =>
  others.length === 0 ? `它就是 ${first}` : `它轮流是 ${[first, ...others].join(', ')} 之一`;

/** Who says that something listens. */
const SAYS: Readonly<Record<ListenerSource, string>> = {
  declared: '已声明',
  published: '该端口已发布',
  image: '已知其镜像如此',
  healthcheck: '它的健康检查访问那里',
  exposed: '该端口已公开（expose）',
  measured: '已测量',
};

const isDefault = (network: string | undefined): boolean => network === DEFAULT_BRIDGE;

/** Names and addresses stand between spaces, Chinese does not. */
const net = (network: string | undefined): string =>
  isDefault(network) ? '默认网桥' : ` ${network ?? ''} `;

const bridge = (network: string): string =>
  isDefault(network) ? '默认网桥' : ` ${network} 的网桥`;

const port = (one: { readonly port: number; readonly protocol: string }): string =>
  `${one.port}/${one.protocol}`;

/** The address alone, where it has no other name than whose it is. */
const addressOf = ({ family, endpoint, network, address }: Asked): string =>
  address === undefined
    ? `${endpoint} 在${net(network)}上的${family === 'IPv6' ? ' IPv6 ' : ''}地址`
    : `${address} `;

/** The address, and whose it is. */
const asked = (to: Asked): string =>
  to.address === undefined ? addressOf(to) : `${to.address}（${to.endpoint}）`;
