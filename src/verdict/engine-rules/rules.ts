/** When a rule is made for a bridge. */
export interface BridgeRule {
  /** `open`: the network leads out. */
  readonly on: 'open' | 'internal' | 'any';
  /** Only where containers on it may, or may not, talk to each other. */
  readonly icc?: boolean;
  /** Only where what leaves it gets the node's address. */
  readonly masquerade?: true;
  readonly rule: string;
}

/**
 * What an engine makes in one family of addresses, each rule with its table before it. In braces stand `bridge`,
 * `subnet`, `address`, and of a published port `published`, `target` and `protocol`; `{to}` is `-d IP/32 ` where it is
 * published on one address only.
 */
export interface EngineRules {
  /** `TABLE CHAIN`. */
  readonly chains: readonly string[];
  readonly once: readonly string[];
  readonly bridge: readonly BridgeRule[];
  /** For each address on a bridge that leads out. */
  readonly address: readonly string[];
  readonly port: readonly string[];
  /** For a port that is published on an address of 127.0.0.0/8. */
  readonly loopbackPort: readonly string[];
}

export interface Series {
  readonly ip4: EngineRules;
  /** Absent where the engine makes no such rules unless it is told to. */
  readonly ip6?: EngineRules;
}
