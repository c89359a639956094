/** What the kit says of the machine. */
export const kit = {
  '{subnet} is that of the lab {name} of {folder}': '{subnet} 是 {folder} 的实验 {name} 的',
  'run ./lab down there first, or give the topology another range':
    '先在那里运行 ./lab down，或给拓扑换一个网段',
  'this user may send them': '当前用户可以发送',
  'net.ipv4.ping_group_range is {first} {last}': 'net.ipv4.ping_group_range 是 {first} {last}',
  'sudo sysctl --write net.ipv4.ping_group_range="0 2147483647"':
    'sudo sysctl --write net.ipv4.ping_group_range="0 2147483647"',
  echoes: 'ping（ICMP echo）',
  'this user may not send echoes, with which the network is measured':
    '当前用户不能发送 ping（ICMP echo），而网络靠它来测量',
  'a base image of Debian {suite} cannot be made': '做不了 Debian {suite} 的基础镜像',
  'Docker Hub does not answer, and debootstrap needs root and the package debootstrap':
    'Docker Hub 没有应答，而 debootstrap 需要 root 和 debootstrap 软件包',
  'run this command as root on Debian or Ubuntu, or docker load {image}':
    '在 Debian 或 Ubuntu 上以 root 运行本命令，或 docker load {image}',
  'debootstrap {suite} failed': 'debootstrap {suite} 失败',
  'see that the Debian mirror can be reached, then run this command again':
    '确认能连上 Debian 镜像站，再运行本命令',
  'the base image of {suite} cannot be packed': '打包不了 {suite} 的基础镜像',
  'the base image of {suite} cannot be imported': '导入不了 {suite} 的基础镜像',
  'image {name} cannot be built': '构建不了镜像 {name}',
  'see that the package sources can be reached, then run this command again':
    '确认能连上软件包源，再运行本命令',
  'systemd cannot stop docker': 'systemd 停不了 docker',
  'systemd cannot start docker': 'systemd 启动不了 docker',
  'the Docker engine still runs containers': 'Docker 引擎还在运行容器',
  'they would be stopped with it': '它们会一起停止',
  'stop them first, or leave the engine running': '先停止它们，或让引擎继续运行',
  'no Docker engine answers': '没有 Docker 引擎应答',
  'DOCKER_HOST is {host}: start that engine, or unset DOCKER_HOST':
    'DOCKER_HOST 是 {host}：启动那个引擎，或 unset DOCKER_HOST',
  'node containers need a Linux Docker engine; or use LAB_NODES=vagrant or remote':
    '节点容器需要 Linux 的 Docker 引擎；或使用 LAB_NODES=vagrant 或 remote',
  'sudo usermod -aG docker "$USER", log in again; or run this command as root':
    'sudo usermod -aG docker "$USER"，重新登录；或以 root 运行本命令',
  'install Docker Engine (https://docs.docker.com/engine/install/), or run this command as root on Debian or Ubuntu':
    '安装 Docker Engine（https://docs.docker.com/engine/install/），或在 Debian 或 Ubuntu 上以 root 运行本命令',
  'install Docker Engine: https://docs.docker.com/engine/install/':
    '安装 Docker Engine：https://docs.docker.com/engine/install/',
  'dockerd cannot be started': '启动不了 dockerd',
  'dockerd does not answer': 'dockerd 没有应答',
  'mend what it says, or start a Docker engine yourself, then run this command again':
    '按它说的修正，或自己启动 Docker 引擎，再运行本命令',
  'the Terraform provider cannot be built': '构建不了 Terraform provider',
  'Docker Engine {version} cannot be built': '构建不了 Docker Engine {version}',
  'the ordinary sources do not answer, and no Go >= {version} is on PATH to build it':
    '通常的来源没有应答，而 PATH 上没有 Go >= {version} 来构建它',
  'the image {name} has no {program}': '镜像 {name} 里没有 {program}',
  'the image {name} cannot be pulled': '拉取不了镜像 {name}',
  'docker pull {name}; or LAB_OFFLINE=1 to build the engine':
    'docker pull {name}；或用 LAB_OFFLINE=1 自行构建引擎',
  'LAB_OFFLINE=1 ./lab up, which builds the engine': 'LAB_OFFLINE=1 ./lab up，它会构建引擎',
  'install Go >= {version} (https://go.dev/dl; on Debian 13 or newer: apt-get install golang-go), or go online: LAB_OFFLINE=0':
    '安装 Go >= {version}（https://go.dev/dl；Debian 13 或更新：apt-get install golang-go），或联网：LAB_OFFLINE=0',
  'see that the Go module proxy can be reached, then run this command again':
    '确认能连上 Go 模块代理，再运行本命令',
  'image {names} is not on this machine': '本机没有镜像 {names}',
  'Docker Hub does not answer (or LAB_OFFLINE=1), and there are stand-ins for busybox and nginx only':
    'Docker Hub 没有应答（或 LAB_OFFLINE=1），而替代镜像只有 busybox 和 nginx',
  'where it can be had: docker save {name} >image.tar; here: docker load <image.tar':
    '在能取得的地方：docker save {name} >image.tar；在这里：docker load <image.tar',
  'image {name} cannot be pulled': '拉取不了镜像 {name}',
  'docker pull {name}, and correct the name in the topology or log in; or LAB_OFFLINE=1':
    'docker pull {name}，更正拓扑中的名字或登录；或 LAB_OFFLINE=1',
  'image {name} cannot be loaded into {node}': '镜像 {name} 装不进 {node}',
  'image {name} cannot be saved': '保存不了镜像 {name}',
  'image {name} is no longer on this machine': '镜像 {name} 已经不在本机',
  'it was removed while the lab came up': '它在实验启动时被删除了',
  'run this command again': '再运行本命令',
  'no control groups at {root}': '{root} 没有控制组',
  'mount them: apt-get install cgroupfs-mount, or boot with systemd':
    '挂载它们：apt-get install cgroupfs-mount，或用 systemd 启动',
  'version {version}, memory and CPUs of a node can be limited':
    '版本 {version}，可以限制节点的内存和 CPU',
  'version {version}, without {missing}: nodes run without that limit':
    '版本 {version}，没有 {missing}：节点不受这项限制',
  'Linux {release}, with overlay and br_netfilter': 'Linux {release}，有 overlay 和 br_netfilter',
  'Linux {release}, not loaded: {modules}': 'Linux {release}，没有加载：{modules}',
  'modprobe --all {modules} (as root)': 'modprobe --all {modules}（以 root 运行）',
  '{size} GiB free at {folder}': '{folder} 有 {size} GiB 空闲',
  'free {size} GiB there: docker system df; rm --recursive {folder}':
    '在那里腾出 {size} GiB：docker system df；rm --recursive {folder}',
  "{subnet} is the lab's own": '{subnet} 是实验自己的',
  '{subnet} is free': '{subnet} 空闲',
  '{subnet} is in use on {devices}': '{subnet} 正在 {devices} 上使用',
  'find who has it: docker network ls; ip route show root {subnet}; or give the topology another range':
    '查出是谁在用：docker network ls；ip route show root {subnet}；或给拓扑换一个网段',
  'apt-get cannot install {packages}': 'apt-get 安装不了 {packages}',
  'mend apt, or install them yourself, then run this command again':
    '修好 apt，或自己安装它们，再运行本命令',
  'not installed: {packages}': '没有安装：{packages}',
  'the lab installs packages only as root on Debian or Ubuntu':
    '实验只在 Debian 或 Ubuntu 上以 root 运行时安装软件包',
  'install them, or run this command as root': '安装它们，或以 root 运行本命令',
  'nothing was changed': '什么也没有改变',
  'the answer was no': '回答是否',
  'do it yourself: {changes}': '自己来做：{changes}',
  'install Node.js >= 20.12: https://nodejs.org': '安装 Node.js >= 20.12：https://nodejs.org',
  'the offline kit is used': '使用离线套件',
  'the offline kit is used ({setting})': '使用离线套件（{setting}）',
  'Terraform registry and Docker Hub are used': '使用 Terraform registry 和 Docker Hub',
  'Terraform registry and Docker Hub are used ({setting})':
    '使用 Terraform registry 和 Docker Hub（{setting}）',
  './lab up (as root on Debian or Ubuntu), or start a Docker engine yourself':
    './lab up（在 Debian 或 Ubuntu 上以 root 运行），或自己启动 Docker 引擎',
  'none on PATH': 'PATH 上没有',
  './lab up (downloads it), or install Terraform or OpenTofu >= 1.5':
    './lab up（会下载），或安装 Terraform 或 OpenTofu >= 1.5',
  'docker load it here, or go online': '在这里 docker load，或联网',
  'no usable Go on PATH': 'PATH 上没有可用的 Go',
  'built, in the cache': '已构建，在缓存中',
  'not built yet': '还没有构建',
  '{command} (builds it: minutes on the first time)': '{command}（会构建：第一次要几分钟）',
  '{command} (builds it)': '{command}（会构建）',
  'on this machine': '在本机',
  'is pulled by ./lab up': '由 ./lab up 拉取',
  'neither here nor a stand-in for it': '这里没有，也没有替代镜像',
  'stand-in {tag}': '替代镜像 {tag}',
  'stand-in not built yet': '替代镜像还没有构建',
  '{name} cannot be used': '{name} 不能使用',
  'it does not run': '它运行不了',
  'it is {version}; {oldest} is needed': '它是 {version}；需要 {oldest}',
  'unset TERRAFORM_BINARY_NAME, or {install}': '请 unset TERRAFORM_BINARY_NAME，或{install}',
  'no Terraform or OpenTofu is on PATH, and none can be downloaded':
    'PATH 上没有 Terraform 或 OpenTofu，也下载不了',
  '{install}, then run this command again': '{install}，再运行本命令',
  'no release is pinned for {platform}': '没有为 {platform} 选定版本',
  'its SHA-256 is {found}, not {expected}': '它的 SHA-256 是 {found}，而不是 {expected}',
  // Names of prerequisites.
  sources: '来源',
  engine: '引擎',
  'control groups': '控制组',
  kernel: '内核',
  'node image {series}': '节点镜像 {series}',
  'image {name}': '镜像 {name}',
  'disk space': '磁盘空间',
  subnet: '网段',
  provider: 'provider',
  'install Terraform ({terraform}) or OpenTofu ({tofu}) >= {oldest}':
    '安装 Terraform（{terraform}）或 OpenTofu（{tofu}）>= {oldest}',
  'the server says {status}': '服务器回答 {status}',
  'start dockerd': '启动 dockerd',
} as const;
