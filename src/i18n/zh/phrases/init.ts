export const init = {
  'Lab {name}: {file}': '实验 {name}：{file}',
  'Next: ./lab tour walks you through it; ./lab explain FROM TO tells why.':
    '接下来：./lab tour 带你走一遍；./lab explain FROM TO 说明原因。',
  'Next: ./lab explain FROM TO tells why; ./lab exec ENDPOINT -- CMD lets you try.':
    '接下来：./lab explain FROM TO 说明原因；./lab exec 端点 -- 命令 自己动手试。',
  'it becomes the name of a file, of a stack and of nodes': '它会成为文件、栈和节点的名字',
  'use a to z, 0 to 9 and "-", at most 40 characters, a letter or digit at both ends':
    '只用 a 到 z、0 到 9 和“-”，最多 40 个字符，首尾须是字母或数字',
  '{file} is there already': '{file} 已经存在',
  'nothing is written over': '不会覆盖任何文件',
  'choose another name, or remove the file': '换一个名字，或删除该文件',
  'no range for the nodes': '没有可供节点使用的网段',
  '192.168.220.0/24 to 192.168.250.0/24 are all in use':
    '192.168.220.0/24 到 192.168.250.0/24 都已被使用',
  '{range} is not the first three numbers of an address': '{range} 不是地址的前三个数字',
  'name one: --range 10.20.30': '指定一个：--range 10.20.30',
  'from now on every command in this shell means your lab': '此后这个 shell 里的命令都针对你的实验',
  'nodes, networks, containers; then everything is measured': '节点、网络、容器；然后全部测量一遍',
  'why, step by step': '逐步说明原因',
  'when you are done': '用完之后',
  '{file} is written. Next:': '已写入 {file}。接下来：',
  'How to change it: docs/own-topology.md': '如何修改：docs/own-topology.md',
} as const;
