/** A user-defined network. The default bridge (`bridge`) of each node is always there and is not declared. */
export type TopologyNetwork = TopologyBridge | TopologyOverlay | TopologyLan;

/** A network on one node. */
export interface TopologyBridge {
  readonly name: string;
  readonly node: string;
  readonly driver?: 'bridge';
  /** IPv4 CIDR; without one the engine chooses. */
  readonly subnet?: string;
  /** IPv4 address inside `subnet`; the subnet's first address by default. */
  readonly gateway?: string;
  /** IPv6 CIDR such as `fd00:1::/64`; with one the network has IPv6 besides IPv4. */
  readonly subnet6?: string;
  /** IPv6 address inside `subnet6`; its first by default. */
  readonly gateway6?: string;
  /** IPv6; default: where there is a `subnet6`. Without one an engine from 27 on chooses it. */
  readonly ipv6?: boolean;
  /** IPv4; default true. Without it, from engine 28 on, a network has IPv6 only. */
  readonly ipv4?: boolean;
  /** No route to the outside and none from it. Default false. */
  readonly internal?: boolean;
  /** Containers on the network may talk to each other (`com.docker.network.bridge.enable_icc`). Default true. */
  readonly icc?: boolean;
  /** How it is joined to the world outside, for both families; the next two for one. Default `nat`. */
  readonly gatewayMode?: GatewayMode;
  /** `com.docker.network.bridge.gateway_mode_ipv4`. */
  readonly gatewayModeIpv4?: GatewayMode;
  /** `com.docker.network.bridge.gateway_mode_ipv6`. */
  readonly gatewayModeIpv6?: GatewayMode;
  /** What leaves has the node's address (`enable_ip_masquerade`); default true. */
  readonly masquerade?: boolean;
  /** Instead of which it has this one (`com.docker.network.host_ipv4`). */
  readonly hostIpv4?: string;
  /** The bridge has no IPv4 address (`inhibit_ipv4`); default false. */
  readonly inhibitIpv4?: boolean;
  /** Interfaces of the node from which containers may be asked directly (`trusted_host_interfaces`), from engine 28 on. */
  readonly trustedHostInterfaces?: readonly string[];
  readonly chapter?: string;
}

/**
 * From engine 27 on. `nat`: published ports alone are open, at the node's addresses; `nat-unprotected` (28): all ports,
 * also at the container's own; `routed`: published ports, at the container's own; `isolated` (28): the bridge of an
 * internal network has no address.
 */
export type GatewayMode = 'nat' | 'nat-unprotected' | 'routed' | 'isolated';

/** A network whose containers are on an interface of the node, beside the node and without its rules. */
export interface TopologyLan {
  readonly name: string;
  readonly node: string;
  readonly driver: 'macvlan' | 'ipvlan';
  /** Interface of the node, such as `eth0`, or a VLAN of it, `eth0.10`; without one it ends at the node. */
  readonly parent?: string;
  /** Of macvlan `bridge` (the default) or `private`, of ipvlan `l2` (the default), `l3` or `l3s`. */
  readonly mode?: LanMode;
  /** IPv4 CIDR; without one the engine chooses. */
  readonly subnet?: string;
  /** IPv4 address of a router on the network. */
  readonly gateway?: string;
  /** Block of `subnet` from which the engine gives addresses, such as `192.168.205.128/26`. */
  readonly ipRange?: string;
  readonly subnet6?: string;
  readonly gateway6?: string;
  /** Further subnets of either family. */
  readonly ipamConfig?: readonly TopologySubnet[];
  readonly ipv6?: boolean;
  readonly ipv4?: boolean;
  /** No default route; default false. */
  readonly internal?: boolean;
  readonly chapter?: string;
}

export type LanMode = 'bridge' | 'private' | 'l2' | 'l3' | 'l3s';

/** As Docker's and Terraform's `ipam_config` has it. */
export interface TopologySubnet {
  readonly subnet: string;
  readonly gateway?: string;
}

/** An attachable overlay network, which all nodes of the swarm have. */
export interface TopologyOverlay {
  readonly name: string;
  readonly driver: 'overlay';
  /** IPv4 CIDR; without one the swarm chooses. */
  readonly subnet?: string;
  /** IPv4 address inside `subnet`; the subnet's first address by default. */
  readonly gateway?: string;
  /** No way out through `docker_gwbridge`. Default false. */
  readonly internal?: boolean;
  /** What goes from node to node is encrypted (IPsec ESP); the nodes' kernels must have it. Default false. */
  readonly encrypted?: boolean;
  readonly chapter?: string;
}
