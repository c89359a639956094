import type { facts as en } from '../en/facts';

const state = (up: boolean): string => (up ? '已启用' : '未启用');

/** Docker's own words for how a container is. */
const statuses: Readonly<Record<string, string>> = {
  running: '运行中',
  paused: '已暂停',
  restarting: '反复重启',
  created: '已创建，未启动',
};

/** What is wanted or was found of a statement. */
export const facts = {
  none: '无',
  there: '存在',
  up: '已启用',
  down: '未启用',
  all: '全部',
  answer: '有应答',
  route: '有路由',
  'no-route': '没有路由',
  service: '有这个服务',
  'no-address': '没有地址',
  'no-such-network': '没有这个网络',
  'no-such-container': '没有这个容器',
  'no-such-label': '没有这个标签',
  'no-such-namespace': '没有这个命名空间',
  'no-such-interface': '没有这个接口',
  'no-such-veth': '没有这个 veth',
  'no-such-service': '没有这个服务',
  'no-such-rule': '没有这条规则',
  attached: '已连接',
  'not-attached': '未连接',
  manager: '管理节点',
  worker: '工作节点',
  leaderless: '没有 leader 的管理节点',
  'no-swarm': '不在任何 swarm 中',
  'other-swarm': '在另一个 swarm 中',
  nobody: '没有程序',
  'nothing-listens': '那里没有程序监听',
  'own-page': '它的网页',
  'another-page': '别的网页',
  'no-fixed-neighbour': '没有写死的邻居',
  'name-server-rules': '127.0.0.11 的规则',
  'named-host': '由用户指定的主机',
  holds: '成立',
  'no-way': '没有通路',
  status: ({ status }) => statuses[status] ?? status,
  exited: ({ code }) => `已退出，退出码 ${code}`,
  stopped: ({ processes }) =>
    `已停住：${processes.map(({ command, pid }) => `${command}（进程 ${pid}）`).join('、')}`,
  process: ({ command, pid }) => `${command}（进程 ${pid}）`,
  interface: ({ address, up, mtu }) => `${address} ${state(up)}，mtu ${mtu}`,
  'bridge-port': ({ bridge, up, mtu }) =>
    `${bridge === undefined ? '不是任何网桥的端口' : `${bridge} 的端口`}，${state(up)}，mtu ${mtu}`,
  mtu: ({ mtu }) => `mtu ${mtu}`,
  'mtu-at-least': ({ mtu }) => `至少 ${mtu}`,
  at: ({ address }) => `地址 ${address}`,
  'any-of': ({ values }) => values.join(' 或 '),
  'shared-with': ({ names }) =>
    names.length === 0 ? '不与任何容器共用' : `与 ${names.join('、')} 共用`,
  'namespace-of': ({ owner }) => `${owner} 的那一个`,
  missing: ({ rules, more }) => `缺少：${rules.join('、')}${more > 0 ? `，还有 ${more} 条` : ''}`,
  rules: ({ found, wanted }) => `${wanted} 条中的 ${found} 条`,
  packets: ({ count }) => `有 ${count} 个数据包碰到过它`,
  'fixed-neighbour': ({ address, mac }) => `${address} 被写死为 ${mac}`,
  replicas: ({ count }) => (count === undefined ? '每个节点一个副本' : `副本数 ${count}`),
  'endpoint-mode': ({ mode }) => `端点模式 ${mode}`,
  'declared-listener': ({ port, protocol }) => `listens 中有端口 ${port}/${protocol}`,
  'undeclared-answer': ({ port, protocol }) => `端口 ${port}/${protocol} 有应答，但没有声明`,
} satisfies typeof en;
