/**
 * What the engines chose and a topology cannot know: measured before probing, absent for a prediction
 * from the topology alone.
 */
export interface Facts {
  /** By node name. */
  readonly nodes: Readonly<Record<string, NodeFacts>>;
  /** IPv4 address by container name, then network name. */
  readonly addresses: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The same of IPv6, where a network has it. */
  readonly addresses6?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface NodeFacts {
  /** Full engine version, such as `26.1.5+dfsg1`. */
  readonly engine: string;
  /** True where the node has a default route: packets for unknown addresses leave the lab. */
  readonly defaultRoute: boolean;
  /** IPv4 CIDR by network name; `bridge` is the default bridge. */
  readonly subnets: Readonly<Record<string, string>>;
  /** Gateway address by network name. */
  readonly gateways: Readonly<Record<string, string>>;
  /** IPv6 CIDR by network name, and gateway address, where a network has IPv6. */
  readonly subnets6?: Readonly<Record<string, string>>;
  readonly gateways6?: Readonly<Record<string, string>>;
  /** Address on `docker_gwbridge` of `ingress-sbox`, where a node of a swarm takes what is published for services. */
  readonly ingress?: string;
}
