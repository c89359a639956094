import type { Outcome } from '../../topology/edge';
import type { Absence } from '../../edges/found';
import type { verdicts as en } from '../en/verdicts';

export const outcomes: Readonly<Record<Outcome, string>> = {
  reachable: '可达',
  refused: '被拒绝',
  timeout: '超时',
  unreachable: '不可达',
  unresolved: '无法解析',
  arrives: '可到达',
  unknown: '未知',
};

/** What an edge is expected and found to be. */
export const verdicts = {
  outcome: (outcome) => outcomes[outcome],
  expected: (outcome, target) => {
    if (outcome !== 'reachable') return outcomes[outcome];
    if (target.kind === 'outside')
      return `${outcomes.reachable}，对方看到的地址是 ${target.seenAs}`;
    return 'page' in target && target.page !== undefined
      ? `${outcomes.reachable}，并返回网页 ${JSON.stringify(target.page)}`
      : outcomes.reachable;
  },
  found: (found) => {
    switch (found.kind) {
      case 'outcome':
        return outcomes[found.outcome];
      case 'seen-as':
        return `${outcomes.reachable}，对方看到的地址是 ${found.address}`;
      case 'other-page':
        return `${outcomes.reachable}，但返回了别的网页`;
      case 'other-address':
        return `${outcomes[found.outcome]}，但地址是 ${found.address}，那不是 ${found.endpoint}`;
      case 'elsewhere':
        return `${outcomes.unresolved}（在别处它是 ${found.address}）`;
      case 'absent':
        return absence(found.what);
    }
  },
} satisfies typeof en;

function absence(what: Absence): string {
  switch (what.kind) {
    case 'container':
      return `${what.endpoint} 没有运行`;
    case 'namespace':
      return `${what.endpoint} 不存在`;
    case 'address': {
      const family = { IPv4: '', IPv6: ' IPv6 ', virtual: '虚拟' }[what.family];
      const on = what.network === undefined ? ' ' : ` 在 ${what.network} 上`;
      return `${what.endpoint}${on}没有${family}地址`;
    }
    case 'gateway': {
      const on = what.node === undefined ? '' : `${what.node} 上`;
      return `${on}没有 ${what.network} 的${what.family === 'IPv6' ? ' IPv6 ' : ''}网关`;
    }
  }
}
