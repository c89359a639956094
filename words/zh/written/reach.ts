/** Nodes that cannot be asked, and what brings them back. */
export const reach = {
  'unreachable: {names}': '到达不了：{names}',
  'they were not brought up': '它们没有启动过',
  'something listens there and says nothing': '那里有东西在监听，但什么也不说',
  'nothing listens there': '那里没有东西在监听',
  'its node cannot be asked': '无法询问它的节点',
  'its engine does not answer: ./lab nodes up': '它的引擎没有应答：./lab nodes up',
  "this machine's Docker engine does not answer: ./lab doctor":
    '本机的 Docker 引擎没有应答：./lab doctor',
  'container is paused: ./lab nodes up': '容器已暂停：./lab nodes up',
  "it is not on the nodes' network: ./lab nodes up": '它不在节点网络上：./lab nodes up',
  'putting {name} back on its network': '正在把 {name} 接回它的网络',
  '{name} was paused: letting it go on': '{name} 被暂停过：正在让它继续',
  'starting {name} again, whose engine does not answer': '{name} 的引擎没有应答，正在重新启动它',
  'is being connected by another command': '正由另一个命令连接',
} as const;
