import type { BridgeRule, EngineRules } from './rules';

const ESTABLISHED = '-m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT';
const LOCAL = '-m addrtype --dst-type LOCAL -j DOCKER';

const OPEN_PORT =
  'filter -A DOCKER -d {address}/32 ! -i {bridge} -o {bridge} -p {protocol} -m {protocol} --dport {target} -j ACCEPT';

export const MASQUERADE: BridgeRule = {
  on: 'open',
  masquerade: true,
  rule: 'nat -A POSTROUTING -s {subnet} ! -o {bridge} -j MASQUERADE',
};

const NAT: readonly BridgeRule[] = [
  MASQUERADE,
  { on: 'open', rule: 'nat -A DOCKER -i {bridge} -j RETURN' },
];

/** Stage 1 holds what leaves a bridge, stage 2 drops what would enter another one. */
const STAGES: readonly BridgeRule[] = [
  {
    on: 'open',
    rule: 'filter -A DOCKER-ISOLATION-STAGE-1 -i {bridge} ! -o {bridge} -j DOCKER-ISOLATION-STAGE-2',
  },
  { on: 'open', rule: 'filter -A DOCKER-ISOLATION-STAGE-2 -o {bridge} -j DROP' },
];

const INTERNAL: readonly BridgeRule[] = [
  {
    on: 'internal',
    rule: 'filter -A DOCKER-ISOLATION-STAGE-1 ! -s {subnet} -o {bridge} -j DROP',
  },
  {
    on: 'internal',
    rule: 'filter -A DOCKER-ISOLATION-STAGE-1 ! -d {subnet} -i {bridge} -j DROP',
  },
];

export const BEFORE_28: EngineRules = {
  chains: [
    'nat DOCKER',
    'filter DOCKER',
    'filter DOCKER-ISOLATION-STAGE-1',
    'filter DOCKER-ISOLATION-STAGE-2',
    'filter DOCKER-USER',
  ],
  once: [
    `nat -A PREROUTING ${LOCAL}`,
    `nat -A OUTPUT ! -d 127.0.0.0/8 ${LOCAL}`,
    'filter -A FORWARD -j DOCKER-USER',
    'filter -A FORWARD -j DOCKER-ISOLATION-STAGE-1',
    'filter -A DOCKER-ISOLATION-STAGE-1 -j RETURN',
    'filter -A DOCKER-ISOLATION-STAGE-2 -j RETURN',
    'filter -A DOCKER-USER -j RETURN',
  ],
  bridge: [
    ...NAT,
    { on: 'open', rule: `filter -A FORWARD -o {bridge} ${ESTABLISHED}` },
    { on: 'open', rule: 'filter -A FORWARD -o {bridge} -j DOCKER' },
    { on: 'open', rule: 'filter -A FORWARD -i {bridge} ! -o {bridge} -j ACCEPT' },
    { on: 'any', icc: true, rule: 'filter -A FORWARD -i {bridge} -o {bridge} -j ACCEPT' },
    { on: 'any', icc: false, rule: 'filter -A FORWARD -i {bridge} -o {bridge} -j DROP' },
    ...STAGES,
    ...INTERNAL,
  ],
  address: [],
  port: [
    OPEN_PORT,
    'nat -A POSTROUTING -s {address}/32 -d {address}/32 -p {protocol} -m {protocol} --dport {target} -j MASQUERADE',
  ],
  loopbackPort: [],
};

const CHAINS_28 = [
  'nat DOCKER',
  'filter DOCKER',
  'filter DOCKER-BRIDGE',
  'filter DOCKER-CT',
  'filter DOCKER-FORWARD',
  'filter DOCKER-ISOLATION-STAGE-1',
  'filter DOCKER-ISOLATION-STAGE-2',
  'filter DOCKER-USER',
] as const;

const ONCE_28 = [
  `nat -A PREROUTING ${LOCAL}`,
  'filter -A FORWARD -j DOCKER-USER',
  'filter -A FORWARD -j DOCKER-FORWARD',
  'filter -A DOCKER-FORWARD -j DOCKER-CT',
  'filter -A DOCKER-FORWARD -j DOCKER-ISOLATION-STAGE-1',
  'filter -A DOCKER-FORWARD -j DOCKER-BRIDGE',
] as const;

/** Since 28, what lets packets in and out, and keeps bridges from each other by what is published. */
export const FILTERS: readonly BridgeRule[] = [
  { on: 'open', rule: 'filter -A DOCKER ! -i {bridge} -o {bridge} -j DROP' },
  { on: 'open', rule: 'filter -A DOCKER-BRIDGE -o {bridge} -j DOCKER' },
  { on: 'open', rule: `filter -A DOCKER-CT -o {bridge} ${ESTABLISHED}` },
  { on: 'open', icc: true, rule: 'filter -A DOCKER-FORWARD -i {bridge} -j ACCEPT' },
  { on: 'open', icc: false, rule: 'filter -A DOCKER-FORWARD -i {bridge} ! -o {bridge} -j ACCEPT' },
  { on: 'any', icc: false, rule: 'filter -A DOCKER-FORWARD -i {bridge} -o {bridge} -j DROP' },
  {
    on: 'internal',
    icc: true,
    rule: 'filter -A DOCKER-FORWARD -i {bridge} -o {bridge} -j ACCEPT',
  },
];

const BRIDGE_28: readonly BridgeRule[] = [...NAT, ...FILTERS, ...STAGES];

export const SINCE_28: EngineRules = {
  chains: CHAINS_28,
  once: [...ONCE_28, `nat -A OUTPUT ! -d 127.0.0.0/8 ${LOCAL}`],
  bridge: [...BRIDGE_28, ...INTERNAL],
  address: ['raw -A PREROUTING -d {address}/32 ! -i {bridge} -j DROP'],
  port: [OPEN_PORT],
  loopbackPort: [
    'raw -A PREROUTING {to}! -i lo -p {protocol} -m {protocol} --dport {published} -j DROP',
  ],
};

export const SINCE_28_IP6: EngineRules = {
  chains: CHAINS_28,
  once: [...ONCE_28, `nat -A OUTPUT ! -d ::1/128 ${LOCAL}`],
  bridge: [
    ...BRIDGE_28,
    {
      on: 'internal',
      rule: 'filter -A DOCKER-ISOLATION-STAGE-1 ! -s {subnet} ! -i {bridge} -o {bridge} -j DROP',
    },
    {
      on: 'internal',
      rule: 'filter -A DOCKER-ISOLATION-STAGE-1 ! -d {subnet} -i {bridge} ! -o {bridge} -j DROP',
    },
  ],
  address: ['raw -A PREROUTING -d {address}/128 ! -i {bridge} -j DROP'],
  // The lab publishes on IPv4 addresses only.
  port: [],
  loopbackPort: [],
};
