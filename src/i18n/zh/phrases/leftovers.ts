/** What an interrupted command left, and what is in the way of an apply. */
export const leftovers = {
  'Waiting for {whom}': '正在等待 {whom}',
  '{signal}: waiting for Terraform to finish what it has begun; once more hurries it':
    '{signal}：等待 Terraform 完成已开始的工作；再来一次会催促它',
  '{signal}: once more ends it by force': '{signal}：再来一次会强行结束它',
  '{signal}: ending': '{signal}：正在结束',
  'another command changes this lab': '另一个命令正在修改这个实验',
  'it still runs after {seconds} s': '{seconds} 秒后它仍在运行',
  'wait for it or end it, then this command again': '等它结束或结束它，然后再运行本命令',
  'removing what an interrupted command left': '正在移除被中断的命令留下的东西',
  '{what} on {node} is in the way': '{node} 上的{what}挡住了',
  'node {node}: {what}, which belongs to {owner}': '节点 {node}：{what}，属于 {owner}',
  '  also:  {what} on {node}: {why} ({next})': '  另外：  {node} 上的 {what}：{why}（{next}）',
  'nobody of this lab': '不是这个实验的',
  'the lab {name}': '实验 {name}',
  'the compose project {name}': 'compose 项目 {name}',
  'the engine itself': '引擎本身',
  "the lab's own namespace needs that name": '实验自己的命名空间需要这个名字',
  "the lab's own {what} needs that name": '实验自己的{what}需要这个名字',
  'it publishes port {port}/{protocol}, which {name} needs':
    '它发布了 {name} 需要的端口 {port}/{protocol}',
  'it has {subnets}, which overlaps {subnet} of {name}':
    '它的 {subnets} 与 {name} 的 {subnet} 重叠',
  'give {name} another subnet in the topology': '在拓扑中给 {name} 另一个子网',
  'it is on the network {name}, which is to be removed': '它在要被移除的网络 {name} 上',
  '{what} cannot be removed': '移除不了 {what}',
  'container {name} on {node}': '{node} 上的容器 {name}',
  "it is not the lab's, and it is on the network {name}": '它不是实验的，而且在网络 {name} 上',
  'on {node}: docker network disconnect --force {network} {name}; then this command again':
    '在 {node} 上：docker network disconnect --force {network} {name}；然后再运行本命令',
  './lab nodes up, then this command again': './lab nodes up，然后再运行本命令',
  'the namespaces of {name} cannot be made anew': '重新创建不了 {name} 的命名空间',
  'remove what an interrupted command left, as the stack lists it':
    '按栈的列表移除被中断的命令留下的东西',
  'network namespace {name}': '网络命名空间 {name}',
  '{what} on {node} belongs to {owner}: {why}. Run "{next}" or change the topology.':
    '{node} 上的{what}属于{owner}：{why}。运行“{next}”，或修改拓扑。',
} as const;
