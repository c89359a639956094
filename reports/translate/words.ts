import type { Pair } from './pattern';

/** What an edge is expected or measured to be, and the parts that sentences are made of. */
export const WORDS: readonly Pair[] = [
  ['reachable', '可达'],
  ['refused', '被拒绝'],
  ['timeout', '超时'],
  ['unreachable', '不可达'],
  ['unresolved', '无法解析'],
  ['reachable, seen as {address}', '可达，对方看到的地址是 {address}'],
  ['reachable, with the page {page}', '可达，并返回网页 {page}'],
  ['reachable, but with another page', '可达，但返回了别的网页'],
  ['unresolved (elsewhere it is {address})', '无法解析（在别处它是 {address}）'],
  ['{found}, but as {address}, which is not {name}', '{found}，但地址是 {address}，那不是 {name}'],
  ['the default bridge', '默认网桥'],
  ['the bridge of {network}', '{network} 的网桥'],
  ['the address of {name} on {network}', '{name} 在 {network} 上的地址'],
  ['its machine', '所在机器'],
];

/** What a statement about the nodes is expected or measured to be. */
export const VALUES: readonly Pair[] = [
  ['none', '无'],
  ['running', '运行中'],
  ['paused', '已暂停'],
  ['restarting', '反复重启'],
  ['created', '已创建，未启动'],
  ['exited with {code}', '已退出，退出码 {code}'],
  ['attached', '已连接'],
  ['not attached', '未连接'],
  ['there', '存在'],
  ['an answer', '有应答'],
  ['shared with none', '不与任何容器共用'],
  ['shared with {names}', '与 {names} 共用'],
  ['that of {name}', '{name} 的那一个'],
  ['no such container', '没有这个容器'],
  ['no such network', '没有这个网络'],
  ['no such namespace', '没有这个命名空间'],
  ['no such interface', '没有这个接口'],
  ['no such label', '没有这个标签'],
  ['no such veth', '没有这个 veth'],
  ['port of no bridge, {state}', '不是任何网桥的端口，{state}'],
  ['port of {bridge}, {state}', '{bridge} 的端口，{state}'],
  ['no address, {state}', '没有地址，{state}'],
  ['label {label}', '标签 {label}'],
];
