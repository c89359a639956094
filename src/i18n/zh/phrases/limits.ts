/** What the rules of a topology say of names, and of what engines, Terraform and Linux allow. */
export const limits = {
  '{name} is the name of a node': '{name} 是节点的名字',
  'nodes have it in their /etc/hosts, which containers in host mode read too':
    '节点的 /etc/hosts 里有它，host 模式的容器也读这个文件',
  '{name} is {container} to everybody on the network {network}':
    '对网络 {network} 上的每一方来说，{name} 就是 {container}',
  'an engine also answers a name with the name of its network after a dot':
    '引擎也应答“名字.网络名”这种写法',
  '{name} cannot be asked for': '{name} 无法查询',
  'in DNS a dot stands between two labels, and one at the end only says that the name is complete':
    'DNS 中点号在两个标签之间，末尾的点号只表示名字已完整',
  '{name} is in /etc/hosts of every container': '每个容器的 /etc/hosts 里都有 {name}',
  'that file is read before DNS is asked, and there the name is the container itself or a group':
    '这个文件先于 DNS 被读取，其中这个名字是容器自己或一个组',
  '{name} is the asking machine itself to many programs':
    '对许多程序来说，{name} 就是发问的机器自己',
  'names that end in .localhost are not asked for (RFC 6761)':
    '以 .localhost 结尾的名字不会被查询（RFC 6761）',
  '{name} is given away by Docker Desktop': '{name} 已被 Docker Desktop 占用',
  'there names that end in .docker.internal are the machine and its gateway':
    '在那里，以 .docker.internal 结尾的名字是那台机器和它的网关',
  '{name} is an address to every program': '对每个程序来说，{name} 都是地址',
  'numbers, also octal and hexadecimal ones and up to four with dots, are read as an IPv4 address (inet_aton)':
    '数字，包括八进制、十六进制以及用点号连接的至多四个，都会读作 IPv4 地址（inet_aton）',
  '{count} containers and replicas': '{count} 个容器和副本',
  'each asks each of the others, and a check has room for {most} of them':
    '每一个都要问其他每一个，一次检查容得下 {most} 个',
  'use fewer replicas, or several topologies': '减少副本，或分成几个拓扑',
  '{container} is the {count}th container of {node} on {network}':
    '{container} 是 {node} 接在 {network} 上的第 {count} 个容器',
  'Linux lets a bridge have {most} interfaces': 'Linux 的网桥最多有 {most} 个接口',
  'use several networks, or several nodes': '使用几个网络，或几个节点',
  '{node} has {memory} MiB of memory, and needs about {needed}':
    '{node} 有 {memory} MiB 内存，而大约需要 {needed}',
  'its engine takes {engine} MiB, {each} for each of {count} containers and {port} for each of {ports} published ports':
    '它的引擎占 {engine} MiB，{count} 个容器各占 {each}，{ports} 个发布的端口各占 {port}',
  'write memory: {memory}': '写 memory: {memory}',
  '{subnet} may also be chosen for {network}, and {container} is on both':
    '{subnet} 也可能被选给 {network}，而 {container} 接在两者上',
  'engines and swarms choose from what they know themselves, and a container cannot have the same addresses on two networks':
    '引擎和 swarm 各按自己所知来选，而容器不能在两个网络上有相同的地址',
  'declare a subnet for {network}': '为 {network} 声明子网',
  "the swarm would choose addresses of {subnet}, the nodes' network, for an overlay":
    'swarm 会把节点网络 {subnet} 中的地址选给 overlay',
  'it looks at no other networks, and a container on that overlay would not reach the nodes':
    '它不看别的网络，而那个 overlay 上的容器会到不了节点',
  'declare the subnets of the overlays, or choose another network for the nodes':
    '声明 overlay 的子网，或为节点换一个网络',
  '{count} networks of {node} declare no subnet, and its engine has {free} to choose from: {network} would get none':
    '{node} 上有 {count} 个网络没有声明子网，而它的引擎只有 {free} 个可选：{network} 会得不到',
  "an engine chooses from {count} subnets, of which its own bridges, the nodes' network and declared subnets take some":
    '引擎从 {count} 个子网中选择，其中一些已被它自己的网桥、节点网络和声明的子网占用',
  'declare the subnets of some of them, such as "10.201.0.0/24"':
    '为其中一些声明子网，例如 "10.201.0.0/24"',
  'an empty word in the command of {container}': '{container} 的命令中有一个空词',
  'the Terraform provider refuses a command with one': 'Terraform provider 拒绝含有空词的命令',
  'the variable __proto__ of {container}': '{container} 的变量 __proto__',
  'it is no name of a variable to JavaScript, in which topologies are written':
    '拓扑用 JavaScript 写成，而对它来说这不是变量名',
  'command and environment of {container} have {count} bytes':
    '{container} 的命令和环境共有 {count} 字节',
  'Linux starts no program with much more than {most}': '超过 {most} 很多时 Linux 不启动程序',
  'put what is long into the image': '把长的内容放进镜像',
  '{text} of {container} has {count} bytes': '{container} 的 {text} 有 {count} 字节',
  'Linux allows a word of a command, or a variable with its name, {most}':
    'Linux 允许命令的一个词，或一个变量连同名字，有 {most} 字节',
  'put it into the image': '把它放进镜像',
  '{list} has {count} elements': '{list} 有 {count} 个元素',
  'a lab has at most {most} of a kind: a check asks everybody for everybody':
    '一个实验每种最多 {most} 个：检查会让每一方问每一方',
  'split it into several topologies': '把它分成几个拓扑',
  'node {node} is to have {cpus} CPUs, and this machine has {there}':
    '节点 {node} 要有 {cpus} 个 CPU，而这台机器有 {there} 个',
  'its engine starts no container with more than there are': '它的引擎不启动 CPU 数超过现有的容器',
  'write cpus: {there}, or less, in the topology': '在拓扑中写 cpus: {there} 或更少',
} as const;
