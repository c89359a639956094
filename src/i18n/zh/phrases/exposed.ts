/** What is said of a project that was not written for the lab. */
export const exposed = {
  '{count} edges from or to another machine are not asked.':
    '有 {count} 条边来自或通向其他机器，不测量。',
  '{count} edges depend on what is not known, and are not asked.':
    '有 {count} 条边取决于不知道的情况，不测量。',
  '{count} UDP ports on which something listens get no datagram.':
    '有 {count} 条边通向有程序监听的 UDP 端口，不发送数据报。',
  '{count} names that should be unknown are not looked up.':
    '有 {count} 个应当不存在的名字不查询。',
  '{count} edges lead to addresses that are not its own or not private, and are not asked.':
    '有 {count} 条边通向不属于它或不是私有的地址，不测量。',
  'As {engine} runs it (Docker {version}).': '根据 {engine} 上正在运行的（Docker {version}）。',
  'As {file} has it, for engine {engine}.': '根据 {file}，针对引擎 {engine}。',
  'Not said there:': '那里没有说明：',
  'Nothing is published, and nothing listens on a node.':
    '没有发布任何端口，节点上也没有程序在监听。',
  port: '端口',
  'leads to': '通向',
  'other machines': '其他机器',
  'this host': '本机',
  '(chosen)': '（引擎选择）',
  'stops it': '会拦住',
  'does not stop it': '拦不住',
  too: '也开放',
  no: '否',
  'containers of {network}: {outcome}': '{network} 上的容器：{outcome}',
  '{all} ports: {open} open to other machines, {unstopped} of them whatever ufw says':
    '{all} 个端口：{open} 个对其他机器开放，其中 {unstopped} 个 ufw 拦不住',
  'Three marks a cell: by address, by name, at its ports. + reached, ~ at some of them, - not, ? not known, . nothing to ask; (blank) no edge':
    '每格三个标记：按地址、按名字、在端口上。+ 到达，~ 部分到达，- 不到达，? 不知道，. 没有可问的；（空）没有边',
  '{edges} edges predicted: {reachable} reachable, {unknown} not known':
    '预测了 {edges} 条边：{reachable} 条可达，{unknown} 条不知道',
  holds: '成立',
  BROKEN: '被打破',
  'not known': '不知道',
  '... and {n} more': '……还有 {n} 项',
} as const;
