import type { Mending } from '../mend';
import type { StructureVerdict } from '../result';
import { LAB_LABEL, type NetworkState } from '../state';
import { claim } from './claim';

/** What every claim about a network says; `node` is the one that is asked. */
export const about = (chapter: string, name: string, node: string) => ({
  chapter,
  network: name,
  command: `./lab exec ${node} -- docker network inspect ${name}`,
});

export const exists = (
  said: ReturnType<typeof about>,
  subject: string,
  real: NetworkState | undefined,
  mending: Partial<Mending>,
): StructureVerdict =>
  claim({
    ...said,
    subject,
    expected: 'there',
    measured: real === undefined ? 'no such network' : 'there',
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
