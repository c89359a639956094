/** The nodes' swarm. */
export const swarm = {
  Swarm: 'Swarm',
  '{node} makes the swarm': '{node} 正在创建 swarm',
  '{node} joins the swarm': '{node} 正在加入 swarm',
  '{node} leaves the swarm': '{node} 正在离开 swarm',
  'waiting for every node to be ready in the swarm': '等待每个节点在 swarm 中就绪',
  '{node} is in a swarm that the lab did not make': '{node} 在一个不是实验创建的 swarm 中',
  'a node is in one swarm at a time, and the lab touches only its own':
    '一个节点同时只在一个 swarm 中，而实验只动自己的 swarm',
  'docker --host {host} swarm leave (--force on a manager), or leave the node out of "swarm"':
    'docker --host {host} swarm leave（管理节点要加 --force），或不把该节点写进 "swarm"',
  '{node} cannot join the swarm': '{node} 加入不了 swarm',
  'not ready in the swarm: {nodes}': '在 swarm 中没有就绪：{nodes}',
  'the manager lists them as: {states}': '管理节点列出它们的状态是：{states}',
  'let the nodes reach each other at 2377/tcp, 7946/tcp, 7946/udp and 4789/udp':
    '让节点能在 2377/tcp、7946/tcp、7946/udp 和 4789/udp 上互相到达',
  'the kernel of {node} has no VXLAN': '{node} 的内核没有 VXLAN',
  'overlay networks are carried in it from node to node': 'overlay 网络靠它在节点之间传送',
  'modprobe vxlan on the machine whose kernel it is, or leave the overlay networks out':
    '在内核所属的机器上 modprobe vxlan，或不声明 overlay 网络',
  'the kernel of {node} cannot encrypt the overlay network {network}':
    '{node} 的内核不能加密 overlay 网络 {network}',
  'it has no IPsec ESP: the engine would make the network all the same, and nothing would pass between the nodes':
    '它没有 IPsec ESP：引擎仍会创建这个网络，但节点之间什么也传不过去',
  'leave encrypted out of {network}, or modprobe esp4 on the machine whose kernel it is':
    '从 {network} 中去掉 encrypted，或在内核所属的机器上 modprobe esp4',
  'what the kernel of {node} has cannot be examined': '无法检查 {node} 的内核有什么',
  'there is no ip command': '没有 ip 命令',
  'install iproute2 and util-linux there': '在那里安装 iproute2 和 util-linux',
  'the engine does not do what it was asked for': '引擎没有照要求去做',
  '{state}; manager of the swarm': '{state}；swarm 的管理节点',
  '{state}; worker of the swarm': '{state}；swarm 的工作节点',
  '{state}; not in the swarm: ./lab nodes up': '{state}；不在 swarm 中：./lab nodes up',
} as const;
