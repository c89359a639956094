import { DEFAULT_BRIDGE, type Container, type Lab } from '../topology/lab';
import { linkEnd, linkNames } from '../topology/links';
import { accessTo, type Ground, type NodeAccess } from './access';
import { listenOn, type OpenPort } from './listen';
import { addPairs } from './namespaces';
import { attachmentBody, attachmentsOf, containerBody, networkBody, overlayBody } from './requests';
import { deployServices, type Running } from './tasks';

/**
 * Makes a lab on running nodes, the nodes side by side. What an engine does is what it would do for Terraform; only
 * the way to it is shorter.
 *
 * @throws LabError where an engine refuses
 */
export async function deploy(lab: Lab, ground: Ground): Promise<void> {
  const access = accessTo(ground);
  const overlays = await deployOverlays(lab, access);
  const own = access.filter(({ name }) => lab.nodes.some((node) => node.name === name));
  const containers = await Promise.all(
    own.map(async (node) => {
      const pairs = lab.namespacePairs.filter((pair) => pair.node === node.name);
      const [running] = await Promise.all([
        deployContainers(lab, node, overlays),
        addPairs(node, pairs, ground.run),
      ]);
      return running;
    }),
  );
  const replicas = await deployServices(lab, own, overlays);
  const running = new Map([...containers, replicas].flatMap((some) => [...some]));
  await Promise.all(
    own.map((node) => listenOn(node, openPorts(lab, node.name, running), ground.run)),
  );
}

async function deployOverlays(lab: Lab, access: readonly NodeAccess[]) {
  const manager = access.find(({ name }) => name === lab.swarm[0]);
  const ids = new Map<string, string>();
  for (const overlay of lab.overlays) {
    const body = overlayBody(lab.name, overlay);
    const made = (await manager?.ask('POST', '/networks/create', body)) as Made;
    ids.set(overlay.name, made.Id);
  }
  return ids;
}

async function deployContainers(
  lab: Lab,
  { name, ask }: NodeAccess,
  overlays: ReadonlyMap<string, string>,
): Promise<Map<string, Running>> {
  const ids = new Map(overlays);
  await Promise.all(
    lab.networks
      .filter(({ node }) => node === name)
      .map(async (network) => {
        const { Id } = (await ask(
          'POST',
          '/networks/create',
          networkBody(lab.name, network),
        )) as Made;
        ids.set(network.name, Id);
      }),
  );
  const own = lab.containers.filter(({ node, service }) => node === name && service === undefined);
  const started = new Map<string, Promise<Inspected>>();
  let arrival: Promise<unknown> = Promise.resolve();
  const start = (container: Container): Promise<Inspected> => {
    const known = started.get(container.name) ?? startContainer(container);
    started.set(container.name, known);
    return known;
  };
  const startNamed = (wanted: string): Promise<Inspected> =>
    start(own.find((container) => container.name === wanted)!);
  const startContainer = async (container: Container): Promise<Inspected> => {
    const linked: [string, string][] = [];
    for (const link of container.links) {
      const end = linkEnd(lab, container, link);
      if (end === undefined) continue;
      const { NetworkSettings } = await startNamed(end.target.name);
      const address = NetworkSettings.Networks[end.network]?.IPAddress ?? '';
      linked.push(...linkNames(link, end).map((name): [string, string] => [name, address]));
    }
    if (container.networking.mode === 'container') await startNamed(container.networking.container);
    const query = `/containers/create?name=${container.name}`;
    const { Id } = (await ask('POST', query, containerBody(lab.name, container, linked))) as Made;
    const attachments = attachmentsOf(container);
    // In the order of Terraform's provider: off the default bridge, then onto each network.
    if (attachments.length > 0) {
      await ask('POST', `/networks/${DEFAULT_BRIDGE}/disconnect`, { Container: Id, Force: false });
    }
    for (const attachment of attachments) {
      const network = ids.get(attachment.network) ?? attachment.network;
      await ask('POST', `/networks/${network}/connect`, attachmentBody(Id, attachment));
    }
    const starting = (): Promise<unknown> => ask('POST', `/containers/${Id}/start`);
    // One after another on a node, as the stacks do: see `arrivesAfter`.
    const isOnOverlay = attachments.some(({ network }) => overlays.has(network));
    if (isOnOverlay) await (arrival = arrival.then(starting));
    else await starting();
    return (await ask('GET', `/containers/${Id}/json`)) as Inspected;
  };
  const all = await Promise.all(own.map(start));
  return new Map(
    own.map((container, index) => [container.name, { node: name, pid: all[index]!.State.Pid }]),
  );
}

export interface Made {
  readonly Id: string;
}

interface Inspected {
  readonly State: { readonly Pid: number };
  readonly NetworkSettings: {
    readonly Networks: Readonly<Record<string, { readonly IPAddress: string } | undefined>>;
  };
}

/** sshd's, which is there on every node, declared or not. */
const SSH = 22;

/** The ports of a node and of its containers. One that serves a page is open by the container's own program. */
function openPorts(lab: Lab, name: string, running: ReadonlyMap<string, Running>): OpenPort[] {
  const node = lab.nodes.find((one) => one.name === name);
  return [
    ...(node?.listens ?? []).map((listener) => ({
      listener,
      namespace: '-',
      isTaken: listener.port === SSH,
    })),
    ...lab.containers
      .filter((container) => running.get(container.name)?.node === name)
      .flatMap((container) =>
        container.listens.map((listener) => ({
          listener,
          namespace: `/proc/${running.get(container.name)?.pid ?? 0}/ns/net`,
          isTaken: listener.page !== undefined,
        })),
      ),
  ];
}
