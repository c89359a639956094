import type { Fact, FactKey, ItemKind, Mark } from './graph';

/** The words of the picture in one language. */
export interface GraphWords {
  readonly kinds: Readonly<Record<ItemKind, string>>;
  readonly node: string;
  readonly marks: Readonly<Record<Exclude<Mark, 'same'>, string>>;
  readonly facts: Readonly<Record<FactKey, (value: string) => string>>;
}

export type Language = 'en' | 'zh';

const plain = (value: string): string => value;

export const graphWords: Readonly<Record<Language, GraphWords>> = {
  en: {
    kinds: {
      outside: 'this machine',
      lan: 'network of the nodes',
      stack: "the node's own stack",
      bridge: 'bridge',
      overlay: 'overlay',
      container: 'container',
      namespace: 'namespace',
      group: 'containers',
    },
    node: 'node',
    marks: { missing: 'missing', extra: 'not declared', changed: 'differs' },
    facts: {
      address: plain,
      aliases: (value) => `also called ${value}`,
      'closed-to-each-other': () => 'members closed to each other (icc off)',
      count: (value) => `${value} alike`,
      encrypted: () => 'encrypted from node to node (IPsec)',
      engine: (value) => `Docker ${value}`,
      image: plain,
      internal: () => 'internal: no way out',
      listens: (value) => `listens on ${value}`,
      mesh: (value) => `routing mesh: ${value}`,
      'no-network': () => 'network none: only lo',
      'node-stack': () => 'network host',
      replica: (value) => `replica of ${value}`,
      shares: (value) => `shares the stack of ${value}`,
      spans: (value) => `spans ${value}`,
      subnet: plain,
      'virtual-address': (value) => `virtual address of ${value}`,
      'absent-on': (value) => `not on ${value}`,
      'address-differs': (value) => `address is ${value}`,
      cut: (value) => `carries nothing: ${value}`,
      'mode-differs': (value) => `network mode is ${value}`,
      'not-examined': (value) => `not examined: ${value}`,
      'not-in-swarm': () => 'not in the swarm as declared',
      'not-running': (value) => `not running: ${value}`,
      'option-differs': (value) => `not as declared: ${value}`,
      'other-network-on': (value) => `on ${value} another network of that name`,
      'port-extra': (value) => `also publishes ${value}`,
      'port-missing': (value) => `does not publish ${value}`,
    },
  },
  zh: {
    kinds: {
      outside: '本机',
      lan: '节点网络',
      stack: '节点自己的协议栈',
      bridge: '网桥',
      overlay: 'overlay 网络',
      container: '容器',
      namespace: '网络命名空间',
      group: '一组容器',
    },
    node: '节点',
    marks: { missing: '缺失', extra: '未声明', changed: '不一致' },
    facts: {
      address: plain,
      aliases: (value) => `别名 ${value}`,
      'closed-to-each-other': () => '成员之间不通（icc 关闭）',
      count: (value) => `共 ${value} 个`,
      encrypted: () => '节点之间加密（IPsec）',
      engine: (value) => `Docker ${value}`,
      image: plain,
      internal: () => '内部网络：没有出口',
      listens: (value) => `监听 ${value}`,
      mesh: (value) => `路由网格（routing mesh）：${value}`,
      'no-network': () => 'none 网络：只有 lo',
      'node-stack': () => 'host 网络',
      replica: (value) => `${value} 的副本`,
      shares: (value) => `共用 ${value} 的协议栈`,
      spans: (value) => `跨越 ${value}`,
      subnet: plain,
      'virtual-address': (value) => `虚拟地址 ${value}`,
      'absent-on': (value) => `${value} 上没有`,
      'address-differs': (value) => `地址是 ${value}`,
      cut: (value) => `不通：${value}`,
      'mode-differs': (value) => `网络模式是 ${value}`,
      'not-examined': (value) => `无法检查：${value}`,
      'not-in-swarm': () => '没有按声明加入 swarm',
      'not-running': (value) => `未运行：${value}`,
      'option-differs': (value) => `与声明不符：${value}`,
      'other-network-on': (value) => `${value} 上是另一个同名网络`,
      'port-extra': (value) => `还发布了 ${value}`,
      'port-missing': (value) => `没有发布 ${value}`,
    },
  },
};

export const factText = (words: GraphWords, { key, value }: Fact): string =>
  words.facts[key](value);
