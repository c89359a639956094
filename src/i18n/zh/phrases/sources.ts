/** What is told of sources other than topologies of ours. */
export const sources = {
  'Compose files cannot be read': '读不了 Compose 文件',
  'there is no docker compose, and no Go >= {needed} on PATH to build what reads them instead':
    '没有 docker compose，PATH 上也没有 Go >= {needed} 来构建替代它的读取程序',
  'install the plugin docker-compose-plugin (https://docs.docker.com/compose/install), or {remedy}':
    '安装插件 docker-compose-plugin（https://docs.docker.com/compose/install），或{remedy}',
  'building the reader of Compose files: half a minute on the first time':
    '正在构建 Compose 文件的读取程序：第一次约半分钟',
  'Compose refuses the files': 'Compose 不接受这些文件',
  'mend the files; variables can be given by the environment or --env-file FILE, profiles by --profile NAME':
    '请修正文件；变量可由环境或 --env-file FILE 给出，profile 由 --profile NAME 给出',
  'what Compose prints is no JSON': 'Compose 打印的不是 JSON',
  'this command works on running labs, and this source is none':
    '本命令用于运行中的实验，而这个来源不是',
  './lab explain FROM TO, exposed, matrix --predicted, graph, report and diff take it as it is':
    './lab explain FROM TO、exposed、matrix --predicted、graph、report 和 diff 可直接使用它',
  'there is no way to ask for {to} from {from}': '无法从 {from} 询问 {to}',
  'endpoints: {names}': '端点：{names}',
  './lab explain {from} NAME:PORT, \'"NAME"\', or an address that the file declares':
    './lab explain {from} NAME:PORT、\'"NAME"\'，或文件中声明的地址',
  'There is no such file': '没有这个文件',
  'The file cannot be read': '读不了这个文件',
  'name another file with --topology FILE': '用 --topology FILE 指定另一个文件',
  'The project cannot run as it is: {message}': '这个项目照原样无法运行：{message}',
  'unknown engine series {series}': '未知的引擎系列 {series}',
  '--engine, or LAB_ENGINE': '--engine 或 LAB_ENGINE',
  'a Compose file; may be repeated': 'Compose 文件；可重复',
  'of Compose; may be repeated': 'Compose 的选项；可重复',
  'of the Compose project': 'Compose 项目的名字',
  'only this service of Compose, and what it needs; may be repeated':
    '只取 Compose 的这个服务及它所需的；可重复',
  'engine that a foreign source is predicted for': '针对哪个引擎预测外来的来源',
  'which ports of the nodes are open, and to whom: other machines, this host, containers':
    '节点的哪些端口开放，对谁开放：其他机器、本机、容器',
  'What is predicted is told; docs/compose.md says of what is not known.':
    '给出的是预测；不知道的见 docs/compose.md。',
  'measure nothing: what the topology alone says': '什么都不测量：只看拓扑怎么说',
  'predicted, not measured': '只作了预测，没有测量',
  'nothing to compare the project with': '没有可与项目比较的东西',
  'a Compose project has no last apply that is known here':
    '这里不知道 Compose 项目上一次部署了什么',
  './lab diff --topology compose.yaml --against main, or --against OTHER.yaml':
    './lab diff --topology compose.yaml --against main，或 --against OTHER.yaml',
  'what a plan of Terraform opens and closes': 'Terraform 的计划打开和关闭什么',
  'This is not what terraform show -json prints': '这不是 terraform show -json 的输出',
  'it has neither planned_values nor values': '其中既没有 planned_values 也没有 values',
  'terraform show -json PLAN >plan.json (or without PLAN for the state), then --topology plan.json':
    'terraform show -json PLAN >plan.json（不写 PLAN 则是状态），然后 --topology plan.json',
  'nothing to compare the state with': '没有可与状态比较的东西',
  'a plan says what was there before it, and a state does not': '计划说明了它之前有什么，状态没有',
  './lab diff --topology plan.json, or --against OTHER.json':
    './lab diff --topology plan.json，或 --against OTHER.json',
  'nothing to compare the plan with': '没有可与计划比较的东西',
  'the standard input is read once': '标准输入只读一次',
  'terraform show -json PLAN >plan.json, then ./lab diff --topology plan.json':
    '先运行 terraform show -json PLAN >plan.json，再运行 ./lab diff --topology plan.json',
  'it is a plan of somebody else’s, not this lab’s': '这是别人的计划，不是本实验的',
  'what stands before this plan': '这个计划之前的状态',
  'it is a Compose project, not a deploy': '这是 Compose 项目，不是部署',
  'the Compose file is in no git repository': '这个 Compose 文件不在任何 git 仓库里',
  'compare it with another file: --against OTHER.yaml': '与另一个文件比较：--against OTHER.yaml',
  '{value} is no claim': '{value} 不是断言',
  'it is not of the form {form}': '它不是这样的形式：{form}',
  'only never has exceptions': '只有 never 可以有例外',
  'always names whom it asks for': 'always 须指明访问谁',
  'write one such as "never: outside -> db" or "always: web -> db:5432" (docs/claims.md)':
    '写成 "never: outside -> db" 或 "always: web -> db:5432" 这样（docs/claims.md）',
  'a claim names {name}, which is not there': '有断言提到 {name}，而它不存在',
  'name a container, a service, NETWORK/*, outside or *': '请写容器、服务、NETWORK/*、outside 或 *',
  'a deploy would break a claim: {claim}': '部署会打破断言：{claim}',
  'nothing answers': '没有谁应答',
  './lab check --predicted shows every way; change the topology or the claim':
    './lab check --predicted 列出每条路；请修改拓扑或断言',
  'there are no claims': '没有断言',
  'nothing says what must hold whatever else is declared': '没有谁说明无论如何必须成立什么',
  'write claims in the topology, or x-reachability in the Compose file (docs/claims.md)':
    '在拓扑里写 claims，或在 Compose 文件里写 x-reachability（docs/claims.md）',
  'measure nothing: whether the claims hold by the prediction': '什么都不测量：断言按预测是否成立',
  'its claims (docs/claims.md)': '它的断言（docs/claims.md）',
  'the name itself': '名字本身',
  '  also:  {place}: {message}': '  另外：  {place}：{message}',
  'standard input': '标准输入',
  'the claims cannot be read': '无法读取断言',
  'name a file with a claim a line, or write one: --claims "never: outside -> db"':
    '指定每行一条断言的文件，或直接写一条：--claims "never: outside -> db"',
  '--claims is for sources that have no place for claims': '--claims 用于没有地方写断言的来源',
  'a topology says itself what must hold': '拓扑自己说明什么必须成立',
  'write them in the topology: claims: [{claims}]': '写在拓扑里：claims: [{claims}]',
  'what must hold of a foreign source: a file with a claim a line, or a claim':
    '外来来源必须成立的：每行一条断言的文件，或一条断言',
} as const;
