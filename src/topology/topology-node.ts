import type { EngineSeries } from './engines';
import type { ListenerSource } from './unsaid';

/** A port on which something listens. */
export interface TopologyListener {
  readonly port: number;
  /** Default `tcp`. */
  readonly protocol?: 'tcp' | 'udp';
  /** Text that `GET /` must contain; then a probe of this port asks for the page. */
  readonly page?: string;
  /** Who says so; default `declared`. */
  readonly from?: ListenerSource;
  /** The addresses on which it listens, of a source that knows them; default: all. */
  readonly at?: readonly string[];
}

/** A Docker host. */
export interface TopologyNode {
  /** Host name; also the endpoint's name. */
  readonly name: string;
  /** IPv4 address with prefix length on the nodes' network, such as `192.168.205.10/24`. */
  readonly address: string;
  /** MiB; default 1024. */
  readonly memory?: number;
  /** CPUs; default 1. */
  readonly cpus?: number;
  /** Engine series of a node that the lab itself makes; default `26.1`. */
  readonly engine?: EngineSeries;
  /** Ports on which the node itself listens, such as sshd's 22. */
  readonly listens?: readonly TopologyListener[];
  readonly chapter?: string;
  /** What brings it up; default `remote` where `ssh` is given, else what `cdktf.json` says. */
  readonly backend?: NodeBackend;
  /** How it is reached by ssh; `nodes.json` says so for a node whose host is the user's own matter. */
  readonly ssh?: TopologySsh;
  /** Further addresses on the nodes' network, of either family, with prefix lengths: `fd00:205::10/64`. */
  readonly addresses?: readonly string[];
  /** What its engine makes its rules with; default `iptables`. `nftables` from engine 29 on, and not in a swarm. */
  readonly firewall?: FirewallBackend;
  /** docker-proxy serves published ports where no rule does; default true. */
  readonly userlandProxy?: boolean;
  /** Containers on its default bridge may talk to each other; default true. */
  readonly icc?: boolean;
  /** Its default bridge has IPv6; default false. */
  readonly ipv6?: boolean;
  /** IPv6 subnet of its default bridge, where that has IPv6; from engine 27 on the engine chooses one by itself. */
  readonly fixedCidrV6?: string;
  /** Address on which ports are published that name none; default: all. */
  readonly ip?: string;
  /** From which its engine chooses subnets. */
  readonly defaultAddressPools?: readonly TopologyAddressPool[];
  /** Other machines may send to the addresses of containers that do not publish directly; from engine 28 on. Default false. */
  readonly allowDirectRouting?: boolean;
  /** Packets with this mark are let through to containers, `MARK` or `MARK/MASK`; from engine 29 on. */
  readonly bridgeAcceptFwmark?: string;
  /** Rules on it that neither the lab nor its engine made. */
  readonly foreignFirewall?: TopologyForeignFirewall;
  /** Names that the resolver of the node knows, with their addresses: its own /etc/hosts is not meant. */
  readonly names?: Readonly<Record<string, string>>;
}

export type FirewallBackend = 'iptables' | 'nftables';

/** Docker's `default-address-pools`: subnets of `size` are cut from `base`. */
export interface TopologyAddressPool {
  /** IPv4 CIDR such as `10.210.0.0/16`. */
  readonly base: string;
  /** Prefix length of each subnet. */
  readonly size: number;
}

/** A firewall that somebody else looks after. */
export interface TopologyForeignFirewall {
  /** With its defaults: what comes in for the node is dropped (`ufw`) or rejected (`firewalld`), but for `allow`. */
  readonly manager?: 'ufw' | 'firewalld';
  /** Ports of the node that are open all the same: `22/tcp`. Default: ssh's. */
  readonly allow?: readonly string[];
  /** Rules in the chain DOCKER-USER, in their order: packets that the node passes on are compared with them first. */
  readonly dockerUser?: readonly TopologyForwardRule[];
  /** A rule at the end of the chain FORWARD that drops what no other took. */
  readonly forwardDrop?: boolean;
  /** Mark that is set on what comes in from the nodes' network. */
  readonly mark?: number;
}

/** What it does with a packet that it fits; what is left out fits all. */
export interface TopologyForwardRule {
  readonly action: 'accept' | 'drop' | 'reject' | 'return';
  /** Where it comes in: `lan` is the nodes' network, else a network of the node. */
  readonly from?: string;
  /** Where it would go out. */
  readonly to?: string;
  /** Of the container, after translation. */
  readonly port?: number;
  /** Default: any. */
  readonly protocol?: 'tcp' | 'udp' | 'icmp';
}

/** `containers`: a container of this machine's engine; `vagrant`: a virtual machine; `remote`: a host that exists. */
export type NodeBackend = 'containers' | 'vagrant' | 'remote';

/**
 * A Docker host in another network than the nodes, reached by ssh: between it and the rest of the lab are networks
 * that are no part of the lab, so that only what is published on it is asked for, and only from outside. Without an
 * address, here or in `nodes.json`, it is left out with everything on it.
 */
export interface TopologyFurtherHost {
  readonly name: string;
  /** IPv4 address at which this machine reaches it, without a prefix length. */
  readonly address?: string;
  readonly ssh?: TopologySsh;
  readonly listens?: readonly TopologyListener[];
  readonly chapter?: string;
}

/** How a host is reached by ssh. No password and no key: ssh finds the key, in its agent or in `identityFile`. */
export interface TopologySsh {
  /** Host name, address, or a name of `~/.ssh/config`; default: the node's address. */
  readonly host?: string;
  readonly user?: string;
  /** Default 22, or what `~/.ssh/config` says. */
  readonly port?: number;
  /** Path of the private key; `~` is the home folder. */
  readonly identityFile?: string;
  /** Host to go through, as ssh's `ProxyJump` takes it: `[user@]host[:port]`, several with commas. */
  readonly jump?: string;
  /** Fingerprint of its host key, `SHA256:…`: it need not be asked for then. */
  readonly hostKey?: string;
}
