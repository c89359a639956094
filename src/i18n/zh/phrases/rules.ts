/** What the rules of a topology say. */
export const rules = {
  'leave one of them out': '去掉其中一个',
  'alias {alias} of {container} is also a name of {other}':
    '{container} 的别名 {alias} 也是 {other} 的名字',
  'somebody who knows both could be answered by either': '认识两者的一方可能得到任何一个的应答',
  'choose another alias': '换一个别名',
  'the link calls {target} {alias}, which is also a name of {other}':
    'link 把 {target} 叫作 {alias}，而这也是 {other} 的名字',
  '{container} knows the one by its link and the other by a network':
    '{container} 通过 link 认识前者，通过网络认识后者',
  'give the link another alias': '给 link 换一个别名',
  '{container} has the name {alias} there already': '{container} 在那里已经有名字 {alias}',
  'a container is always known by its own name, and by an alias once':
    '容器总能按自己的名字找到，一个别名也只能有一次',
  'leave the alias out': '去掉这个别名',
  '{container} has an empty list of networks': '{container} 的网络列表是空的',
  'a container without any network is a network mode of its own': '没有网络的容器是另一种网络模式',
  "write networkMode: 'none', or leave networks out for the default bridge":
    "写 networkMode: 'none'，或去掉 networks 以使用默认网桥",
  '{container} is on network {network} twice': '{container} 两次接在网络 {network} 上',
  'a container has one interface on a network': '容器在一个网络上只有一个接口',
  'leave one of them out, and give its aliases to the other':
    '去掉其中一个，把它的别名并到另一个上',
  'a static address on the default bridge': '默认网桥上的静态地址',
  'Docker gives static addresses on user-defined networks only':
    'Docker 只在自定义网络上提供静态地址',
  'leave the address out, or use a network with a declared subnet':
    '去掉地址，或使用声明了子网的网络',
  'an alias on the default bridge': '默认网桥上的别名',
  'containers on the default bridge have no names there': '默认网桥上的容器没有名字',
  'leave the alias out, use a user-defined network, or a link': '去掉别名，改用自定义网络或 link',
  'a static address on network {network}, which declares no subnet':
    '网络 {network} 上有静态地址，但它没有声明子网',
  'the engine chooses the subnet, and refuses static addresses in it':
    '子网由引擎选择，而引擎拒绝其中的静态地址',
  'declare a subnet for {network}, or leave the address out': '为 {network} 声明子网，或去掉地址',
  '{address} is the address of {owner}': '{address} 是 {owner} 的地址',
  'a static address on network {network} is one of its subnet that nobody else has':
    '网络 {network} 上的静态地址须在其子网内，且没有别人使用',
  'choose a free address in {subnet}, or leave it out': '在 {subnet} 中选一个空闲地址，或去掉它',
  '{subnet} has room for {room} addresses, and {count} are needed on {network}':
    '{subnet} 容得下 {room} 个地址，而 {network} 需要 {count} 个',
  'no block of {subnet} without a static address has room for {count}, which the engine gives on {network}':
    '{subnet} 中没有不含静态地址、又容得下 {network} 上由引擎分配的 {count} 个地址的块',
  'it gives addresses from such a block, so that none is taken when a container that has it comes back':
    '引擎从这样的块里分配地址，这样容器回来时它的静态地址不会已被占用',
  'use a shorter prefix length, such as /24, or give all containers on {network} static addresses':
    '使用更短的前缀长度，例如 /24，或给 {network} 上所有容器都写静态地址',
  'the network, its broadcast and its gateway take three addresses':
    '网络地址、广播地址和网关占去三个',
  'use a shorter prefix length, such as /24': '使用更短的前缀长度，例如 /24',
  '{address} is not in the subnet of the first node, {subnet}':
    '{address} 不在第一个节点的子网 {subnet} 中',
  'the nodes reach each other on one network, without a router':
    '节点在同一个网络上互相到达，没有路由器',
  'choose an address in {subnet}, with prefix length {prefix}':
    '在 {subnet} 中选一个地址，前缀长度为 {prefix}',
  "the nodes' network {subnet} overlaps {other}": '节点网络 {subnet} 与 {other} 重叠',
  'every node has its default bridge there and would look for the other nodes on it':
    '每个节点的默认网桥都在那里，会到网桥上去找其他节点',
  'choose another subnet, such as "192.168.205.0/24"': '换一个子网，例如 "192.168.205.0/24"',
  '{address} is set aside for a special use': '{address} 保留作特殊用途',
  '{subnet} is set aside for a special use, or holds what is':
    '{subnet} 保留作特殊用途，或含有这样的地址',
  '{address} is the address of a node': '{address} 是某个节点的地址',
  "each node and the outside have an address of their own on the nodes' network":
    '每个节点和外部机器在节点网络上各有自己的地址',
  'choose a free address in {subnet}': '在 {subnet} 中选一个空闲地址',
  '{name} is linked to itself': '{name} link 到了自己',
  'a link is a name for another container': 'link 是给另一个容器的名字',
  'leave the link out': '去掉这个 link',
  'unknown link target {name}': '未知的 link 目标 {name}',
  'the topology declares no container of this name': '拓扑中没有声明这个名字的容器',
  'a link across nodes: {source} is on {node}, {target} on {other}':
    '跨节点的 link：{source} 在 {node} 上，{target} 在 {other} 上',
  'an engine links its own containers only': '引擎只能给自己的容器建 link',
  'a link to {name}, whose network mode is {mode}': 'link 指向 {name}，而它的网络模式是 {mode}',
  'it has no interface of its own to which a name could lead': '它没有自己的接口，名字指不到它',
  'a link across networks: {from} and {name} share none':
    'link 跨了网络：{from} 和 {name} 没有共同的网络',
  'a link is a name for a container on a network of the one that links to it':
    'link 是给同一网络上另一个容器起的名字',
  'put {name} on {network} too, or leave the link out':
    '把 {name} 也接到 {network} 上，或去掉这个 link',
  '{name} would call {target} by its own name': '{name} 会用自己的名字称呼 {target}',
  'a name means one container': '一个名字只指一个容器',
  'links in a circle: {names}': 'link 成环：{names}',
  'Docker makes the target of a link before its source, so none of these could be first':
    'Docker 先创建 link 的目标再创建来源，所以它们谁也不能最先创建',
  'leave one of these links out': '去掉其中一个 link',
  '{name} listens on {port} twice': '{name} 在 {port} 上监听了两次',
  '{name} listens on {port}, and so does {other}, whose network it shares':
    '{name} 监听 {port}，与它共用网络的 {other} 也监听',
  'a port of a network stack has one listener': '网络栈的一个端口只有一个监听者',
  'choose another port, or leave one of them out': '换一个端口，或去掉其中一个',
  'a page on {port}': '{port} 上的网页',
  'a page is asked for over TCP': '网页是通过 TCP 请求的',
  'leave the page out, or listen on tcp': '去掉 page，或在 tcp 上监听',
  '{key} together with network mode {mode}': '{key} 与网络模式 {mode} 同时出现',
  'leave {key} out, or leave networkMode out': '去掉 {key}，或去掉 networkMode',
  '{name} uses its own network': '{name} 使用自己的网络',
  'container mode names another container': 'container 模式要指名另一个容器',
  'name another container, or leave networkMode out': '指名另一个容器，或去掉 networkMode',
  'unknown container {name}': '未知的容器 {name}',
  '{name} is on {node}, and {other} on {elsewhere}':
    '{name} 在 {node} 上，{other} 在 {elsewhere} 上',
  'a network namespace is on one node': '一个网络命名空间只在一个节点上',
  'move one of them, or name a container on {node}': '移动其中一个，或指名 {node} 上的容器',
  "{name} and {other} use each other's network": '{name} 和 {other} 互相使用对方的网络',
  'one of the containers must have a network of its own': '其中一个容器须有自己的网络',
  'leave one networkMode out': '去掉其中一个 networkMode',
  'write {text}': '写 {text}',
  '{kind} {name} is declared twice': '{kind} {name} 声明了两次',
  'rename one of them': '给其中一个改名',
  'resources name their chapter by its id': '资源用 id 指明所属章节',
  'nodes, containers, services and their replicas are endpoints of edges, which are told apart by name, as DNS does without regard to case':
    '节点、容器、服务及其副本是边的端点，按名字区分，并且和 DNS 一样不分大小写',
  'the name {name} is reserved': '名字 {name} 已被保留',
  '"{name}" is the machine that runs the lab': '"{name}" 是运行实验的机器',
  'choose another name': '换一个名字',
  'the network name {name} is reserved': '网络名 {name} 已被保留',
  'Docker itself uses it on every node': 'Docker 在每个节点上自己要用它',
  'leave the network out: the default bridge is always there': '去掉这个网络：默认网桥总是在的',
  'the ends of the pair are in two subnets, {subnet} and {other}':
    '这一对的两端在两个子网：{subnet} 和 {other}',
  'the ends are joined by a cable, without a router between them':
    '两端由一根网线连接，中间没有路由器',
  'both ends of the pair have the address {address}': '这一对的两端地址都是 {address}',
  'an address in a subnet has one owner': '子网中的一个地址只有一个主人',
  'choose another address in {subnet}': '在 {subnet} 中换一个地址',
  'an interface needs an address of its own': '接口需要自己的地址',
  'choose another address, such as "192.168.1.1/24"': '换一个地址，例如 "192.168.1.1/24"',
  '{text} publishes no port': '{text} 没有发布端口',
  '{address} is no address of {node}': '{address} 不是 {node} 的地址',
  'a port is published on an address of its node: {address}, one of 127.0.0.0/8, [::1], one of its addresses, or the gateway of a declared subnet there':
    '端口只能发布在节点自己的地址上：{address}、127.0.0.0/8 中的一个、[::1]、它的其他地址，或节点上已声明子网的网关地址',
  'write one of these, or leave the address out for all of them':
    '写其中一个，或去掉地址以使用全部',
  'port {port} of {node} is used by {who} already': '{node} 的端口 {port} 已被 {who} 使用',
  'an address and port of a node have one user; the second would fail to start':
    '节点的一个地址和端口只能有一个使用者；第二个会启动失败',
  '{node} itself': '{node} 自己',
  '{name} in host mode': 'host 模式的 {name}',
  '{name}, which publishes it': '发布它的 {name}',
  'choose another port of the node, or another of its addresses':
    '换节点的另一个端口，或另一个地址',
  'network {network} is not on {node}, but on {other}':
    '网络 {network} 不在 {node} 上，而在 {other} 上',
  'a bridge network ends at its node': '网桥网络不出它的节点',
  'declare a network {network} on {node}, or move the container':
    '在 {node} 上声明网络 {network}，或移动容器',
  '{name} is a network mode, not a network to join': '{name} 是网络模式，不是可以接入的网络',
  'such a container has no interface on any network': '这样的容器在任何网络上都没有接口',
  'leave networks out and write networkMode: "{mode}"': '去掉 networks，写 networkMode: "{mode}"',
  'unknown {kind} {name}': '未知的{kind} {name}',
  'the topology declares no {kind} of this name': '拓扑中没有声明这个名字的{kind}',
  'a gateway without a subnet': '有网关而没有子网',
  'where the engine chooses the subnet, it chooses the gateway too': '引擎选择子网时也会选择网关',
  'declare the subnet, or leave the gateway out': '声明子网，或去掉网关',
  'the gateway {problem}': '网关：{problem}',
  "the gateway is the bridge's own address in the subnet": '网关是网桥自己在子网中的地址',
  'choose a free address in {subnet}, or leave the gateway out for its first':
    '在 {subnet} 中选一个空闲地址，或去掉网关以使用第一个',
  '{text} is not the first address of its subnet': '{text} 不是子网的第一个地址',
  'the bits after the prefix must be zero': '前缀之后的位必须是零',
  '{text} has no room': '{text} 没有空间',
  'a bridge needs an address for its gateway and one for a container':
    '网桥需要一个网关地址和一个容器地址',
  'use a prefix length of 30 or less': '前缀长度不超过 30',
  'loopback, link-local, multicast and reserved addresses are no addresses of containers':
    '回环、链路本地、组播和保留地址不能作容器地址',
  'choose a private subnet, such as "172.30.0.0/24"': '选一个私有子网，例如 "172.30.0.0/24"',
  '{subnet} overlaps {other}, the subnet of {owner}': '{subnet} 与 {owner} 的子网 {other} 重叠',
  '{node} could not tell by an address which of the two it belongs to':
    '{node} 无法凭地址分辨它属于哪一个',
  'choose another subnet, or leave it out and let the engine choose':
    '换一个子网，或去掉它由引擎选择',
  '{subnet} is not a private subnet': '{subnet} 不是私有子网',
  'only unique local addresses, fc00::/7, belong to nobody else':
    '只有唯一本地地址 fc00::/7 不属于别人',
  'choose one such as "fd00:1::/64"': '选一个，例如 "fd00:1::/64"',
  '{subnet} is too small': '{subnet} 太小',
  'engines count up addresses in it': '引擎要在其中依次分配地址',
  'use a prefix length of 112 or less, best 64': '前缀长度不超过 112，最好是 64',
  '{subnet} overlaps the IPv6 subnet of network {name}': '{subnet} 与网络 {name} 的 IPv6 子网重叠',
  'an address must tell which network it belongs to': '凭地址要能分辨它属于哪个网络',
  'choose another subnet': '换一个子网',
  'everything else belongs to one': '其他一切都属于某一个',
  "host mode already uses the node's network": 'host 模式已经在用节点的网络',
  'none mode has no interface but lo': 'none 模式除了 lo 没有接口',
  "container mode uses the other container's network": 'container 模式使用另一个容器的网络',
  "host mode already uses the node's ports: leave ports out":
    'host 模式已经在用节点的端口：去掉 ports',
  'none mode cannot be reached: leave ports out': 'none 模式无法到达：去掉 ports',
  'only the container whose network is used can publish ports: move them there':
    '只有网络被共用的那个容器能发布端口：移到那里去',
  'network {name}': '网络 {name}',
  'containers name their network by its name on their node': '容器用节点上的网络名指明网络',
  'a namespace is an endpoint of edges, netns:NAME, whatever node it is on':
    '命名空间是边的端点 netns:NAME，与所在节点无关',
  'both ends of a pair are made on the node before they move into their namespaces':
    '一对的两端先在节点上创建，再移入各自的命名空间',
  '{word} is no protocol': '{word} 不是协议',
  'end it with /tcp or /udp': '以 /tcp 或 /udp 结尾',
  'write {text}, such as "8080:80"': '写 {text}，例如 "8080:80"',
  'it has too many colons': '冒号太多',
  'write "[ADDRESS:]NODE-PORT:CONTAINER-PORT"': '写 "[地址:]节点端口:容器端口"',
  'write 127.0.0.1, [::1], the address of the node, or none':
    '写 127.0.0.1、[::1]、节点的地址，或不写',
  '{left} has {count} ports and {right} has {other}':
    '{left} 有 {count} 个端口，{right} 有 {other} 个',
  'give both ranges the same length': '两个范围的长度要一样',
  'use a number from 1 to {highest}, or a range such as 8000-8002':
    '使用 1 到 {highest} 的数字，或范围，例如 8000-8002',
  '{text} runs backwards': '{text} 是倒着的',
  '{address} is not in {subnet}': '{address} 不在 {subnet} 中',
  "{address} is the network's own address": '{address} 是网络自己的地址',
  '{address} is the broadcast address': '{address} 是广播地址',
  'overlay networks belong to a Docker Swarm': 'overlay 网络属于 Docker Swarm',
  '{network} is an overlay network, and there is no swarm':
    '{network} 是 overlay 网络，但没有 swarm',
  'name its nodes, the manager first: swarm: [{nodes}]':
    '写出它的节点，管理节点在前：swarm: [{nodes}]',
  '{node} is in the swarm twice': '{node} 在 swarm 里出现了两次',
  'a node joins a swarm once': '一个节点只加入 swarm 一次',
  '{node} is a further host, and cannot join the swarm': '{node} 是另外的主机，不能加入 swarm',
  'nodes of a swarm reach each other at their own addresses; to a further host lead networks that are no part of the lab':
    'swarm 的节点通过各自的地址互相到达；而通往另外的主机的网络不属于实验',
  'leave it out, or declare it as a node': '去掉它，或者把它声明为节点',
  '{network} is a bridge, which encrypts nothing': '{network} 是网桥，什么也不加密',
  'only what an overlay network carries from node to node is encrypted':
    '只有 overlay 网络在节点之间传送的内容会被加密',
  'every node of the swarm has it': 'swarm 的每个节点上都有它',
  'only bridges can keep their containers from each other': '只有网桥能让自己的容器互不相通',
  'the lab has IPv6 on bridges only': '实验只在网桥上有 IPv6',
  'leave {key} out, or write driver: "{driver}"': '去掉 {key}，或者写 driver: "{driver}"',
  'network {network} is a bridge on {node} already': '网络 {network} 已经是 {node} 上的网桥',
  'every node of the swarm has an overlay network under its name':
    'swarm 的每个节点上都有同名的 overlay 网络',
  '"node" is missing': '缺少 "node"',
  'name the node, or write driver: "overlay" for a network of the whole swarm':
    '写出节点，或者写 driver: "overlay" 表示整个 swarm 的网络',
  '{node} is not in the swarm, and {network} is an overlay network':
    '{node} 不在 swarm 里，而 {network} 是 overlay 网络',
  'only the nodes of the swarm have its overlay networks': '只有 swarm 的节点才有它的 overlay 网络',
  'add {node} to swarm, or move the container': '把 {node} 加入 swarm，或者移动容器',
  'the engine, for the swarm,': '为 swarm 服务的引擎',
  "the swarm's network ingress": 'swarm 的网络 ingress',
  '{address} is the address of another node': '{address} 是另一个节点的地址',
  'it is where this machine finds the host': '本机在这个地址找到那台主机',
  "write the host's address, without a prefix length": '写主机的地址，不带前缀长度',
  'move one of them, or leave the link out': '移动其中一个，或去掉这个 link',
  'there is no chapter': '没有章节',
  'there is no node': '没有节点',
  'add a chapter, such as {chapter}': '添加一个章节，例如 {chapter}',
  'add a node, such as {node}': '添加一个节点，例如 {node}',
  'leave it out, or let a shell make it: {command}': '去掉它，或让 shell 来写：{command}',
} as const;
