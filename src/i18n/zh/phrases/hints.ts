/** What is claimed of the nodes, what happened to it, and what to do. */
export const hints = {
  '{node} is out of the swarm: ./lab nodes up, then ./lab repair':
    '{node} 不在 swarm 中：先运行 ./lab nodes up，再运行 ./lab repair',
  'it went with the swarm: ./lab nodes up, then {command}':
    '它随 swarm 一起消失了：先运行 ./lab nodes up，再运行 {command}',
  'somebody made it anew by hand': '有人手动重建了它',
  'a way was opened that nobody declared: {command}': '有一条没有声明过的通路被打开了：{command}',
  'is there a firewall on this machine, or no address translation: {command}':
    '本机有防火墙，或者没有做地址转换？{command}',
  'no port can be opened on {address}: {problem}': '无法在 {address} 上打开端口：{problem}',
  'the inventory does not have it': '清单中没有它',
  'the answer of the node is incomplete': '节点的回答不完整',
  'the answer of the node cannot be read': '节点的回答无法读取',
  "security group or firewall: {host} itself answers on port {port}, and nothing comes through from outside. Open {protocol} {port} inbound for 0.0.0.0/0 in the server's security group; on the server: sudo ufw allow {both}, or sudo firewall-cmd --add-port={both}":
    '安全组或防火墙：{host} 自己在端口 {port} 上应答，但从外面进不来。请在服务器的安全组中对 0.0.0.0/0 放行入站 {protocol} {port}；在服务器上：sudo ufw allow {both}，或 sudo firewall-cmd --add-port={both}',
  'follow the packet: {command}': '跟踪数据包：{command}',
  'nothing listens there: {command}': '那里没有程序监听：{command}',
  '{a} does not know the name: {command}': '{a} 不认识这个名字：{command}',
  'the address translation is not as Docker makes it: iptables -t nat -nvL POSTROUTING on the node':
    '地址转换不是 Docker 做的那样：在节点上运行 iptables -t nat -nvL POSTROUTING',
  'another {a} was started in its place: remove it by hand, then {command}':
    '有另一个 {a} 占了它的位置：手动删除，然后运行 {command}',
  'it ends again and again: {command}': '它反复退出：{command}',
  'somebody made it anew by hand: remove it and run {command}':
    '有人手动重建了它：删除它并运行 {command}',
  './lab doctor, then ./lab nodes up': '先运行 ./lab doctor，再运行 ./lab nodes up',
  './lab nodes down, then ./lab nodes up': '先运行 ./lab nodes down，再运行 ./lab nodes up',
  'its network mode is {mode}: {command}': '它的网络模式是 {mode}：{command}',
  '{what}: ./lab repair, or {command}': '{what}：运行 ./lab repair，或者 {command}',
  '{what}: ./lab repair': '{what}：运行 ./lab repair',
  '{a} is not on {network}': '{a} 不在 {network} 上',
  '{a} has another address on {network}': '{a} 在 {network} 上是别的地址',
  '{a} was connected to {network} by hand under other names':
    '有人用别的名字手动把 {a} 连接到了 {network}',
  'nobody declared it': '没有人声明过它',
  'its routes were changed by hand': '有人手动改了它的路由',
  'somebody gave it an interface': '有人给了它一个接口',
  'it was changed by hand': '有人手动改了它',
  'its interface was changed by hand': '有人手动改了它的接口',
  'the link of {a} is gone': '{a} 的 link 不见了',
  'the link of {a} is stale': '{a} 的 link 已经过时',
  'somebody wrote into it': '有人往里面写了东西',
  'never asked': '没有问过',
  'the rule was changed by hand': '有人手动改了规则',
  'the lab has no endpoint {name}': '实验没有端点 {name}',
  '{what}: {command}': '{what}：{command}',
  'the policy of {chain} on {name} is DROP': '{name} 的 {chain} 默认策略是 DROP',
  'the policy of {chain} on {name} for IPv6 is DROP': '{name} 的 {chain}（IPv6）默认策略是 DROP',
  'nothing listens on port {port} of {name}': '{name} 的端口 {port} 上没有程序监听',
  '{name} is not running': '{name} 没有运行',
} as const;
