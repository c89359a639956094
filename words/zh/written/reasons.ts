/** The steps of an explanation, as the predictor words them. */
export const reasons = {
  "127.0.0.1 is {a}'s own lo, which is up": '127.0.0.1 是 {a} 自己的 lo，它总是启用的',
  "{ip} is {a}'s own address": '{ip} 是 {a} 自己的地址',
  '{ip} is an address of {a} itself': '{ip} 是 {a} 自己的一个地址',
  '{ip} is an address of {host}, the node of {a}: the packet has arrived and crosses no bridge':
    '{ip} 是 {a} 所在节点 {host} 的地址：数据包已经到达，不再经过任何网桥',
  '{ip} is the address of {host} on {bridge}': '{ip} 是 {host} 在{bridge}上的地址',
  'The packet is for {a} itself and never leaves it': '数据包是发给 {a} 自己的，不会离开它',
  '{a} itself has {ip}, so the packet never leaves it towards {b}':
    '{a} 自己就有 {ip}，所以数据包不会离开它去往 {b}',
  '{a} has only lo and so no route to anywhere: unreachable': '{a} 只有 lo，没有任何路由：不可达',
  '{a} is on internal networks only and has no default route: unreachable':
    '{a} 只在内部网络上，没有默认路由：不可达',
  '{a} is not on the network of {b}: the packet goes to its default gateway, {host} on {bridge}':
    '{a} 不在 {b} 的网络上：数据包交给默认网关，即{bridge}上的 {host}',
  'For {a}, {b} is in {subnet}, the subnet of {network} on {host}; there nobody has it, so the ARP request stays unanswered: unreachable':
    '对 {a} 来说，{b} 属于 {subnet}，即 {host} 上 {network} 的子网；那里没有谁有这个地址，ARP 请求无人应答：不可达',
  'For {a}, {b} is in {subnet}, the subnet of {network}; there nobody has it, so the ARP request stays unanswered: unreachable':
    '对 {a} 来说，{b} 属于 {subnet}，即 {network} 的子网；那里没有谁有这个地址，ARP 请求无人应答：不可达',
  '{a} and {b} are on {network}, whose containers may not talk to each other (enable_icc=false): timeout':
    '{a} 和 {b} 都在 {network} 上，该网络的容器之间不许通信（enable_icc=false）：超时',
  '{a} and {b} are on the same bridge, {network} of {host}':
    '{a} 和 {b} 在同一个网桥上：{host} 的 {network}',
  'On {host} {ip} belongs to {a}, which answers instead of {b}':
    '在 {host} 上 {ip} 属于 {a}，由它代替 {b} 应答',
  '{host} has an interface on {bridge}, so it reaches {a} directly':
    '{host} 在{bridge}上有接口，所以能直接到达 {a}',
  '{network} is internal: {host} (engine {engine}) drops what comes from it for other networks: timeout':
    '{network} 是内部网络：{host}（引擎 {engine}）丢弃从它发往其他网络的数据包：超时',
  '{network} is internal: {host} drops what comes to it from other networks: timeout':
    '{network} 是内部网络：{host} 丢弃从其他网络发给它的数据包：超时',
  "{a} ({from}) and {b} ({to}) are on different bridges of {host}; Docker's isolation rules drop packets between bridges: timeout":
    '{a}（{from}）和 {b}（{to}）在 {host} 的不同网桥上；Docker 的隔离规则丢弃网桥之间的数据包：超时',
  "{host} sends the packet on with its own address {ip} as the sender's (masquerade)":
    '{host} 用自己的地址 {ip} 作为发送方地址转发数据包（地址伪装）',
  'The machine that runs the lab and {host} are both on {subnet}':
    '运行实验的机器和 {host} 都在 {subnet} 上',
  '{host} and the machine that runs the lab are both on {subnet}: reachable':
    '{host} 和运行实验的机器都在 {subnet} 上：可达',
  '{a} and {b} are both on {subnet}': '{a} 和 {b} 都在 {subnet} 上',
  'Nobody on {subnet} has {ip}: unreachable': '{subnet} 上没有谁有 {ip}：不可达',
  '{host} has no network with {b} and sends the packet out of the lab: timeout':
    '{host} 没有 {b} 所在的网络，把数据包发到了实验之外：超时',
  '{host} has no route to {b}: unreachable': '{host} 没有到 {b} 的路由：不可达',
  '{a} and {b} are the two ends of one veth pair': '{a} 和 {b} 是同一对 veth 的两端',
  'Nobody on the veth pair of {a} has {ip}: unreachable': '{a} 的 veth 对上没有谁有 {ip}：不可达',
  '{a} has a route to {subnet} only, the subnet of its veth pair: unreachable':
    '{a} 只有到 {subnet} 的路由，那是它的 veth 对的子网：不可达',
  'The machine that runs the lab has no route to {ip} on a node: timeout':
    '运行实验的机器没有到节点上 {ip} 的路由：超时',
  'Nothing in {a} listens: refused': '{a} 里没有程序监听：被拒绝',
  'Something in {a} listens on {port}: reachable': '{a} 里有程序监听 {port}：可达',
  'Nothing in {a} listens on {port}, and its kernel says so: refused':
    '{a} 里没有程序监听 {port}，它的内核如实回答：被拒绝',
  'Nothing in {a} listens there, but docker-proxy has already taken the packet: {outcome}':
    '{a} 里没有程序在那里监听，但 docker-proxy 已经接收了数据包：{outcome}',
  "{a} listens on {port} of {host}, but its answer leaves from {gateway}, the node's address on the sender's bridge, not from {ip} that was asked: the sender does not take it, timeout":
    '{a} 在 {host} 的 {port} 上监听，但它的应答从 {gateway}（节点在发送方网桥上的地址）发出，而不是被访问的 {ip}：发送方不接受，超时',
  "docker-proxy of engine {engine} answers from {gateway}, the node's address on the sender's bridge, not from {ip} that was asked: the sender does not take it, timeout":
    '引擎 {engine} 的 docker-proxy 从 {gateway}（节点在发送方网桥上的地址）应答，而不是被访问的 {ip}：发送方不接受，超时',
  '{host} itself listens on {port}: reachable': '{host} 自己监听 {port}：可达',
  "{a} has the network stack of {host}, so its {port} is the node's: reachable":
    '{a} 使用 {host} 的协议栈，所以它的 {port} 就是节点的：可达',
  '{a} publishes {port} on {address} only, not on {ip}: refused':
    '{a} 只在 {address} 上发布 {port}，不在 {ip} 上：被拒绝',
  'Nobody publishes {port} on {host} and nothing on it listens there: refused':
    '{host} 上没有谁发布 {port}，也没有程序在那里监听：被拒绝',
  '{a} is on internal networks only, so the engine publishes nothing for it: refused':
    '{a} 只在内部网络上，引擎不为它发布端口：被拒绝',
  '{host} would pass {port} on to {a}, but drops what comes from {network}, which is internal: timeout':
    '{host} 本会把 {port} 转给 {a}，但它丢弃来自内部网络 {network} 的数据包：超时',
  'docker-proxy on {host} takes {port} and passes it on to port {target} of {a}':
    '{host} 上的 docker-proxy 接收 {port}，转给 {a} 的 {target} 端口',
  '{a} publishes {port}: {host} sends it on to port {target} of {b}':
    '{a} 发布了 {port}：{host} 把它转发到 {b} 的 {target} 端口',
  '{a} asks the resolver of {host}, which knows no containers: "{name}" is unresolved':
    '{a} 询问{host}的解析器，它不知道任何容器：“{name}”无法解析',
  'A link has put "{name}" into /etc/hosts of {a}, with the address of {b} on the default bridge':
    'link 把“{name}”写进了 {a} 的 /etc/hosts，地址是 {b} 在默认网桥上的地址',
  '{a} is on {network}, whose embedded DNS server knows "{name}": it is {b}':
    '{a} 在 {network} 上，该网络的内置 DNS 服务器知道“{name}”：它就是 {b}',
  '{a} has only lo, and no DNS server to ask: "{name}" is unresolved':
    '{a} 只有 lo，没有可以询问的 DNS 服务器：“{name}”无法解析',
  '{a} is on the default bridge only, where containers have no names for each other: "{name}" is unresolved':
    '{a} 只在默认网桥上，那里的容器互相没有名字：“{name}”无法解析',
  '{a} asks the embedded DNS server about its own networks ({networks}), and on none of them is there a "{name}": unresolved':
    '{a} 向内置 DNS 服务器询问自己的网络（{networks}），其中都没有“{name}”：无法解析',
  '{host} is reached over networks that are no part of the lab, at {ip}':
    '到 {host}（{ip}）要经过不属于本实验的网络',
  '{host} has an IPv6 address on {bridge}, so it reaches {a} directly':
    '{host} 在{bridge}上有 IPv6 地址，所以能直接到达 {a}',
  '{host} has no IPv6 route to {a}: unreachable': '{host} 没有到 {a} 的 IPv6 路由：不可达',
  '{a} has no IPv6 default route: unreachable': '{a} 没有 IPv6 默认路由：不可达',
  'None of the networks of {a} has IPv6: unreachable': '{a} 的网络都没有 IPv6：不可达',
  '{a} is not on {network}: the packet goes to its IPv6 default gateway, {host} on {bridge}':
    '{a} 不在{network}上：数据包交给 IPv6 默认网关，即{bridge}上的 {host}',
  'No container is on {network}: its bridge has no carrier, and on engine {engine} its IPv6 address stays tentative and does not answer: timeout':
    '{network} 上没有容器：它的网桥没有载波，在引擎 {engine} 上它的 IPv6 地址一直处于待定状态（tentative），不应答：超时',
  '{host} has that address on {bridge}': '{host} 在{bridge}上有这个地址',
  'Engine {engine} makes no ip6tables rules, so {what} does not hold for IPv6':
    '引擎 {engine} 不建 ip6tables 规则，所以 {what} 对 IPv6 不起作用',
  '{ip} is an address of {host}: the packet has arrived and crosses no bridge':
    '{ip} 是 {host} 的地址：数据包已经到达，不再经过任何网桥',
  "{from} and {to} are different bridges of {host}; Docker's isolation rules drop packets between bridges: timeout":
    '{from} 和 {to} 是 {host} 的不同网桥；Docker 的隔离规则丢弃网桥之间的数据包：超时',
  '{a} has no IPv6 route back, so its answer goes nowhere: timeout':
    '{a} 没有返回的 IPv6 路由，它的应答到不了任何地方：超时',
  '{host} passes it on to {a}: reachable': '{host} 把它转发给 {a}：可达',
  '{a} has the network stack of {host}, its node': '{a} 使用所在节点 {host} 的协议栈',
  '{a} shares the network stack of {b}': '{a} 共用 {b} 的协议栈',
  '{ip} is the address of the bridge that {network} has on {host}, in a network namespace of its own':
    '{ip} 是 {network} 在 {host} 上的网桥的地址，那个网桥在自己的网络命名空间里',
  'Nothing listens there: refused': '那里没有程序在监听：被拒绝',
  '{a} and {b} are on the overlay network {network}: its bridge on {host} joins them':
    '{a} 和 {b} 都在 overlay 网络 {network} 上：它在 {host} 上的网桥把两者连在一起',
  '{a} and {b} are on the overlay network {network}: VXLAN carries the packet from {host} to {other}':
    '{a} 和 {b} 都在 overlay 网络 {network} 上：VXLAN 把数据包从 {host} 送到 {other}',
  '{a} and {b} are on the overlay network {network}: {way}':
    '{a} 和 {b} 都在 overlay 网络 {network} 上：{way}',
  '{a} is on overlay networks and on no bridge that leads out: the engine has put it on {bridge} besides':
    '{a} 在 overlay 网络上，不在任何通向外面的网桥上：引擎另外把它接到了 {bridge}',
} as const;
