/** What is told of an engine that the lab did not make. */
export const engine = {
  'the engine cannot be read': '读不了这个引擎',
  'see that docker ps works here, or name another engine: --topology ssh://USER@HOST':
    '请确认 docker ps 在这里可用，或指定另一个引擎：--topology ssh://USER@HOST',
  'see that docker --host {host} ps works': '请确认 docker --host {host} ps 可用',
  'what docker prints is no JSON': 'docker 打印的不是 JSON',
  'this is no address of an engine over ssh': '这不是通过 ssh 访问引擎的地址',
  'it is ssh://USER@HOST, perhaps with :PORT; ssh finds the key by itself':
    '应为 ssh://USER@HOST，可带 :PORT；密钥由 ssh 自己找',
  'mend it, or give the host a name in ~/.ssh/config':
    '请修正，或在 ~/.ssh/config 里给主机起个名字',
  'what runs there cannot be measured': '那里运行的东西无法测量',
  'no perl starts there: {why}': '那里启动不了 perl：{why}',
  'its machine': '它的机器',
  'install perl there, or name an image that the engine has and that has perl: LAB_PROBE_IMAGE=debian:stable-slim; everything but check needs none':
    '在那里安装 perl，或指定引擎已有且带 perl 的镜像：LAB_PROBE_IMAGE=debian:stable-slim；除 check 外都不需要 perl',
  'there is no way to be root on the machine of the engine': '无法在引擎的机器上取得 root',
  'run this as root there, or over ssh as a user with sudo; everything but check needs neither':
    '请在那里以 root 运行，或以有 sudo 的用户通过 ssh 运行；除 check 外都不需要',
  'what belongs to a Compose project, to Terraform or to an engine of somebody else is only read and predicted, never changed or started; a running engine is measured by check and matrix':
    '属于 Compose 项目、Terraform 或别人的引擎的东西只会被读取和预测，绝不会被更改或启动；运行中的引擎可用 check 和 matrix 测量',
  'an engine is not a file that changes': '引擎不是会改动的文件',
  'a review says what a file would open and close': '审查说明一个文件会打开和关闭什么',
  './lab diff --topology compose.yaml --against engine':
    './lab diff --topology compose.yaml --against engine',
  'the engine runs nothing of it': '引擎没有运行其中任何东西',
  'no container there has a name of {label}': '那里没有任何容器叫 {label} 里的名字',
  'no container there belongs to the Compose project {project}':
    '那里没有属于 Compose 项目 {project} 的容器',
  'name the project as it was started: -p NAME; or the engine: --against ssh://USER@HOST':
    '按启动时的名字指定项目：-p NAME；或指定引擎：--against ssh://USER@HOST',
  'it is compared with what runs, not with what was applied':
    '它与正在运行的比较，而不是与部署过的比较',
  'what {host} runs': '{host} 上正在运行的',
  'what has drifted since it was started': '启动以来偏离了什么',
  "what runs on this machine's engine (docs/engine.md)": '本机引擎上正在运行的（docs/engine.md）',
  'a topology, a Compose file, what terraform show -json printed (- reads it), or engine, unix://… or ssh://USER@HOST: what runs there':
    '拓扑、Compose 文件、terraform show -json 的输出（- 表示标准输入），或 engine、unix://…、ssh://USER@HOST：那里正在运行的',
  'not measured: {labels}': '没有测量：{labels}',
} as const;
