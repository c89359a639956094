import { LAB_LABEL } from '../../topology/lab';
import type { Mending } from '../mend';
import type { StructureVerdict } from '../result';
import type { NetworkState } from '../../observe/state';
import { judge } from './judge';

/** What every statement about a network says; `node` is the one that is asked. */
export const about = (chapter: string, name: string, node: string) => ({
  chapter,
  network: name,
  command: `./lab exec ${node} -- docker network inspect ${name}`,
});

/** @param node undefined where it is the swarm's */
export const exists = (
  said: ReturnType<typeof about>,
  node: string | undefined,
  real: NetworkState | undefined,
  mending: Partial<Mending>,
): StructureVerdict =>
  judge({
    ...said,
    statement: {
      kind: 'network-exists',
      network: said.network,
      ...(node === undefined ? {} : { node }),
    },
    wanted: [{ fact: 'there' }],
    found: [{ fact: real === undefined ? 'no-such-network' : 'there' }],
    ...mending,
  });

/** The lab whose it is, and its range where one is declared: of any driver. */
export const wantedOf = (
  lab: string,
  { subnet, gateway }: { readonly subnet?: string; readonly gateway?: string },
): string[] => [
  `lab ${lab}`,
  ...(subnet === undefined ? [] : [`subnet ${subnet}`, `gateway ${gateway}`]),
];

export const foundOf = ({ subnet }: { readonly subnet?: string }, real: NetworkState): string[] => [
  `lab ${real.labels[LAB_LABEL] ?? 'none'}`,
  ...(subnet === undefined ? [] : [`subnet ${real.subnet}`, `gateway ${real.gateway}`]),
];
