/** What engines, networks and firewalls may be told, and addresses of both families. */
export const engines = {
  '{value} is no IPv6 address': '{value} 不是 IPv6 地址',
  'an IPv6 address without a zone and without a prefix length is expected':
    '需要不带区域标识、不带前缀长度的 IPv6 地址',
  'write an address such as "fd00:1::10"': '写成地址，例如 "fd00:1::10"',
  '{value} is no IPv6 address with a prefix length': '{value} 不是带前缀长度的 IPv6 地址',
  'write an address such as "fd00:205::10/64"': '写成地址，例如 "fd00:205::10/64"',
  '{value} is no address with a prefix length': '{value} 不是带前缀长度的地址',
  'write an address such as "192.168.205.110/24" or "fd00:205::10/64"':
    '写成地址，例如 "192.168.205.110/24" 或 "fd00:205::10/64"',
  '{value} is no subnet': '{value} 不是子网',
  'a subnet is its first address with a prefix length, of either family':
    '子网是它的第一个地址加前缀长度，IPv4 或 IPv6 均可',
  'write a subnet such as "172.30.0.0/24" or "fd00:1::/64"':
    '写成子网，例如 "172.30.0.0/24" 或 "fd00:1::/64"',
  '{value} is no address': '{value} 不是地址',
  'an IPv4 or IPv6 address without a prefix length is expected':
    '需要不带前缀长度的 IPv4 或 IPv6 地址',
  '{value} is no link-local address': '{value} 不是链路本地地址',
  'link-local addresses are those of 169.254.0.0/16 and fe80::/10':
    '链路本地地址属于 169.254.0.0/16 和 fe80::/10',
  'write an address such as "169.254.7.7"': '写成地址，例如 "169.254.7.7"',
  '{value} is no port with a protocol': '{value} 不是带协议的端口',
  'Docker expects PORT or PORT/PROTOCOL': 'Docker 需要 PORT 或 PORT/PROTOCOL',
  'write a port such as "80" or "53/udp"': '写成端口，例如 "80" 或 "53/udp"',
  '{value} is no extra host': '{value} 不是额外主机',
  'Docker expects NAME:ADDRESS, and host-gateway stands for the node':
    'Docker 需要 NAME:ADDRESS，host-gateway 代表节点',
  'write a line such as "db:10.0.0.5" or "host.docker.internal:host-gateway"':
    '写成一行，例如 "db:10.0.0.5" 或 "host.docker.internal:host-gateway"',
  'Linux allows 15 characters': 'Linux 最多允许 15 个字符',
  'use the name of an interface of the node, such as "eth0", or a VLAN of it, "eth0.10"':
    '使用节点的接口名，例如 "eth0"，或它的 VLAN，"eth0.10"',
  '{value} is no firewall mark': '{value} 不是防火墙标记',
  'the engine expects MARK or MARK/MASK': '引擎需要 MARK 或 MARK/MASK',
  'write a mark such as "0x2/0x3"': '写成标记，例如 "0x2/0x3"',
  'a mark is a whole number of 32 bits': '标记是 32 位整数',
  'write a number such as 2': '写成数字，例如 2',
  '{value} is no kernel parameter of a network namespace': '{value} 不是网络命名空间的内核参数',
  'the lab sets those that begin with net. only': '本实验只设置以 net. 开头的参数',
  'write a parameter such as "net.ipv6.conf.all.disable_ipv6"':
    '写成参数，例如 "net.ipv6.conf.all.disable_ipv6"',
  '{value} is no option of a driver': '{value} 不是驱动的选项',
  'options have names such as com.docker.network.endpoint.sysctls':
    '选项的名字形如 com.docker.network.endpoint.sysctls',
  'write the name of an option': '写选项的名字',
  '{value} is no priority': '{value} 不是优先级',
  'a priority is a whole number of 32 bits': '优先级是 32 位整数',
  'write a number such as 1': '写成数字，例如 1',
  '{value} is no size of a subnet': '{value} 不是子网大小',
  'the size is the prefix length of each subnet of the pool': '大小就是池中每个子网的前缀长度',
  'write a prefix length such as 24': '写成前缀长度，例如 24',

  'the default bridge of {node} has IPv6 and no subnet': '{node} 的默认网桥有 IPv6，却没有子网',
  'engines from 27 on choose one by themselves': '从 27 开始引擎才会自己选择',
  'write fixedCidrV6: "fd00:17::/64"': '写 fixedCidrV6: "fd00:17::/64"',
  '{key} on {node}, whose engine is {series}': '{node} 上写了 {key}，而它的引擎是 {series}',
  'before 28 nothing keeps other machines from the addresses of containers':
    '在 28 之前，没有什么阻止别的机器访问容器的地址',
  'engines from 29 on look at marks': '从 29 开始引擎才查看标记',
  'engines before 29 have iptables only': '29 之前的引擎只有 iptables',
  'write engine: "{series}" for {node}, or leave {key} out':
    '为 {node} 写 engine: "{series}"，或去掉 {key}',
  '{node} has the firewall "nftables" and is in the swarm':
    '{node} 的防火墙是 "nftables"，却在 swarm 里',
  'an engine refuses to join a swarm with it: overlay networks have rules for iptables only':
    '引擎会拒绝用它加入 swarm：overlay 网络只有 iptables 规则',
  'leave firewall out, or leave the node out of the swarm': '去掉 firewall，或把节点移出 swarm',
  'rules in DOCKER-USER of {node}, whose firewall is "nftables"':
    '{node} 的 DOCKER-USER 里有规则，而它的防火墙是 "nftables"',
  'with nftables an engine has no chain DOCKER-USER': '使用 nftables 时引擎没有 DOCKER-USER 链',
  'leave dockerUser out, or leave firewall out': '去掉 dockerUser，或去掉 firewall',
  '{address} is in {subnet}': '{address} 在 {subnet} 中',
  'every node has its default bridge there': '每个节点的默认网桥都在那里',
  'choose another address': '选择另一个地址',
  '{address} is an address of {node} already': '{address} 已经是 {node} 的地址',
  'an address belongs to one node, once': '一个地址属于一个节点，且只有一次',
  'a route leads by way of a node': '路由要经过一个节点',
  'a route to {subnet} by way of {node}, whose engine is older than 28':
    '经 {node} 到 {subnet} 的路由，而它的引擎早于 28',
  'before 28 it depends on who switched IP forwarding on, the engine or its machine, what is let through':
    '在 28 之前，放行什么取决于 IP 转发是由引擎还是由机器打开的',
  'write engine: "28.5" for {node}, or leave the route out':
    '为 {node} 写 engine: "28.5"，或去掉这条路由',
  'a route to {subnet}, and outside has no IPv6 address':
    '到 {subnet} 的路由，而 outside 没有 IPv6 地址',
  'nobody could answer it': '没有谁能应答它',
  'write outside.address6, such as "fd00:205::1/64"': '写 outside.address6，例如 "fd00:205::1/64"',

  "gateway mode {mode} of {network}, whose node's engine is older than 28":
    '{network} 的网关模式 {mode}，而其节点的引擎早于 28',
  'engines from 27 on have gateway modes': '从 27 开始引擎才有网关模式',
  'engines from 28 on have this mode': '从 28 开始引擎才有这个模式',
  '{network} is isolated, and not internal': '{network} 的模式是 isolated，却不是内部网络',
  'an engine takes this mode for internal networks only: without an address of the bridge nothing leads out':
    '引擎只对内部网络接受这个模式：网桥没有地址，就没有路通向外面',
  'write internal: true, or choose another mode': '写 internal: true，或选择另一个模式',
  "trustedHostInterfaces of {network}, whose node's engine is older than 28":
    '{network} 的 trustedHostInterfaces，而其节点的引擎早于 28',
  'engines from 28 on drop what other machines send to containers, and know exceptions':
    '从 28 开始引擎丢弃别的机器发往容器的数据包，才有例外可言',
  '{network} has an IPv6 subnet, and ipv6 is false': '{network} 有 IPv6 子网，而 ipv6 是 false',
  'an engine gives no addresses of it then': '那样引擎不会分配其中的地址',
  '{network} has IPv6 and no subnet6': '{network} 有 IPv6，却没有 subnet6',
  'write a subnet6 such as "fd00:1::/64"': '写 subnet6，例如 "fd00:1::/64"',
  "{network} has no IPv4, and its node's engine is older than 28":
    '{network} 没有 IPv4，而其节点的引擎早于 28',
  'before 28 every network has IPv4': '在 28 之前，每个网络都有 IPv4',
  '{network} has neither IPv4 nor IPv6': '{network} 既没有 IPv4 也没有 IPv6',
  'nobody on it could be reached': '上面的谁都无法到达',
  'write a subnet6 such as "fd00:1::/64", or leave ipv4 out':
    '写 subnet6，例如 "fd00:1::/64"，或去掉 ipv4',
  'an IPv4 subnet of {network}, which has no IPv4': '{network} 有 IPv4 子网，却没有 IPv4',
  'leave subnet out, or leave ipv4 out': '去掉 subnet，或去掉 ipv4',
  'a gateway6 without a subnet6': '有 gateway6，却没有 subnet6',
  "the gateway is an address of the network's subnet": '网关是网络子网中的一个地址',
  'choose an address of subnet6, or leave gateway6 out for its first':
    '选择 subnet6 中的地址，或去掉 gateway6 以使用第一个',
  'mode {mode} of the {driver} network {network}': '{driver} 网络 {network} 的模式 {mode}',
  'each driver has modes of its own': '每种驱动有自己的模式',
  'gwPriority on {network}, and the engine of {node} is older than 28':
    '{network} 上写了 gwPriority，而 {node} 的引擎早于 28',
  'engines from 28 on have priorities for the default route': '从 28 开始引擎才有默认路由的优先级',
  'a static IPv6 address on network {network}, which declares no IPv6 subnet':
    '网络 {network} 上的静态 IPv6 地址，而它没有声明 IPv6 子网',
  '{address} is in no IPv6 subnet of {network}': '{address} 不在 {network} 的任何 IPv6 子网中',
  'an engine gives static addresses in declared subnets only': '引擎只在声明过的子网中分配静态地址',
  'choose an address of a subnet6 of {network}, or leave address6 out':
    '选择 {network} 的 subnet6 中的地址，或去掉 address6',
  'of several ports each needs one of the node': '多个端口各需要节点的一个端口',
  '{value} publishes {text}, of which the swarm would choose the port':
    '{value} 发布 {text}，其端口由 swarm 选择',
  'the lab must know it to probe it on every node': '本实验必须知道它，才能在每个节点上探测',
  '{key} on the {driver} network {network}': '{driver} 网络 {network} 上写了 {key}',
  'only macvlan and ipvlan networks are on an interface of the node':
    '只有 macvlan 和 ipvlan 网络在节点的接口上',
  'networks of this driver have no such option': '这种驱动的网络没有这个选项',
  'network {name} has no IPv4, which cannot be deployed': '网络 {name} 没有 IPv4，这无法部署',
  'the Terraform provider cannot switch IPv4 off, up to 4.5 (docker network create --ipv4=false)':
    '到 4.5 为止，Terraform provider 不能关闭 IPv4（docker network create --ipv4=false）',
  'leave ipv4 out of {name}, or ask without a deploy: ./lab check --predicted':
    '从 {name} 去掉 ipv4，或不部署直接询问：./lab check --predicted',
  '{name} has a link, and containers on the default bridge of {node} may not talk to each other: no deploy opens its ports':
    '{name} 有 link，而 {node} 默认网桥上的容器不能互相通信：部署无法打开它的端口',
  'the Terraform provider has no links since 3.0: the name would be there, and no port open':
    'Terraform provider 从 3.0 起没有 link：名字会在，端口却不会打开',
  'leave icc out of {node}, or ask without a deploy: ./lab check --predicted':
    '从 {node} 去掉 icc，或不部署直接询问：./lab check --predicted',
  'the engine would choose a port for {name}, which no deploy tells':
    '引擎会为 {name} 选择端口，而部署不会说明是哪个',
  'the lab must know it to probe it': '本实验必须知道它才能探测',
  'write "NODE-PORT:CONTAINER-PORT", such as "8080:80", or ask without a deploy: ./lab check --predicted':
    '写 "NODE-PORT:CONTAINER-PORT"，例如 "8080:80"，或不部署直接询问：./lab check --predicted',
  '{name} has a gwPriority below 0, which cannot be deployed':
    '{name} 的 gwPriority 小于 0，这无法部署',
  'the Terraform provider takes 0 and more, up to 4.5':
    '到 4.5 为止，Terraform provider 只接受 0 及以上',
  'raise all priorities of {name}, or ask without a deploy: ./lab check --predicted':
    '提高 {name} 的所有优先级，或不部署直接询问：./lab check --predicted',
  '{key} of {name}, a node that the lab makes: it cannot be deployed':
    '{name} 的 {key}，而它是本实验创建的节点：这无法部署',
  'it says what is there already, and the lab makes nodes with one address and no other firewall':
    '它说明已经存在的东西，而本实验创建的节点只有一个地址，也没有别的防火墙',
  'leave {key} out, give the node ssh if it exists, or ask without a deploy: ./lab check --predicted':
    '去掉 {key}，如果节点已存在就给它 ssh，或不部署直接询问：./lab check --predicted',
  'options of the engine of {name}, a virtual machine, cannot be deployed':
    '虚拟机 {name} 的引擎选项无法部署',
  'the lab gives options to engines of nodes that are containers only':
    '本实验只给容器节点的引擎设置选项',
  'write backend: "containers" for {name}, or ask without a deploy: ./lab check --predicted':
    '为 {name} 写 backend: "containers"，或不部署直接询问：./lab check --predicted',
  'outside has a route or an IPv6 address, which cannot be deployed':
    'outside 有路由或 IPv6 地址，这无法部署',
  'the lab changes no routes and no addresses of the machine that runs it':
    '本实验不改动运行它的机器的路由和地址',
  'leave routes and address6 out, or ask without a deploy: ./lab check --predicted':
    '去掉 routes 和 address6，或不部署直接询问：./lab check --predicted',
  'the kernel of {node} has no {module}, which the network {name} needs':
    '{node} 的内核没有网络 {name} 需要的 {module}',
  'a network of the driver {driver} is made of such interfaces':
    '驱动 {driver} 的网络由这样的接口构成',
  'modprobe {module} on the machine whose kernel it is, or leave {name} out':
    '在该内核所在的机器上 modprobe {module}，或去掉 {name}',
  'such a network is on one node': '这样的网络在一个节点上',
  '{what}: {why}. Next: {next}.': '{what}：{why}。接下来：{next}。',
};
