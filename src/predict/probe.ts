/** What is sent: ICMP echo, or a port asked for. */
export interface Probe {
  readonly protocol: 'icmp' | 'tcp' | 'udp';
  /** 0 for ICMP. */
  readonly port: number;
}

export const PING: Probe = { protocol: 'icmp', port: 0 };
