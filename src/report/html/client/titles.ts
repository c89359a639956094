import type { Language } from '../../graph/words';

/** Titles of the article's lab; others are a user's own words. */
const TITLES: Readonly<Record<string, string>> = {
  'Docker networking, from two hosts to a network across them':
    'Docker 网络：从两台主机到横跨它们的网络',
  'Two nodes that see each other': '两个互相看得见的节点',
  'Network namespaces joined by a veth pair': '用 veth 对连接的网络命名空间',
  'The default bridge, docker0': '默认网桥 docker0',
  'A link: a name for one container in another': 'link：让一个容器知道另一个的名字',
  'A user-defined bridge': '用户自定义网桥',
  'Published ports': '端口发布',
  'A published port on a cloud server': '云服务器上的端口发布',
  'The none network': 'none 网络',
  'The host network': 'host 网络',
  'An overlay network across both nodes': '横跨两个节点的 overlay 网络',
};

export const titleIn = (title: string, language: Language): string =>
  language === 'zh' ? (TITLES[title] ?? title) : title;
