/** The tour's own words; its chapters hold theirs in each language. */
export const tour = {
  'this lab has no tour': '这个实验没有导览',
  'lab {lab}': '实验 {lab}',
  'the tour is a walk on the lab of the article': '导览走的是文章中的实验',
  'LAB_TOPOLOGY=topologies/docker-networking.ts ./lab up, then ./lab tour':
    '先 LAB_TOPOLOGY=topologies/docker-networking.ts ./lab up，再 ./lab tour',
  'unknown chapter {chapter}': '没有 {chapter} 这一章',
  'the tour has: {chapters}': '导览有：{chapters}',
  'the tour cannot find {reference} on the running lab': '在运行中的实验里，导览找不到 {reference}',
  'it is not deployed, or it was stopped': '它没有部署，或者已经停止',
  './lab check says what differs; ./lab up deploys it':
    './lab check 会说明哪里不同；./lab up 会部署它',
  'Chapter {number} of {count}: {title}': '第 {number} 章（共 {count} 章）：{title}',
  'At every step: Enter goes on, ? shows what else there is, q leaves.':
    '每一步：回车继续，? 显示其他选项，q 离开。',
  'Enter runs it, s skips it, ? help': '回车执行，s 跳过，? 帮助',
  'Enter goes on, r repeats, ? help': '回车继续，r 重复，? 帮助',
  'Enter  run the command, or go on': '回车   执行命令，或者继续',
  's      skip the command': 's      跳过这条命令',
  'r      repeat the command': 'r      重复这条命令',
  'c      the next chapter': 'c      下一章',
  'q      leave': 'q      离开',
  '! CMD  a command of your own on {endpoint}': '! 命令 在 {endpoint} 上执行你自己的命令',
  '! ENDPOINT -- CMD  the same on a container, a node, netns:NAME or outside':
    '! 端点 -- 命令  在容器、节点、netns:名称或 outside 上执行',
  'There is no {answer} here; ? shows what there is.': '这里没有“{answer}”；? 显示有哪些选项。',
  '(no output)': '（没有输出）',
  '(ended with exit code {code})': '（退出码 {code}）',
  '(it did not run: {why})': '（没有执行：{why}）',
  'This is not what the lab as declared would show. ./lab check says what differs.':
    '按声明运行的实验不会显示这样的结果。./lab check 会说明哪里不同。',
  'That was the tour. `./lab check` measures all of it; `./lab explain test4 test3` tells why.':
    '导览到此结束。`./lab check` 会测量全部内容；`./lab explain test4 test3` 说明原因。',
  'A tour of Docker networking': 'Docker 网络导览',
  'Every command ran on the lab {lab}; what is shown is what it said.':
    '每条命令都在实验 {lab} 上执行过；显示的就是它的输出。',
} as const;
