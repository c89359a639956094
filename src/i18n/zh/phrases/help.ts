/** Help texts of the command line, and commander's own words. */
export const help = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
  'Examples:': '例子：',
  'Templates:': '模板：',
  'display help for command': '显示命令的帮助',
  'choices: {choices}': '可选：{choices}',
  'default: {value}': '缺省：{value}',
  "error: option '{flags}' argument '{value}' is invalid. {why}":
    '错误：选项“{flags}”的参数“{value}”无效。{why}',
  'A port is a whole number from 0 to 65535.': '端口是 0 到 65535 的整数。',
  'Seconds are a number from 0 on.': '秒数是不小于 0 的数。',
  'Allowed choices are {choices}.': '可选：{choices}。',
  "error: argument '{name}' value '{value}' is invalid. {why}":
    '错误：参数“{name}”的值“{value}”无效。{why}',
  "error: option '{flags}' argument missing": '错误：选项“{flags}”缺少参数',
  "error: unknown command '{name}'": '错误：没有命令“{name}”',
  "error: unknown option '{name}'": '错误：没有选项“{name}”',
  "error: missing required argument '{name}'": '错误：缺少参数“{name}”',
  'error: too many arguments{rest}': '错误：参数太多{rest}',
  '(Did you mean {name}?)': '（是不是 {name}？）',
  '(./lab VERB --help shows examples)': '（./lab 命令 --help 显示例子）',
  'Docker networking, declared in TypeScript with CDKTF and proven on every deploy.':
    '用 TypeScript 和 CDKTF 声明的 Docker 网络，每次部署都加以验证。',
  'The topology and the node backend are chosen in cdktf.json (context), or by LAB_TOPOLOGY and LAB_NODES.':
    '拓扑和节点后端在 cdktf.json（context）中选择，或用 LAB_TOPOLOGY 和 LAB_NODES。',
  'LAB_OFFLINE=1 uses the offline kit, LAB_OFFLINE=0 never does; without it the lab finds out.':
    'LAB_OFFLINE=1 使用离线套件，LAB_OFFLINE=0 从不使用；不设则自动判断。',
  'LAB_LANG=en or zh is the language; without it, that of the locale.':
    'LAB_LANG=en 或 zh 选择语言；不设则按 locale。',
  'Exit codes: 0 all as expected; 1 an edge differs;': '退出码：0 一切符合预期；1 有边不符；',
  '2 bad input or a missing prerequisite; 3 something could not be examined.':
    '2 输入有误或缺少先决条件；3 有内容无法检查。',
  'form of the result': '结果的形式',
  'the table, chapter by chapter': '按章节的表格',
  'for a CI system': '供 CI 系统使用',
  'as the last step of a deploy: show failing lines only': '作为部署的最后一步：只显示不符的行',
  'measure who can reach whom on the running lab and compare with the topology':
    '测量运行中的实验里谁能到达谁，并与拓扑比较',
  'in bash, for this shell; in ~/.bashrc for every one':
    'bash，当前 shell；写进 ~/.bashrc 则每次有效',
  'in zsh, after compinit': 'zsh，在 compinit 之后',
  'in fish': 'fish',
  'Endpoints and chapters are completed, too: ./lab explain te<Tab>':
    '端点和章节也能补全：./lab explain te<Tab>',
  "print the lab's endpoints, a line each": '打印实验的端点，每行一个',
  'print the completion of ./lab for a shell': '打印 ./lab 的 shell 补全脚本',
  'for which shell': '哪一种 shell',
  'against what was last applied': '与上次应用的内容比较',
  'against the topology file of main': '与 main 的拓扑文件比较',
  'the file had another name then': '当时文件叫别的名字',
  'The change of reachability needs no running node; see docs/review.md.':
    '可达性的变化不需要运行中的节点；见 docs/review.md。',
  'each edge, not only the causes': '列出每条边，而不只是原因',
  'compare with the topology file of a git revision instead': '改为与某个 git 版本的拓扑文件比较',
  "show what a deploy would change: Terraform's plan, and who can reach whom":
    '显示部署会改变什么：Terraform 计划，以及谁能到达谁',
  'exit code 1 where there is one; may be repeated': '有这种变化时退出码为 1；可重复',
  'as JSON': '以 JSON 输出',
  'look at every prerequisite; change nothing': '检查每一个先决条件；什么也不改',
  'the lab of this checkout; images and provider stay in the cache':
    '本检出目录的实验；镜像和 provider 留在缓存里',
  'the engine, too, where ./lab up started it': '如果引擎是 ./lab up 启动的，也一并停止',
  'only what Terraform made; the nodes stay up': '只删除 Terraform 创建的；节点保持运行',
  'even where a node holds containers that the lab did not make': '即使节点上有不是实验创建的容器',
  'also stop the Docker engine where the lab started it': '如果引擎是实验启动的，也停止它',
  'remove the nodes with everything on them, their network and the state':
    '删除节点及其上的一切、节点网络和状态',
  "The exit code is the command's own.": '退出码就是该命令的退出码。',
  'the command and its arguments, after --': '命令及其参数，写在 -- 之后',
  'run a command on a container, a node, a network namespace (netns:NAME) or outside':
    '在容器、节点、网络命名空间（netns:名称）或 outside 上执行命令',
  'also probe it, and read routes and firewall counters on the nodes':
    '同时实际探测，并读取节点上的路由和防火墙计数器',
  'NAME, NAME@NETWORK, NAME:PORT, outside or gateway':
    '名称、名称@网络、名称:端口、outside 或 gateway',
  'a container, a node, netns:NAME or outside': '容器、节点、netns:名称 或 outside',
  'say step by step why FROM reaches TO, or does not': '逐步说明 FROM 为什么能或不能到达 TO',
  'two containers on a network of their own, and one that is not on it':
    '两个容器在自己的网络上，还有一个不在',
  'a web server with a published port, and a store on an internal network':
    '发布了端口的 web 服务器，以及内部网络上的存储',
  'a web server on one node, its client on the other':
    '一个节点上的 web 服务器，另一个节点上的客户端',
  'docs/own-topology.md goes on from there.': '接下来见 docs/own-topology.md。',
  "first three numbers of the nodes' /24; default: one that is free":
    '节点 /24 网段的前三个数字；缺省：自动选空闲的',
  'write a small topology of your own to start from': '写一个属于你自己的小拓扑作起点',
  'name of the lab and of its file': '实验和文件的名字',
  'what to start from': '以哪个模板为起点',
  'leave out what is as predicted': '省略与预测一致的',
  'measure every edge and show predicted against measured, endpoints as rows and columns':
    '测量每条边，以端点为行和列对照预测与实测',
  'the Docker hosts alone': '只管 Docker 主机',
  'bring the nodes up and load their images; running nodes stay as they are':
    '启动节点并装入镜像；运行中的节点保持不变',
  'remove the nodes with everything on them': '删除节点及其上的一切',
  'do not ask': '不询问',
  'show nodes and containers as they are now': '显示节点和容器的现状',
  'only what needs no engine': '只运行不需要引擎的部分',
  'run lint, types, unit tests, browser tests and the end-to-end tests on real nodes':
    '运行代码检查、类型检查、单元测试、浏览器测试和真实节点上的端到端测试',
  'step by step, from the first chapter': '从第一章开始，一步一步来',
  'one chapter': '只看一章',
  'a transcript': '文字记录',
  'Without a terminal it is --all. Exit code 1 where the lab shows something else than declared.':
    '没有终端时等同 --all。实验的表现与声明不符时退出码为 1。',
  'run everything without asking; the transcript is Markdown': '不询问，全部执行；记录为 Markdown',
  'walk through the article on the running lab: its commands, their output, and what it means':
    '在运行中的实验上走一遍文章：命令、输出，以及它们的含义',
  'one of {chapters}': '其中之一：{chapters}',
  'the lab that cdktf.json names': 'cdktf.json 指定的实验',
  'a lab of your own': '你自己的实验',
  'without asking whether registries answer': '不问 registry 是否应答',
  'bring the nodes up, deploy the lab and prove every line of it':
    '启动节点，部署实验，并验证其中每一条',
  '{description} ({extra})': '{description}（{extra}）',
  'on two virtual machines (docs/nodes.md)': '在两台虚拟机上（见 docs/nodes.md）',
} as const;
