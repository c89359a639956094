import type { BridgeRule, EngineRules } from './rules';
import { FILTERS, MASQUERADE, SINCE_28, SINCE_28_IP6 } from './templates';

/** Engine 29 keeps bridges apart by what is published, and has a chain of its own for internal networks. */
const today = ({ chains, once, ...rest }: EngineRules, internal: readonly BridgeRule[]) => ({
  ...rest,
  chains: [...chains.filter((chain) => !chain.includes('ISOLATION')), 'filter DOCKER-INTERNAL'],
  once: [
    ...once.filter((rule) => !rule.includes('ISOLATION')),
    'filter -A DOCKER-FORWARD -j DOCKER-INTERNAL',
  ],
  bridge: [MASQUERADE, ...FILTERS, ...internal],
});

export const SINCE_29: EngineRules = today(SINCE_28, [
  { on: 'internal', rule: 'filter -A DOCKER-INTERNAL ! -s {subnet} -o {bridge} -j DROP' },
  { on: 'internal', rule: 'filter -A DOCKER-INTERNAL ! -d {subnet} -i {bridge} -j DROP' },
]);

export const SINCE_29_IP6: EngineRules = today(SINCE_28_IP6, [
  {
    on: 'internal',
    rule: 'filter -A DOCKER-INTERNAL ! -s {subnet} ! -i {bridge} -o {bridge} -j DROP',
  },
  {
    on: 'internal',
    rule: 'filter -A DOCKER-INTERNAL ! -d {subnet} -i {bridge} ! -o {bridge} -j DROP',
  },
]);
