export const system = {
  'Error: {what}': '错误：{what}',
  'where:': '何处：',
  'why:': '原因：',
  'next:': '接着：',
  'Not up: {names}. Run "./lab nodes up" before diff, deploy or destroy.':
    '没有启动：{names}。在 diff、deploy 或 destroy 之前先运行“./lab nodes up”。',
  'An interrupted command left these; an apply removes them first: {names}':
    '被中断的命令留下了这些，应用时会先移除：{names}',
  '{file} could not be read ({why}): put aside as {aside}; what stands is made anew.':
    '{file} 读不了（{why}）：已挪到 {aside}；现有的都会重建。',
  '{file} cannot be read ({why}): put aside as {aside}.':
    '{file} 读不了（{why}）：已挪到 {aside}。',
  '{file} could not be read ({why}): made anew from the nodes that run.':
    '{file} 读不了（{why}）：已根据正在运行的节点重建。',
  'A repair was interrupted: going on with it.': '有一次修复被中断：继续修复。',
  '{file} cannot be read ({why}): {what}': '{file} 读不了（{why}）：{what}',
  'As the engines say now.': '依据引擎现在所说。',
  'As the last check saw it ({when}): {why}.': '依据上次检查所见（{when}）：{why}。',
  'As the topology alone has it: {why}.': '仅依据拓扑：{why}。',
  'Nobody can ask what else is on {names}: it goes too.':
    '无法询问 {names} 上还有什么：它们会一起删除。',
  'Interrupted. {what}': '已中断。{what}',
  '{up} of {all} nodes were brought up; Terraform knows {networks} networks and {others} containers.':
    '{all} 个节点中启动了 {up} 个；Terraform 知道 {networks} 个网络和 {others} 个容器。',
  'Next: ./lab up goes on from here; ./lab down removes everything.':
    '接着：./lab up 从这里继续；./lab down 移除一切。',
} as const;
