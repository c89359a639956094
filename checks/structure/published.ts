import type { Lab } from '../../model/lab';
import type { Verdict } from '../result';
import type { States } from '../state';
import { claim, listed } from './claim';
import { running } from './pairs';
import { DEPLOY } from './repair';

/** Each container publishes the declared ports and no others. */
export const published = (lab: Lab, states: States): Verdict[] =>
  running(lab, states)
    .filter(
      ({ container, real }) =>
        container.listens.length + container.ports.length + real.bindings.length > 0,
    )
    .map(({ container: { chapter, name, node, ports }, real }) =>
      claim({
        chapter,
        to: name,
        subject: ports.length === 0 ? `${name} publishes nothing` : `${name} publishes its ports`,
        expected: listed(ports.map(binding)),
        measured: listed(real.bindings.map(binding)),
        command: `./lab exec ${node} -- docker port ${name}`,
        hint: `another ${name} was started in its place: remove it by hand, then ${DEPLOY}`,
      }),
    );

const binding = (port: {
  readonly ip: string;
  readonly published: number;
  readonly target: number;
  readonly protocol: string;
}): string => `${port.ip}:${port.published}->${port.target}/${port.protocol}`;
