/** What a value in a topology must look like. */
export const formats = {
  '{value} is no lab name': '{value} 不能作实验名',
  'the name is also that of the Terraform stack and of a folder':
    '这个名字也是 Terraform 栈和一个文件夹的名字',
  'use a to z, 0 to 9 and "-", at most 40 characters, a letter or digit first':
    '使用 a 到 z、0 到 9 和“-”，最多 40 个字符，以字母或数字开头',
  '{value} is no chapter id': '{value} 不能作章节 id',
  'the id is used in file names, addresses and command lines': 'id 会用在文件名、地址和命令行中',
  '{value} is not one line of text': '{value} 不是一行文本',
  'it is printed, and looked for, in one line': '它会按一行输出和查找',
  'write one line of at most 10000 characters, without line breaks, tabs or other control characters':
    '写成一行，最多 10000 个字符，不含换行、制表符或其他控制字符',
  '{value} is no node name': '{value} 不能作节点名',
  "a node's name is its host name": '节点名就是它的主机名',
  'use a to z, 0 to 9 and "-", 2 to 63 characters, a letter or digit at both ends':
    '使用 a 到 z、0 到 9 和“-”，2 到 63 个字符，首尾须是字母或数字',
  '{value} is no container name': '{value} 不能作容器名',
  'Docker allows [a-zA-Z0-9][a-zA-Z0-9_.-]+, and DNS at most 63 characters':
    'Docker 允许 [a-zA-Z0-9][a-zA-Z0-9_.-]+，DNS 最多允许 63 个字符',
  'use letters, digits, "_", "." and "-", 2 to 63 characters, a letter or digit first':
    '使用字母、数字、“_”、“.”和“-”，2 到 63 个字符，以字母或数字开头',
  '{value} is no network name': '{value} 不能作网络名',
  'the name must be safe on a command line and in a table': '名字在命令行和表格里都必须安全',
  'use letters, digits, "_", "." and "-", at most 63 characters, a letter or digit first':
    '使用字母、数字、“_”、“.”和“-”，最多 63 个字符，以字母或数字开头',
  '{value} is no alias': '{value} 不能作别名',
  'an alias is a name that other containers look up': '别名是其他容器要查的名字',
  '{value} is no hostname': '{value} 不能作主机名',
  'Linux and DNS take letters, digits, "-" and ".", at most 63 of them':
    'Linux 和 DNS 只接受字母、数字、“-”和“.”，最多 63 个',
  'use these, a letter or digit at both ends': '只用这些字符，首尾须是字母或数字',
  '{value} is no namespace name': '{value} 不能作命名空间名',
  '`ip netns` makes a file of this name': '`ip netns` 会用这个名字建文件',
  '{value} is no interface name': '{value} 不能作接口名',
  'Linux allows 15 characters, and lo, docker0 and eth0 are there already':
    'Linux 最多允许 15 个字符，而且 lo、docker0 和 eth0 已经存在',
  'use letters, digits, "_", "." and "-", at most 15 characters, such as "veth-a"':
    '使用字母、数字、“_”、“.”和“-”，最多 15 个字符，例如 "veth-a"',
  '{value} is no IPv4 address': '{value} 不是 IPv4 地址',
  'four numbers from 0 to 255 are expected, without leading zeros and without a prefix length':
    '应是四个 0 到 255 的数字，没有前导零，也不带前缀长度',
  'write an address such as "192.168.205.1"': '写成地址，例如 "192.168.205.1"',
  '{value} is no IPv4 address with a prefix length': '{value} 不是带前缀长度的 IPv4 地址',
  'the prefix length tells which other addresses are in the same network':
    '前缀长度说明哪些地址在同一个网络中',
  'write an address such as "192.168.205.10/24"': '写成地址，例如 "192.168.205.10/24"',
  '{value} is no IPv4 subnet': '{value} 不是 IPv4 子网',
  'a subnet is an IPv4 address with a prefix length': '子网是带前缀长度的 IPv4 地址',
  'write a subnet such as "172.30.0.0/24"': '写成子网，例如 "172.30.0.0/24"',
  '{value} is no IPv6 subnet': '{value} 不是 IPv6 子网',
  'an IPv6 subnet is its first address with a prefix length': 'IPv6 子网是带前缀长度的第一个地址',
  'write a subnet such as "fd00:1::/64"': '写成子网，例如 "fd00:1::/64"',
  '{value} is no environment variable name': '{value} 不能作环境变量名',
  'programs and shells read letters, digits and "_" only': '程序和 shell 只认字母、数字和“_”',
  'use letters, digits and "_", not a digit first': '使用字母、数字和“_”，不以数字开头',
  'the value would not arrive as it is': '这个值到达时会变样',
  '{value} would not arrive as it is': '{value} 到达时会变样',
  'Linux ends a word at NUL, and Terraform changes halves of surrogate pairs and letters with separate accents (it normalises to NFC)':
    'Linux 的词到 NUL 为止，而 Terraform 会改动单个代理项和带组合符号的字母（它规范化为 NFC）',
  'leave these characters out, or write text.normalize()': '去掉这些字符，或写 text.normalize()',
  '{value} is no image reference': '{value} 不是镜像引用',
  'Docker expects [REGISTRY/]REPOSITORY[:TAG][@sha256:DIGEST], the repository in lower case':
    'Docker 要求 [REGISTRY/]REPOSITORY[:TAG][@sha256:DIGEST]，仓库名用小写',
  'write a reference such as "busybox:1.36"': '写成引用，例如 "busybox:1.36"',
  '{value} is no port': '{value} 不是端口',
  'ports are whole numbers from 1 to 65535': '端口是 1 到 65535 的整数',
  'use a number from 1 to 65535': '使用 1 到 65535 的数字',
  '{value} is no amount of memory for a node': '{value} 不是节点的内存大小',
  'memory is a whole number of MiB from 128, with less of which an engine starts no containers, to 1048576':
    '内存是以 MiB 计的整数，从 128（再少引擎就启动不了容器）到 1048576',
  'write MiB, such as 1024': '以 MiB 为单位，例如 1024',
  '{value} is no number of CPUs': '{value} 不是 CPU 数',
  'CPUs are a number from 0.1 to 1024 with at most two decimals':
    'CPU 数是 0.1 到 1024 的数，最多两位小数',
  'write a number such as 1 or 0.5': '写成数字，例如 1 或 0.5',
  '{value} is no network mode': '{value} 不是网络模式',
  'a container has interfaces of its own (bridge), those of its node (host), only lo (none), or those of another container':
    '容器或有自己的接口（bridge），或用节点的接口（host），或只有 lo（none），或用另一个容器的接口',
  'unknown key {key}': '未知的键 {key}',
  'a misspelt key would be ignored without a word': '拼错的键会被悄悄忽略',
  '{value} is no {kind}': '{value} 不是 {kind} 的值',
  'only the values below are known': '只认下面这些值',
  'write one of {values}': '从这些值中选一个：{values}',
  '{key} has not two elements': '{key} 不是两个元素',
  'a veth pair has two ends': 'veth 对有两端',
  'write exactly two': '正好写两个',
  '{key} is missing': '缺少 {key}',
  '{key} must be {type}, not {other}': '{key} 须是{type}，而不是{other}',
  'the lab cannot be made without it': '没有它就建不成实验',
  'give {type}, as src/topology/topology.ts describes':
    '给出{type}，见 src/topology/topology.ts 的说明',
  'see src/topology/topology.ts': '见 src/topology/topology.ts',
  'change it': '请修改',
  'did you mean {word}?': '是不是 {word}？',
  'there is none': '一个也没有',
  'there is: {words}': '有：{words}',
} as const;
