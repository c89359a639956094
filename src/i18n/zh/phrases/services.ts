/** Services of the swarm. */
export const services = {
  '{value} is no service name': '{value} 不能作服务名',
  'a service is asked for by its name, and a swarm takes no other':
    '服务要用名字来询问，而 swarm 不接受别样的名字',
  'use letters and digits, "-" and "_" between them, 2 to 63 characters':
    '用字母和数字，中间可以有 "-" 和 "_"，2 到 63 个字符',
  '{value} is no number of replicas': '{value} 不能作副本数',
  'each replica is a container that is probed': '每个副本都是要探测的容器',
  'use a whole number from 1 to 1000': '用 1 到 1000 的整数',
  '{name} is a service, and there is no swarm': '{name} 是服务，但没有 swarm',
  'a service is run by a Docker Swarm': '服务由 Docker Swarm 运行',
  'the service {name} is on no network': '服务 {name} 不在任何网络上',
  'its replicas are reached over an overlay network': '它的副本要通过 overlay 网络到达',
  'name an overlay network: {networks}': '写出一个 overlay 网络：{networks}',
  'declare an overlay network: driver: "overlay"': '声明一个 overlay 网络：driver: "overlay"',
  '{name} is on {network} twice': '{name} 在 {network} 上出现了两次',
  'a service has one address on a network': '服务在一个网络上只有一个地址',
  '{network} is a bridge, and {name} a service': '{network} 是网桥，而 {name} 是服务',
  'the swarm may run a replica on any of its nodes, and a bridge ends at its own':
    'swarm 可能在它的任何节点上运行副本，而网桥只到自己的节点为止',
  '{name} publishes {port} on one address': '{name} 只在一个地址上发布 {port}',
  'the routing mesh takes a port on every address of every node of the swarm':
    '路由网格（routing mesh）占用 swarm 每个节点每个地址上的端口',
  'leave the address out': '去掉地址',
  'ports of {name}, whose endpoint mode is "dnsrr"': '{name} 有 ports，而它的端点模式是 "dnsrr"',
  'the routing mesh leads to a virtual address, and with "dnsrr" there is none':
    '路由网格通向虚拟地址，而 "dnsrr" 没有虚拟地址',
  'leave ports out, or leave endpointMode out': '去掉 ports，或者去掉 endpointMode',
  'the kernel of {node} has no IP_VS, which the service {name} needs':
    '{node} 的内核没有 IP_VS，而服务 {name} 需要它',
  'the routing mesh and the virtual address of a service are IP_VS: the engine would start the replicas all the same, and nothing would answer at its ports':
    '路由网格和服务的虚拟地址靠的是 IP_VS：引擎仍会启动副本，但它的端口上不会有应答',
  'the virtual address of a service is IP_VS: the engine would start the replicas all the same, and nothing would answer at its name':
    '服务的虚拟地址靠的是 IP_VS：引擎仍会启动副本，但它的名字不会有应答',
  'modprobe ip_vs on the machine whose kernel it is, or write endpointMode: "dnsrr" and no ports for {name}':
    '在内核所属的机器上 modprobe ip_vs，或为 {name} 写 endpointMode: "dnsrr" 并去掉 ports',
  'modprobe ip_vs on the machine whose kernel it is, or write endpointMode: "dnsrr" for {name}':
    '在内核所属的机器上 modprobe ip_vs，或为 {name} 写 endpointMode: "dnsrr"',
  'another {name} was made in its place: remove it by hand, then {command}':
    '有另一个 {name} 占了它的位置：手动删除，然后运行 {command}',
  '{name} is a service, which runs in its replicas': '{name} 是服务，它在副本中运行',
  'they are: {names}': '它们是：{names}',
  'service {name}': '服务 {name}',
  'no node of the swarm runs such a replica': 'swarm 中没有节点运行这个副本',
} as const;
