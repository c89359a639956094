/** Titles of the article's lab, and of the templates. */
export const titles = {
  'Docker networking, from two hosts to the host network': 'Docker 网络：从两台主机到 host 网络',
  'Two nodes that see each other': '互相可见的两个节点',
  'Network namespaces joined by a veth pair': '用 veth 对连接的网络命名空间',
  'The default bridge, docker0': '默认网桥 docker0',
  'A link: a name for one container in another': 'link：在一个容器里为另一个容器起名',
  'A user-defined bridge': '自定义网桥',
  'Published ports': '发布端口',
<<<<<<< ours
  'A published port on a cloud server': '云服务器上的发布端口',
=======
>>>>>>> theirs
  'The none network': 'none 网络',
  'The host network': 'host 网络',
  'A network of our own': '我们自己的网络',
  'alice and bob on one network': 'alice 和 bob 在同一个网络上',
  'carol, who is not on it': 'carol，不在这个网络上',
  'A web server and its store': 'web 服务器和它的存储',
  'A store on an internal network': '内部网络上的存储',
  'A web server that is published': '已发布的 web 服务器',
  'A neighbour who must not reach the store': '不得到达存储的邻居',
  'From node to node': '从节点到节点',
  'Two nodes': '两个节点',
  'A web server on the first': '第一个节点上的 web 服务器',
  'Its client on the second': '第二个节点上的客户端',
} as const;
