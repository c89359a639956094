export const advice = {
  'This machine is ready.': '这台机器已经就绪。',
  'One thing to do first:': '先要做一件事：',
  '{count} things to do first, in this order:': '先要依次做 {count} 件事：',
  './lab up sees to these by itself:': '这些由 ./lab up 自行处理：',
  'In good order:': '正常：',
  'Nodes:': '节点：',
  'The lab itself runs on it.': '实验本身靠它运行。',
  'The nodes are containers of this machine’s Docker engine.': '节点是本机 Docker 引擎的容器。',
  'The engines in the nodes put their containers into control groups.':
    '节点里的引擎要把容器放进控制组。',
  'A node cannot load kernel modules for itself; its engine needs these.':
    '节点不能自己加载内核模块，而它的引擎需要这些模块。',
  'It applies the lab to the nodes.': '由它把实验应用到节点上。',
  'Without a registry the Terraform provider is built here, and Go builds it.':
    '没有 registry 时，Terraform provider 在本机构建，需要 Go。',
  'A container of the topology is made from it.': '拓扑中有容器要用它创建。',
  'Images and nodes need the room.': '镜像和节点需要空间。',
  'The nodes get addresses in it; two networks with one range take each other’s packets.':
    '节点的地址在这个网段里；两个网络用同一网段会互相抢走数据包。',
  'Then: ./lab doctor once more, or ./lab up': '然后：再运行 ./lab doctor，或者 ./lab up',
  'The nodes are up. Next: ./lab check measures the lab, ./lab tour walks through it.':
    '节点已启动。接下来：./lab check 测量实验，./lab tour 带你走一遍。',
  'Next: ./lab up': '接下来：./lab up',
  'Every check sends them from this machine.': '每次检查都从本机发送它们。',
  'A node cannot be reached. Next: ./lab nodes up': '有节点到达不了。接下来：./lab nodes up',
  unreachable: '到达不了',
  up: '已启动',
  down: '未启动',
} as const;
