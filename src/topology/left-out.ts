import type { Hosts } from './hosts';
import type { Lab } from './lab';
import { suggest } from './suggest';
import { type Text, phrase } from '../text/text';

/** Address of a further host that nobody named; it is in no lab. */
export const NO_ADDRESS = '0.0.0.0';

/** The lab without the further hosts that nobody named, and without what is on them. */
export function leaveOut(lab: Lab, hosts: Hosts): Lab {
  const absent = lab.nodes.filter(({ apart, address }) => apart && address === NO_ADDRESS);
  if (absent.length === 0) return lab;
  const names = new Set(absent.map(({ name }) => name));
  const stays = ({ node }: { readonly node: string }): boolean => !names.has(node);
  return {
    ...lab,
    nodes: lab.nodes.filter(({ name }) => !names.has(name)),
    leftOut: absent.map(({ name, chapter }) => ({
      host: name,
      chapter,
      containers: lab.containers
        .filter(({ node }) => node === name)
        .map((container) => container.name),
      why: why(name, hosts),
    })),
    networks: lab.networks.filter(stays),
    containers: lab.containers.filter(stays),
    namespacePairs: lab.namespacePairs.filter(stays),
  };
}

function why(name: string, { file, nodes }: Hosts): Text {
  const known = Object.keys(nodes);
  if (known.includes(name))
    return phrase('{file} gives the host {name} no address', { file, name });
  return known.length === 0
    ? phrase('{file} names no host {name}', { file, name })
    : phrase('{file} names no host {name} ({others})', {
        file,
        name,
        others: suggest(name, known),
      });
}
