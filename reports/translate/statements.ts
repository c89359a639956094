import type { Pair } from './pattern';

/** Statements about what is on the nodes. */
export const STATEMENTS: readonly Pair[] = [
  ['{a} is attached to nothing else', '{a} 没有连接其他网络'],
  ['{a} is attached to {network}', '{a} 连接在 {network} 上'],
  ['{a} has its static address on {network}', '{a} 在 {network} 上有声明的静态地址'],
  ['{a} has its aliases on {network}', '{a} 在 {network} 上有声明的别名'],
  ['{a} belongs to the lab', '{a} 属于本实验'],
  ['{a} is running', '{a} 正在运行'],
  ['/etc/hosts of {a} has the link to {b}', '{a} 的 /etc/hosts 里有指向 {b} 的 link'],
  ['/etc/hosts of {a} names no other container', '{a} 的 /etc/hosts 里没有其他容器'],
  ['{a} has an interface on {network}, in {subnet}', '{a} 在 {network} 上有接口，属于 {subnet}'],
  ['{a} has an interface on {network}', '{a} 在 {network} 上有接口'],
  ['{bridge} on {host} holds the veth port of {a}', '{host} 的 {bridge} 上有 {a} 的 veth 端口'],
  ['{a} has its default gateway on {network}', '{a} 的默认网关在 {network} 上'],
  [
    'docker network inspect {network} on {host} lists its containers',
    '{host} 上的 docker network inspect {network} 列出了它的容器',
  ],
  ['namespace {a} on {host} has {interface}', '{host} 上的命名空间 {a} 有接口 {interface}'],
  ["{host} has Docker's own networks", '{host} 有 Docker 自带的网络'],
  ['network {network} exists on {host}', '{host} 上有网络 {network}'],
  ['network {network} is as declared', '网络 {network} 与声明一致'],
  ['{host} and its engine answer', '{host} 和它的引擎有应答'],
  ['{host} has the address {address}', '{host} 的地址是 {address}'],
  ['{host} forwards packets', '{host} 转发数据包'],
  ['{a} publishes nothing', '{a} 没有发布端口'],
  ['{a} publishes its ports', '{a} 发布了声明的端口'],
  [
    '{host} translates {ip}:{port}/{protocol} to {a}',
    '{host} 把 {ip}:{port}/{protocol} 转换到 {a}',
  ],
  ['{a} has a network namespace of its own', '{a} 有自己的网络命名空间'],
  ['{a} shares the network namespace of {b}', '{a} 共用 {b} 的网络命名空间'],
  ['{a} has the interfaces of {host}', '{a} 有 {host} 的全部接口'],
  ['{a} has the hostname of {host}', '{a} 的主机名就是 {host} 的'],
  ['{a} has no interface but lo', '{a} 除了 lo 没有别的接口'],
];

/** What to do about a difference. Commands are left as they are. */
export const HINTS: readonly Pair[] = [
  ['a way was opened that nobody declared: {command}', '有一条没有声明过的通路被打开了：{command}'],
  ['a firewall rule may stop it ({rule}): {command}', '可能被防火墙规则挡住（{rule}）：{command}'],
  [
    'is there a firewall on this machine, or no address translation: {command}',
    '本机有防火墙，或者没有做地址转换？{command}',
  ],
  ['follow the packet: {command}', '跟踪数据包：{command}'],
  ['nothing listens there: {command}', '那里没有程序监听：{command}'],
  ['{a} does not know the name: {command}', '{a} 不认识这个名字：{command}'],
  [
    'the address translation is not as Docker makes it: iptables -t nat -nvL POSTROUTING on the node',
    '地址转换不是 Docker 做的那样：在节点上运行 iptables -t nat -nvL POSTROUTING',
  ],
  [
    'another {a} was started in its place: remove it by hand, then {command}',
    '有另一个 {a} 占了它的位置：手动删除，然后运行 {command}',
  ],
  ['it ends again and again: {command}', '它反复退出：{command}'],
  ['{a} is gone: {command}', '{a} 不见了：{command}'],
  ['{a} is not running: {command}', '{a} 没有运行：{command}'],
  [
    'somebody made it anew by hand: remove it and run {command}',
    '有人手动重建了它：删除它并运行 {command}',
  ],
  ['./lab doctor, then ./lab nodes up', '先运行 ./lab doctor，再运行 ./lab nodes up'],
  ['./lab nodes down, then ./lab nodes up', '先运行 ./lab nodes down，再运行 ./lab nodes up'],
  ['{a} was restarted without it: {command}', '{a} 单独重启过：{command}'],
  ['its network mode is {mode}: {command}', '它的网络模式是 {mode}：{command}'],
  ['{what}: ./lab repair, or {command}', '{what}：运行 ./lab repair，或者 {command}'],
  ['{what}: ./lab repair', '{what}：运行 ./lab repair'],
];

/** What happened to something that `lab repair` makes anew. */
export const HAPPENED: readonly Pair[] = [
  ['{a} is not on {network}', '{a} 不在 {network} 上'],
  ['{a} has another address on {network}', '{a} 在 {network} 上是别的地址'],
  [
    '{a} was connected to {network} by hand under other names',
    '有人用别的名字手动把 {a} 连接到了 {network}',
  ],
  ['nobody declared it', '没有人声明过它'],
  ['its routes were changed by hand', '有人手动改了它的路由'],
  ['somebody gave it an interface', '有人给了它一个接口'],
  ['it was changed by hand', '有人手动改了它'],
  ['its interface was changed by hand', '有人手动改了它的接口'],
  ['the link of {a} is gone', '{a} 的 link 不见了'],
  ['the link of {a} is stale', '{a} 的 link 已经过时'],
  ['somebody wrote into it', '有人往里面写了东西'],
];
