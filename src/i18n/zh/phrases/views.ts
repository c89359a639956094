/** The report, the live view and the graph. */
export const views = {
  '{address} is not a loopback address': '{address} 不是回环地址',
  'whoever reaches it sees the lab: addresses, images, output of probes':
    '能到达它的人会看到实验：地址、镜像、探测的输出',
  'leave --host out, or add --expose where that is meant': '去掉 --host，或确实如此时加上 --expose',
  'This server does not go by that name.': '这个服务器不叫这个名字。',
  'There is nothing to change here.': '这里没有可以更改的东西。',
  'Not found.': '没有找到。',
  'the live view cannot be served': '实时视图无法启动',
  'something else listens there': '已有别的程序在那里监听',
  'choose another port with --port (0 for any that is free)':
    '用 --port 选另一个端口（0 表示任意空闲端口）',
  'draw the lab: nodes, networks, containers, namespaces, ports and links':
    '画出实验：节点、网络、容器、命名空间、端口和 link',
  'form of the picture': '图的格式',
  'as it is on the nodes, with differences from the topology marked':
    '按节点上的实际情况，标出与拓扑的不同',
  'write to a file instead of standard output': '写入文件而不是标准输出',
  'for a Markdown file': '用于 Markdown 文件',
  'what is missing, different or not declared': '缺少的、不同的、没有声明的',
  'a terminal cannot show a PNG': '终端显示不了 PNG',
  'it is binary': '它是二进制的',
  'the picture cannot be written': '写不了图',
  'name another file': '指定另一个文件',
  'write the last check as one HTML file with picture, matrix and reasons':
    '把上一次检查写成一个 HTML 文件，含图、矩阵和原因',
  'the file (default: .lab/NAME/report.html)': '文件（缺省：.lab/名称/report.html）',
  'measure first': '先测量',
  'serve it on this machine, and update it as checks run': '在本机提供网页，并随检查更新',
  'with --watch: address to listen on': '与 --watch 一起：监听的地址',
  'with --watch: port to listen on, 0 for any': '与 --watch 一起：监听的端口，0 表示任意',
  'with --watch: seconds between checks, 0 for none':
    '与 --watch 一起：两次检查之间的秒数，0 表示不检查',
  'with --watch: allow an address that others can reach': '与 --watch 一起：允许别人能到达的地址',
  'of the last check': '上一次检查的',
  'measure, then write': '先测量再写',
  'then open the address that it prints; Ctrl-C ends it': '然后打开它打印的地址；Ctrl-C 结束',
  measure: '测量',
  'nothing was measured yet': '还没有测量过',
  'a report is of a check': '报告来自一次检查',
  './lab report --check (the lab must be up), or ./lab up for everything':
    './lab report --check（实验须已启动），或 ./lab up 启动一切',
  'the report cannot be written': '写不了报告',
  'name another file with --output': '用 --output 指定另一个文件',
} as const;
