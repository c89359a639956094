/** What explains a failed check, and what mends it. */
export const mending = {
  '{what}: ./lab repair restarts its engine, or {command}':
    '{what}：运行 ./lab repair（会重启它的引擎），或者 {command}',
  "Docker's chains are gone on {node}": '{node} 上 Docker 的链不见了',
  "a rule of Docker's is gone on {node}": '{node} 上 Docker 的一条规则不见了',
  "{count} rules of Docker's are gone on {node}": '{node} 上 Docker 的 {count} 条规则不见了',
  "Docker's rules for {name} were taken away": 'Docker 为 {name} 写的规则被拿掉了',
  '{bridge} of {node} was changed by hand': '{node} 的 {bridge} 被手动改过',
  'the route to {bridge} is gone from {node}': '{node} 上到 {bridge} 的路由不见了',
  'forwarding was switched off': '转发被关掉了',
  'its MAC address was changed by hand': '它的 MAC 地址被手动改过',
  '{names} is on {network}, and nobody declared it': '{names} 在 {network} 上，而没有人声明过',
  '{name} is paused': '{name} 已暂停',
  '{name} was restarted without it': '{name} 单独重启过',
  'the swarm is not as declared': 'swarm 与声明不一致',
  '{name} is gone': '{name} 不见了',
  'somebody changed it by hand': '有人手动改了它',
  '{name} was told to ignore echo requests': '{name} 被设成不理会 echo 请求',
  'the rules that lead {name} to its name server are gone': '{name} 通向名字服务器的规则不见了',
  'somebody fixed the neighbour {address} in {name}': '有人在 {name} 里把邻居 {address} 写死了',
  'processes of {name} are stopped in their tracks': '{name} 的进程被暂停在半路',
  'lo of {name} was switched off': '{name} 的 lo 被关掉了',
  '{name} answers with another page': '{name} 返回了别的网页',
  'port {port} of {node} is taken by {command} (process {pid}), so that {name} cannot start':
    '{node} 的端口 {port} 被 {command}（进程 {pid}）占用，所以 {name} 启动不了',
  'the docker-proxy of {name} has ended': '{name} 的 docker-proxy 已经结束',
  'declare listens: write listens: [{listener}] for {name} in the topology, then ./lab up':
    '请声明 listens：在拓扑中为 {name} 写 listens: [{listener}]，然后运行 ./lab up',
  '{name} listens on loopback only ({places}): let its program listen on 0.0.0.0 (command or environment of {name} in the topology)':
    '{name} 只在回环地址上监听（{places}）：让它的程序监听 0.0.0.0（拓扑中 {name} 的 command 或 environment）',
  '{name} listens on another address only ({places}): let its program listen on 0.0.0.0 (command or environment of {name} in the topology)':
    '{name} 只在别的地址上监听（{places}）：让它的程序监听 0.0.0.0（拓扑中 {name} 的 command 或 environment）',
  'nothing listens there': '那里没有程序监听',
  'a firewall rule stops packets ({rule})': '有防火墙规则挡住了数据包（{rule}）',
  'a firewall rule sends packets elsewhere ({rule})': '有防火墙规则把数据包送到了别处（{rule}）',
  'a rule that nobody declared lets packets pass ({rule})':
    '有没有声明过的规则放行了数据包（{rule}）',
  'the {table} of nftables on {name} stops packets': '{name} 上 nftables 的 {table} 挡住了数据包',
  'a route on {name} swallows packets ({route})': '{name} 上有路由吞掉了数据包（{route}）',
  'restart the engine of {node}': '重启 {node} 的引擎',
  '{deed} did not work': '{deed} 没有成功',
  'mend what differs from its declaration, as little as possible, and check again':
    '修复与声明不同的地方，尽量少动，然后再检查',
  'only say what would be done': '只说会做什么',
  'What nobody declared (a firewall rule put in by hand) is named, never touched.':
    '没有人声明过的（手动加的防火墙规则）只会指出，绝不改动。',
  'replace {resource}': '替换 {resource}',
  'restart {container} on {node}': '重启 {node} 上的 {container}',
  'unpause {container} on {node}': '让 {node} 上的 {container} 继续运行',
  'start {container} on {node}': '启动 {node} 上的 {container}',
} as const;
