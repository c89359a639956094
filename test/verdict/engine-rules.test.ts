import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectedRules, furtherRules, missingRules } from '../../src/verdict/engine-rules/expected';
import { parseFacts } from '../../src/observe/parse-facts';
import type { FirewallRule, NodeState } from '../../src/observe/state';

/** A node of each series with bridges of every kind, ports, an overlay; what facts.pl printed of it. */
const recorded = (series: string): NodeState =>
  parseFacts(
    'node',
    readFileSync(join(__dirname, '..', 'observe', 'recorded', 'rules', `${series}.facts`), 'utf8'),
  );

const SERIES = ['20.10', '26.1', '28.5'] as const;

/** What an engine has made, but for translations, which are a statement of their own, and a name server's. */
const made = (rules: readonly FirewallRule[]): FirewallRule[] =>
  rules.filter(({ text }) => /^-[AN]/.test(text) && !/DOCKER_| DNAT /.test(text));

const without = (state: NodeState, family: 'ip4' | 'ip6', rule: FirewallRule): NodeState => ({
  ...state,
  firewall: {
    ...state.firewall,
    [family]: state.firewall[family].filter((one) => one !== rule),
  },
});

describe.each(SERIES)('the firewall rules of engine %s', (series) => {
  const state = recorded(series);

  it('are those that are expected, and no others', () => {
    expect(missingRules(state)).toEqual([]);
    expect(furtherRules(state, 'ip4').map(({ text }) => text)).toEqual([]);
    expect(furtherRules(state, 'ip6').map(({ text }) => text)).toEqual([]);
  });

  it.each(['ip4', 'ip6'] as const)('are missed one by one: %s', (family) => {
    const rules = made(state.firewall[family]);
    if (family === 'ip4') expect(rules.length).toBeGreaterThan(50);
    const missed = rules.map((rule) =>
      missingRules(without(state, family, rule)).map(({ table, text }) => `${table} ${text}`),
    );
    expect(missed).toEqual(rules.map(({ table, text }) => [`${table} ${text}`]));
  });

  it('are not expected where the engine was told to make others', () => {
    for (const settings of ['{"iptables": false}', 'dockerd --userland-proxy=false']) {
      expect(expectedRules({ ...state, daemon: { ...state.daemon, settings } })).toBeUndefined();
    }
  });

  it('are not expected where they cannot be read', () => {
    const firewall = { readable: false, ip4: [], ip6: [], nft: [] };
    expect(missingRules({ ...state, firewall })).toEqual([]);
  });

  it('are all missed where nothing is left', () => {
    const firewall = { ...state.firewall, ip4: [], ip6: [] };
    expect(missingRules({ ...state, firewall }).length).toBeGreaterThan(40);
  });
});

it('nothing is expected of an engine that was not measured', () => {
  expect(expectedRules({ ...recorded('26.1'), engine: '24.0.7' })).toBeUndefined();
});
