import type { EndpointId, Protocol } from './endpoint';
import { type Text, phrase } from '../text/text';

/** What must hold whatever the topology says, as a person writes it: `never: outside -> db`. */
export interface Claim extends Arrow {
  readonly text: string;
  readonly kind: 'never' | 'always';
  /** Edges that are let through, though `never` speaks of them. */
  readonly but: readonly Arrow[];
}

/** From whom to whom, on any port or on one. */
export interface Arrow {
  readonly from: Party;
  readonly to: Party;
  readonly port?: AskedPort;
}

interface AskedPort {
  readonly port: number;
  readonly protocol: Protocol;
}

/** Who is meant: everybody, everybody on a network, or one by name (a service is all its containers). */
export type Party =
  | { readonly kind: 'all' }
  | { readonly kind: 'network'; readonly network: string }
  | { readonly kind: 'endpoint'; readonly name: EndpointId };

export type ReadClaim =
  { readonly ok: true; readonly claim: Claim } | { readonly ok: false; readonly why: Text };

const FORM = 'never|always: FROM -> TO[:PORT[/udp]] [but FROM -> TO[:PORT], …]';

/** Reads `never: front/* -> back/* but web -> db:5432`. */
export function readClaim(text: string): ReadClaim {
  const match = /^\s*(never|always)\s*:\s*(.+?)\s*$/.exec(text);
  if (match === null)
    return { ok: false, why: phrase('it is not of the form {form}', { form: FORM }) };
  const [, kind, rest = ''] = match;
  const [head = '', tail] = rest.split(/\s+but\s+/);
  const main = readArrow(head);
  const but = (tail ?? '')
    .split(',')
    .filter((part) => part.trim() !== '')
    .map(readArrow);
  if (main === undefined || but.includes(undefined)) {
    return { ok: false, why: phrase('it is not of the form {form}', { form: FORM }) };
  }
  if (kind === 'always' && but.length > 0)
    return { ok: false, why: phrase('only never has exceptions') };
  if (kind === 'always' && (main.to.kind !== 'endpoint' || main.from.kind === 'all')) {
    return { ok: false, why: phrase('always names whom it asks for') };
  }
  return {
    ok: true,
    claim: {
      ...main,
      text: text.trim(),
      kind: kind as Claim['kind'],
      but: but.filter((one) => one !== undefined),
    },
  };
}

function readArrow(text: string): Arrow | undefined {
  const [from, to, ...more] = text.split('->').map((part) => part.trim());
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  const at = /^(.+?)(?::(\d{1,5})(?:\/(tcp|udp))?)?$/.exec(to);
  const [sender, target] = [readParty(from), readParty(at?.[1] ?? '')];
  if (sender === undefined || target === undefined) return undefined;
  if (at?.[2] === undefined) return { from: sender, to: target };
  const protocol: Protocol = at[3] === 'udp' ? 'udp' : 'tcp';
  return { from: sender, to: target, port: { port: Number(at[2]), protocol } };
}

function readParty(text: string): Party | undefined {
  if (text === '*') return { kind: 'all' };
  const network = /^([\w.-]+)\/\*$/.exec(text)?.[1];
  if (network !== undefined) return { kind: 'network', network };
  return /^[\w.-]+$/.test(text) ? { kind: 'endpoint', name: text } : undefined;
}
