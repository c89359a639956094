/** Hosts by ssh and virtual machines. */
export const hosts = {
  'name it in nodes.json (docs/nodes.md), then ./lab up':
    '在 nodes.json 中写明它（见 docs/nodes.md），然后运行 ./lab up',
  '--nodes, LAB_NODES, or context.nodes in cdktf.json':
    '--nodes、LAB_NODES，或 cdktf.json 的 context.nodes',
  'node {name} is up on the backend {was}, not on {now}':
    '节点 {name} 在后端 {was} 上启动着，而不是 {now}',
  'its containers and the state of the lab are there': '它的容器和实验的状态都在那里',
  './lab down, then this command again': '先 ./lab down，再运行这条命令',
  'where the nodes come from': '节点从哪里来',
  '{value} is no host for ssh': '{value} 不能作 ssh 的主机',
  'it becomes an argument of ssh': '它会成为 ssh 的参数',
  'write a host name, an address, or a name of ~/.ssh/config':
    '写主机名、地址，或 ~/.ssh/config 中的名字',
  '{value} is no user name': '{value} 不能作用户名',
  'use letters, digits, "_", "." and "-", a letter first':
    '使用字母、数字、“_”、“.”和“-”，以字母开头',
  '{value} is no jump host': '{value} 不能作跳板机',
  'it is what ssh takes as ProxyJump': '它会作为 ssh 的 ProxyJump',
  'write "[user@]host[:port]", several with commas between them':
    '写成 "[用户@]主机[:端口]"，多个之间用逗号',
  '{value} is no path of a key': '{value} 不能作密钥的路径',
  'it is written into a configuration of ssh, in one line and in quotes':
    '它会写进 ssh 的配置，在一行里并带引号',
  'write a path such as "~/.ssh/id_ed25519"': '写成路径，例如 "~/.ssh/id_ed25519"',
  '{value} is no fingerprint of a host key': '{value} 不是主机密钥的指纹',
  'keys are compared by the fingerprint that ssh-keygen -l prints':
    '密钥按 ssh-keygen -l 打印的指纹比较',
  'write what this prints on the host: {command}': '写下在主机上运行它得到的结果：{command}',
  'The hosts cannot be read': '读不了主机文件',
  'write them like this: {example} (docs/nodes.md)': '写成这样：{example}（见 docs/nodes.md）',
  'it is no JSON': '它不是 JSON',
  '{name} cannot be reached: what the lab made there stays':
    '到达不了 {name}：实验在那里创建的东西会留下',
  './lab doctor says why; ./lab down --force forgets it as it is':
    './lab doctor 说明原因；./lab down --force 不再管它',
  'removing the lab from {name}': '正在从 {name} 删除实验',
  '{where} is not connected: ./lab nodes up': '{where} 没有连接：./lab nodes up',
  '{where} answers over ssh': '{where} 通过 ssh 应答',
  '{where} does not answer over ssh: ./lab doctor': '{where} 不通过 ssh 应答：./lab doctor',
  '{host}: engine {engine}, {how}': '{host}：引擎 {engine}，{how}',
  'as root': '以 root 身份',
  'root by sudo': '用 sudo 成为 root',
  'root through its engine': '通过引擎成为 root',
  'nobody says where {name} is': '没有说明 {name} 在哪里',
  'the backend remote takes hosts that exist already, and neither nodes.json nor the topology names one for it':
    '后端 remote 使用已有的主机，而 nodes.json 和拓扑都没有为它指定',
  'ssh to {host}': '正在用 ssh 连接 {host}',
  'looking at {host}': '正在查看 {host}',
  'waiting for the engine of {host}, which is starting': '等待正在启动的 {host} 的引擎',
  'has no Docker': '没有 Docker',
  'run setup.sh there as root, or install Docker Engine':
    '在那里以 root 运行 setup.sh，或安装 Docker Engine',
  'has an engine that is still starting': '的引擎还在启动',
  'there: systemctl status docker': '在那里：systemctl status docker',
  'has Docker, but its engine does not run': '有 Docker，但引擎没有运行',
  'there: sudo systemctl enable --now docker': '在那里：sudo systemctl enable --now docker',
  'does not let {user} use its engine: not in the group docker':
    '不让 {user} 使用它的引擎：不在 docker 组中',
  'there: sudo usermod -aG docker {user}': '在那里：sudo usermod -aG docker {user}',
  'does not let ssh forward the socket of its engine, or the engine is stuck':
    '不让 ssh 转发引擎的套接字，或者引擎卡住了',
  'there: AllowStreamLocalForwarding yes in sshd_config; docker version':
    '在那里：sshd_config 中写 AllowStreamLocalForwarding yes；docker version',
  'has Docker Engine {version}, which is too old': '的 Docker Engine {version} 太旧',
  'install {version} or newer there (setup.sh)': '在那里安装 {version} 或更新的版本（setup.sh）',
  'has no way for {user} to be root: sudo asks for a password, and there is no nsenter':
    '没有办法让 {user} 成为 root：sudo 要求密码，又没有 nsenter',
  'there: install util-linux, or let sudo do without a password':
    '在那里：安装 util-linux，或让 sudo 不要求密码',
  'has no perl, which measures there': '没有在那里测量所需的 perl',
  'there: install perl': '在那里：安装 perl',
  'has {n} MiB left for images: its disk is full': '只剩 {n} MiB 给镜像：磁盘已满',
  'free 1 GiB there: docker system df; docker system prune':
    '在那里腾出 1 GiB：docker system df；docker system prune',
  "has a clock that is {much} behind this machine's": '的时钟比本机慢 {much}',
  "has a clock that is {much} ahead of this machine's": '的时钟比本机快 {much}',
  '{n} minutes': '{n} 分钟',
  '{n} hours': '{n} 小时',
  '{n} days': '{n} 天',
  'set the one that is wrong: sudo timedatectl set-ntp true':
    '调正不对的那个：sudo timedatectl set-ntp true',
  'is a {arch} machine, and the images at hand are for {here}':
    '是 {arch} 机器，而手头的镜像是给 {here} 的',
  'let it pull its own: LAB_OFFLINE=0': '让它拉取自己的：LAB_OFFLINE=0',
  'node {name}': '节点 {name}',
  'is not set up for ssh': '还没有为 ssh 配置好',
  'cannot be looked at: this machine has no docker command': '无法查看：本机没有 docker 命令',
  'install it here; an engine is not needed': '在本机安装它；不需要引擎',
  'find out which; only where it was installed anew: {command}, then ./lab nodes up':
    '请查明；只有确实重装过时：{command}，然后 ./lab nodes up',
  'has a host key that is not known here': '的主机密钥本机不认识',
  './lab nodes up shows its fingerprint and asks; or give it as hostKey in nodes.json':
    './lab nodes up 会显示指纹并询问；或在 nodes.json 中写为 hostKey',
  'cannot be reached: this machine has no ssh': '到达不了：本机没有 ssh',
  'apt-get install openssh-client, or what has it elsewhere':
    'apt-get install openssh-client，或别处相应的软件包',
  'asks for a password, which the lab never types': '要求密码，而实验从不输入密码',
  'takes none of your keys ({kinds})': '不接受你的任何密钥（{kinds}）',
  'ssh-copy-id {host}, or name an identityFile': 'ssh-copy-id {host}，或指定 identityFile',
  'name an identityFile that it knows; try: {command}':
    '指定一个它认识的 identityFile；可试：{command}',
  'was offered too many keys': '收到的密钥太多',
  'name the right identityFile, or take keys out of the agent: ssh-add -D':
    '指定正确的 identityFile，或从代理中移走密钥：ssh-add -D',
  'has a name that nobody knows: {name}': '的名字没有谁认识：{name}',
  'correct it in nodes.json or the topology, or add it to ~/.ssh/config':
    '在 nodes.json 或拓扑中更正，或加到 ~/.ssh/config',
  'refuses ssh on port {port}': '在端口 {port} 上拒绝 ssh',
  'start sshd there, or give the right port': '在那里启动 sshd，或给出正确的端口',
  'does not answer ({why})': '没有应答（{why}）',
  'is it switched on, is the address right, does a firewall let ssh through: {command}':
    '它开机了吗，地址对吗，防火墙放行 ssh 吗：{command}',
  'closes the connection at once ({why})': '立即关闭了连接（{why}）',
  "look at sshd's log there (MaxStartups, AllowUsers, a ban); try: {command}":
    '看那里 sshd 的日志（MaxStartups、AllowUsers、封禁）；可试：{command}',
  'cannot be reached by ssh: {why}': '无法用 ssh 到达：{why}',
  'try: {command}': '可试：{command}',
  '{name} (node {node}) has the unknown host key {key}. Is it right?':
    '{name}（节点 {node}）的主机密钥不认识：{key}。对吗？',
  '{name} has not the host key that was given for it': '{name} 的主机密钥不是所指定的',
  'it has {key}, and hostKey says {other}': '它是 {key}，而 hostKey 写的是 {other}',
  'find out which is right before anything is done with this host':
    '在对这台主机做任何事之前，先查明哪个是对的',
  'the host key of {name} is not known': '{name} 的主机密钥不认识',
  'its fingerprint is {key}, and nobody said that this is right':
    '它的指纹是 {key}，没有人确认它是对的',
  'compare it on the host (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub), then ./lab nodes up on a terminal; or "hostKey": "{key}" in nodes.json':
    '在主机上比对（ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub），然后在终端中运行 ./lab nodes up；或在 nodes.json 中写 "hostKey": "{key}"',
  'the image for commands as root cannot be made': '建不了用来以 root 运行命令的镜像',
  'virtual machine is not made: ./lab nodes up': '虚拟机还没有创建：./lab nodes up',
  'virtual machine runs': '虚拟机正在运行',
  'virtual machine is {state}: ./lab nodes up': '虚拟机的状态是 {state}：./lab nodes up',
  'Destroy the virtual machines {names} with all that is on them?':
    '销毁虚拟机 {names} 以及上面的一切吗？',
  'the virtual machines were left as they are': '虚拟机保持原样',
  'nobody said that they may be destroyed': '没有人确认可以销毁它们',
  './lab down on a terminal, or ./lab down --force; vagrant halt only stops them':
    '在终端中运行 ./lab down，或 ./lab down --force；vagrant halt 只停止它们',
  'vagrant destroy {names}': '正在运行 vagrant destroy {names}',
  'vagrant up': '正在运行 vagrant up',
  'vagrant ssh-config': '正在运行 vagrant ssh-config',
  'vagrant ssh-config does not know {name}': 'vagrant ssh-config 不认识 {name}',
  'vagrant up failed': 'vagrant up 失败',
  'vagrant destroy failed': 'vagrant destroy 失败',
  'vagrant ssh-config failed': 'vagrant ssh-config 失败',
  'vagrant status failed': 'vagrant status 失败',
  'Vagrant is not installed': '没有安装 Vagrant',
  'backend vagrant': '后端 vagrant',
  'there is no vagrant on PATH': 'PATH 中没有 vagrant',
  'install it (https://developer.hashicorp.com/vagrant) with VirtualBox, VMware or libvirt; or ./lab up --nodes containers':
    '安装它（https://developer.hashicorp.com/vagrant）以及 VirtualBox、VMware 或 libvirt；或 ./lab up --nodes containers',
  Vagrantfile: 'Vagrantfile',
  'vagrant status; vagrant up': 'vagrant status；vagrant up',
  'has another host key than before: either it was installed anew, or somebody else answers':
    '的主机密钥和以前不同：要么它重装过，要么应答的是别人',
  'has another host key than before ({file}, line {line}): either it was installed anew, or somebody else answers':
    '的主机密钥和以前不同（{file} 第 {line} 行）：要么它重装过，要么应答的是别人',
  '{host} cannot be used': '{host} 不能用',
  '{host} {what}': '{host} {what}',
  'also, it {what}': '另外，它{what}',
  'host {name}': '主机 {name}',
  'no answer': '没有应答',
} as const;
