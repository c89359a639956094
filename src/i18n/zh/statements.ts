import type { statements as en } from '../en/statements';

/** What must hold on the nodes. */
export const statements = {
  claim: ({ text }) => `声明 ${text}`,
  'node-answers': ({ node }) => `${node} 和它的引擎有应答`,
  'node-forwards': ({ node }) => `${node} 转发数据包`,
  'node-address': ({ node, address }) => `${node} 的地址是 ${address}`,
  'engine-networks': ({ node }) => `${node} 有 Docker 自带的网络`,
  'engine-rules': ({ node }) => `${node} 有 Docker 的链和规则`,
  'swarm-manager': ({ node }) => `${node} 管理 swarm`,
  'swarm-member': ({ node, manager }) => `${node} 在 ${manager} 的 swarm 中`,
  'left-out': ({ host, containers }) => `${[host, ...containers].join('、')}：不在本实验中`,
  'network-exists': ({ network, node }) =>
    `${node ?? 'swarm'} ${node === undefined ? '中' : '上'}有网络 ${network}`,
  'network-declared': ({ network }) => `网络 ${network} 与声明一致`,
  'network-members': ({ network, node }) =>
    `${node} 上的 docker network inspect ${network} 列出了它的容器`,
  'bridge-up': ({ bridge, node }) => `${node} 的 ${bridge} 已启用，并有它的地址`,
  'bridge-mtu': ({ bridge, node }) => `${node} 的 ${bridge} 有它端口的 mtu`,
  'bridge-route': ({ node, subnet, bridge }) => `${node} 有经过 ${bridge} 到 ${subnet} 的路由`,
  'bridge-port': ({ bridge, name, node, container }) =>
    `${node} 的 ${bridge}${name === undefined ? '' : `（${name}）`} 上有 ${container} 的 veth 端口`,
  'service-runs': ({ service }) => `swarm 运行着服务 ${service}`,
  'service-declared': ({ service }) => `服务 ${service} 与声明一致`,
  running: ({ container }) => `${container} 正在运行`,
  labelled: ({ container }) => `${container} 属于本实验`,
  'own-namespace': ({ container }) => `${container} 有自己的网络命名空间`,
  'shared-namespace': ({ container, owner }) => `${container} 共用 ${owner} 的网络命名空间`,
  'only-loopback': ({ container }) => `${container} 除了 lo 没有别的接口`,
  'node-interfaces': ({ container, node }) => `${container} 有 ${node} 的全部接口`,
  'node-hostname': ({ container, node }) => `${container} 的主机名就是 ${node} 的`,
  'container-rules': ({ container, node }) => `${node} 有 Docker 为 ${container} 写的规则`,
  'name-server': ({ container }) => `${container} 的 /etc/resolv.conf 写的是引擎的名字服务器`,
  'own-hosts-lines': ({ container }) => `${container} 的 /etc/hosts 里有它自己的行`,
  'no-other-hosts-lines': ({ container }) => `${container} 的 /etc/hosts 里没有其他容器`,
  'hosts-link': ({ container, target }) => `${container} 的 /etc/hosts 里有指向 ${target} 的 link`,
  attached: ({ container, network }) => `${container} 连接在 ${network} 上`,
  'attached-to-nothing-else': ({ container }) => `${container} 没有连接其他网络`,
  'static-address': ({ container, network }) => `${container} 在 ${network} 上有声明的静态地址`,
  aliases: ({ container, network }) => `${container} 在 ${network} 上有声明的别名`,
  'mac-address': ({ container, network }) => `${container} 在 ${network} 上有它的 MAC 地址`,
  interface: ({ container, network, subnet }) =>
    `${container} 在 ${network} 上有接口，属于 ${subnet ?? '它的子网'}`,
  'default-gateway': ({ container, through }) =>
    through === undefined ? `${container} 没有默认网关` : `${container} 的默认网关在 ${through} 上`,
  'publishes-nothing': ({ container }) => `${container} 没有发布端口`,
  publishes: ({ container }) => `${container} 发布了声明的端口`,
  translation: ({ node, ip, port, protocol, container }) =>
    `${node} 把 ${ip}:${port}/${protocol} 转换到 ${container}`,
  'holds-port': ({ node, port, protocol, container }) =>
    `${node} 为 ${container} 占着端口 ${port}/${protocol}`,
  'listens-declared': ({ container }) => `${container} 声明了端口后面监听的程序`,
  page: ({ container }) => `${container} 显示它的网页`,
  'namespace-interface': ({ namespace, node, interface: name }) =>
    `${node} 上的命名空间 ${namespace} 有接口 ${name}`,
  listens: ({ endpoint, port, protocol }) => `${endpoint} 在端口 ${port}/${protocol} 上监听`,
  neighbours: ({ endpoint }) => `${endpoint} 会询问邻居在哪里`,
  'processes-run': ({ endpoint }) => `${endpoint} 的进程在运行`,
  'loopback-up': ({ endpoint }) => `${endpoint} 的 loopback 接口已启用`,
  'echo-replies': ({ endpoint }) => `${endpoint} 应答 echo 请求`,
  'name-server-rules': ({ endpoint }) => `${endpoint} 有通向名字服务器的规则`,
  'no-dead-route': ({ endpoint }) => `${endpoint} 没有哪儿也不通的路由`,
  'no-dropping-table': ({ endpoint }) => `${endpoint} 没有挡住数据包的 nftables 表`,
  'no-rule': ({ endpoint, rule, table, family }) =>
    `${endpoint} 的 ${family === 'ip6' ? 'ip6tables ' : ''}${table} 表里没有规则 ${rule}`,
  'accepting-policy': ({ endpoint, table, chain, family }) =>
    `${endpoint} 上 ${table === 'filter' ? '' : `${table} `}${chain} 的默认策略${family === 'ip6' ? '（IPv6）' : ''}是 ACCEPT`,
} satisfies typeof en;
