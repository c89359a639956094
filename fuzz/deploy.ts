import { LAB_LABEL } from '../checks/state';
import { DEFAULT_BRIDGE, type Container, type Lab } from '../model/lab';
import type { Inventory, InventoryNode } from '../nodes/inventory';
import type { Run } from '../system/run';
import { engineApi, type Ask } from './engine-api';
import { listenOn, type OpenPort } from './listen';
import { addPairs, removePairs } from './namespaces';
import { attachmentBody, attachmentsOf, containerBody, networkBody } from './requests';

/** What is the same for all topologies of a run. */
export interface Ground {
  readonly inventory: Inventory;
  readonly run: Run;
}

interface NodeAccess extends InventoryNode {
  readonly ask: Ask;
}

const accessTo = ({ inventory }: Ground): NodeAccess[] =>
  inventory.nodes.map((node) => ({ ...node, ask: engineApi(node.dockerHost) }));

/**
 * Makes a lab on running nodes, the nodes side by side. What an engine does is what it would do for Terraform; only
 * the way to it is shorter.
 *
 * @throws LabError where an engine refuses
 */
export async function deploy(lab: Lab, ground: Ground): Promise<void> {
  await Promise.all(
    accessTo(ground)
      .filter(({ name }) => lab.nodes.some((node) => node.name === name))
      .map(async (node) => {
        const pairs = lab.namespacePairs.filter((pair) => pair.node === node.name);
        const [pids] = await Promise.all([
          deployContainers(lab, node),
          addPairs(node, pairs, ground.run),
        ]);
        await listenOn(node, openPorts(lab, node.name, pids), ground.run);
      }),
  );
}

async function deployContainers(lab: Lab, { name, ask }: NodeAccess): Promise<Map<string, number>> {
  const ids = new Map<string, string>();
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
  const own = lab.containers.filter(({ node }) => node === name);
  const started = new Map<string, Promise<Inspected>>();
  const start = (container: Container): Promise<Inspected> => {
    const known = started.get(container.name) ?? startContainer(container);
    started.set(container.name, known);
    return known;
  };
  const startNamed = (wanted: string): Promise<Inspected> =>
    start(own.find((container) => container.name === wanted)!);
  const startContainer = async (container: Container): Promise<Inspected> => {
    const linked = new Map<string, string>();
    for (const link of container.links) {
      const { NetworkSettings } = await startNamed(link.container);
      linked.set(link.container, NetworkSettings.Networks[DEFAULT_BRIDGE]?.IPAddress ?? '');
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
    await ask('POST', `/containers/${Id}/start`);
    return (await ask('GET', `/containers/${Id}/json`)) as Inspected;
  };
  const all = await Promise.all(own.map(start));
  return new Map(own.map((container, index) => [container.name, all[index]!.State.Pid]));
}

interface Made {
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
function openPorts(lab: Lab, name: string, pids: ReadonlyMap<string, number>): OpenPort[] {
  const node = lab.nodes.find((one) => one.name === name);
  return [
    ...(node?.listens ?? []).map((listener) => ({
      listener,
      namespace: '-',
      isTaken: listener.port === SSH,
    })),
    ...lab.containers
      .filter((container) => container.node === name)
      .flatMap((container) =>
        container.listens.map((listener) => ({
          listener,
          namespace: `/proc/${pids.get(container.name) ?? 0}/ns/net`,
          isTaken: listener.page !== undefined,
        })),
      ),
  ];
}

/** Removes what `deploy` made, also what an aborted run left. */
export async function clean(ground: Ground): Promise<void> {
  await Promise.all(
    accessTo(ground).map(async (node) => {
      // First, because an open socket keeps its network namespace, and with it the interfaces.
      await Promise.all([listenOn(node, [], ground.run), removePairs(node, ground.run)]);
      const filters = encodeURIComponent(
        JSON.stringify({ label: [`${LAB_LABEL}=${ground.inventory.lab}`] }),
      );
      const containers = (await node.ask(
        'GET',
        `/containers/json?all=1&filters=${filters}`,
      )) as Made[];
      await Promise.all(
        containers.map(({ Id }) => node.ask('DELETE', `/containers/${Id}?force=1&v=1`)),
      );
      const networks = (await node.ask('GET', `/networks?filters=${filters}`)) as Made[];
      await Promise.all(networks.map(({ Id }) => node.ask('DELETE', `/networks/${Id}`)));
    }),
  );
}
