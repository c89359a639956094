import type { ReportEndpoint } from './data/types';

/** One station of a packet. */
export interface Hop {
  readonly kind:
    'endpoint' | 'bridge' | 'overlay' | 'stack' | 'lan' | 'veth' | 'names' | 'replicas';
  /** Name of the endpoint, network or node; names of replicas of which one is asked. */
  readonly name: string;
  readonly node?: string;
  /** The packet, or the question for a name, ends here without an answer. */
  readonly stops?: boolean;
}

export const LAN: Hop = { kind: 'lan', name: '' };

export const ended = (hops: readonly Hop[]): Hop[] =>
  hops.map((hop, index) => (index === hops.length - 1 ? { ...hop, stops: true } : hop));

export const nodeOf = ({ kind, id, node }: ReportEndpoint): string | undefined =>
  kind === 'node' ? id : node;

/** A network of an endpoint; an overlay is on no node alone. */
export const networkHop = (endpoint: ReportEndpoint, name: string): Hop => {
  const { node } = endpoint;
  if (onOverlay(endpoint, name)) return { kind: 'overlay', name };
  return { kind: 'bridge', name, ...(node === undefined ? {} : { node }) };
};

export const onOverlay = ({ overlays }: ReportEndpoint, name: string): boolean =>
  overlays?.includes(name) === true;
