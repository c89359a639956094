import type { Lab, Service } from '../../src/topology/lab';
import { serviceOf, withServices } from '../support/services';
import type { Edit } from './edit';

const replace =
  (i: number, change: (service: Service, lab: Lab) => Service): Edit =>
  (lab) =>
    withServices(
      lab,
      lab.services.map((one, j) => (j === i % lab.services.length ? change(one, lab) : one)),
    );

const scale = (i: number): Edit =>
  replace(i, (one) => ({ ...one, replicas: (one.replicas % 3) + 1 }));

const otherMode = (i: number): Edit =>
  replace(i, (one) =>
    one.endpointMode === 'vip'
      ? { ...one, endpointMode: 'dnsrr', ports: [] }
      : { ...one, endpointMode: 'vip' },
  );

const joinAnother = (i: number): Edit =>
  replace(i, (one, { overlays }) => {
    const further = overlays.find(({ name }) => one.networks.every((on) => on.network !== name));
    if (further === undefined) return one;
    return { ...one, networks: [...one.networks, { network: further.name, chapter: '' }] };
  });

const leaveOne = (i: number): Edit =>
  replace(i, (one) =>
    one.networks.length < 2 ? one : { ...one, networks: one.networks.slice(1) },
  );

/** One port for each service at most. */
const publish = (i: number): Edit =>
  replace(i, (one, { services }) => {
    if (one.endpointMode === 'dnsrr' || one.ports.length > 0) return { ...one, ports: [] };
    const published = 7000 + services.indexOf(one);
    return { ...one, ports: [{ ip: '0.0.0.0', published, target: 80, protocol: 'tcp' }] };
  });

const otherTarget = (i: number): Edit =>
  replace(i, (one) => ({ ...one, ports: one.ports.map((port) => ({ ...port, target: 81 })) }));

const listen = (i: number): Edit =>
  replace(i, (one) => ({
    ...one,
    listens: one.listens.length > 0 ? [] : [{ port: 80, protocol: 'tcp' }],
  }));

const remove =
  (i: number): Edit =>
  (lab) =>
    withServices(
      lab,
      lab.services.filter((_, j) => j !== i % lab.services.length),
    );

const add =
  (i: number): Edit =>
  (lab) => {
    const [overlay] = lab.overlays;
    if (overlay === undefined || lab.services.some(({ name }) => name === 'anew')) return lab;
    const service = serviceOf('anew', {
      replicas: (i % 3) + 1,
      networks: [overlay.name],
      endpointMode: i % 2 === 0 ? 'vip' : 'dnsrr',
    });
    return withServices(lab, [...lab.services, service]);
  };

/** Changes of services. */
export const SERVICE_EDITS: readonly ((i: number) => Edit)[] = [
  scale,
  otherMode,
  joinAnother,
  leaveOne,
  publish,
  otherTarget,
  listen,
  remove,
  add,
];
