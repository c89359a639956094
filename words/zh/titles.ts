/** Titles of the article's lab. */
export const titles = {
  'Docker networking, from two hosts to the host network': 'Docker 网络：从两台主机到 host 网络',
  'Two nodes that see each other': '互相可见的两个节点',
  'Network namespaces joined by a veth pair': '用 veth 对连接的网络命名空间',
  'The default bridge, docker0': '默认网桥 docker0',
  'A link: a name for one container in another': 'link：在一个容器里为另一个容器起名',
  'A user-defined bridge': '自定义网桥',
  'Published ports': '发布端口',
  'The none network': 'none 网络',
  'The host network': 'host 网络',
} as const;
