import type { unsaid as en } from '../en/unsaid';

const WHAT = {
  name: '名字',
  address: '地址',
  port: '端口',
  link: '链接',
  service: '服务',
} as const;

/** What a source does not say, and what is taken to be instead. */
export const unsaid = {
  listeners: ({ container }) => `${container} 里还有什么在监听`,
  'external-network': ({ network }) =>
    `外部网络 ${network} 上还有谁，有哪些选项：这里当作非 internal 的网桥`,
  'host-listeners': ({ container, node }) => `使用 ${node} 协议栈的 ${container} 监听哪些端口`,
  'own-firewall': ({ container }) => `${container} 自己如何过滤和路由（NET_ADMIN 或 privileged）`,
  'chosen-port': ({ container, node, target, protocol, standIn }) =>
    `${node} 的哪个端口通向 ${container} 的 ${target}/${protocol}：由引擎选择，这里用 ${standIn} 代表；它在所有地址上开放`,
  'port-range': ({ container, node, target, protocol, first, last }) =>
    `${node} 的端口 ${first} 到 ${last} 中哪一个通向 ${container} 的 ${target}/${protocol}：这里当作第一个空闲的`,
  'host-address': ({ container, node, address, port, protocol }) =>
    `${node} 是否有地址 ${address}，${container} 在它上面发布 ${port}/${protocol}`,
  placement: ({ container, node, port, protocol }) =>
    `${node} 是否运行 ${container}，它只在自己的节点上发布 ${port}/${protocol}`,
  driver: ({ network, driver }) => `${network} 如何工作，它的驱动 ${driver} 不作预测`,
  option: ({ network, option }) => `${network} 的选项 ${option} 有什么作用：不作预测`,
  'foreign-stack': ({ container, of }) => `${container} 的协议栈，它属于别的项目的容器 ${of}`,
  'extra-host': ({ container, name, address }) =>
    `${address} 是什么，${container} 把它叫作“${name}”`,
  'host-services': ({ container, node }) =>
    `${node} 自己有什么在监听、防火墙如何，而 ${container} 知道如何访问它`,
  'left-out': ({ container, what, value }) => `略去：${container} 的${WHAT[what]} ${value}`,
} satisfies typeof en;
