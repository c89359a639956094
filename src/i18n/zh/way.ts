import type { way as en } from '../en/way';

/** What stations of a packet's way are. */
export const way = {
  bridge: '网桥',
  segment: '接口上的网络',
  overlay: 'overlay 网络',
  stack: '节点',
  lan: '节点网络',
  veth: 'veth 对',
  elsewhere: '不属于本实验的网络',
  names: '认识的名字',
  replicas: '其中之一',
  rule: '规则',
  masquerade: '此后的发送方地址',
  'published-port': '转给',
  'docker-proxy': 'docker-proxy 转给',
  'routing-mesh': '路由网格转给',
  'virtual-address': '虚拟地址',
} satisfies typeof en;
