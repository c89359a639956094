import type { Lab, Lan } from '../../topology/lab';
import { LabError } from '../../platform/errors';
import type { Run } from '../../platform/run';
import type { InventoryNode } from '../inventory';
import { asText, phrase } from '../../text/text';

/**
 * Tries what the engine will ask of the kernel, in a network namespace that ends with it. Asking also loads the module
 * where there is one. The addresses are of a range for documentation, and the key is no secret.
 */
const TRY = `
PATH=$PATH:/usr/sbin:/sbin
command -v ip >/dev/null || exit 1
ip link add lab type vxlan id 1 dstport 4789 2>/dev/null && echo vxlan
ip xfrm state add src 192.0.2.1 dst 192.0.2.2 proto esp spi 1 mode transport \
  aead 'rfc4106(gcm(aes))' 0x0000000000000000000000000000000000000000 64 2>/dev/null && echo esp
{ genl ctrl get name IPVS || { modprobe ip_vs; test -e /proc/net/ip_vs; }; } >/dev/null 2>&1 && echo ipvs
ip link add labv type veth 2>/dev/null && {
  for kind in macvlan ipvlan; do
    ip link add "lab$kind" link labv type "$kind" 2>/dev/null && echo "$kind" && ip link delete "lab$kind"
  done
}
ip link add labd type dummy 2>/dev/null && echo dummy
echo end`;

/** The same of networks on interfaces, of all nodes. @throws LabError */
export async function refuseLanKernels(
  { lans = [] }: Lab,
  nodes: readonly InventoryNode[],
  run: Run,
): Promise<void> {
  for (const node of nodes.filter(({ name }) => lans.some((lan) => lan.node === name)))
    refuseLans(
      node.name,
      lans.filter((lan) => lan.node === node.name),
      await featuresOf(node, run),
    );
}

/** Networks on an interface need its driver, and without a parent a dummy device. @throws LabError */
function refuseLans(node: string, lans: readonly Lan[], has: readonly string[]): void {
  for (const { name, driver, parent } of lans) {
    const missing = [driver, ...(parent === undefined ? ['dummy'] : [])].find(
      (module) => !has.includes(module),
    );
    if (missing === undefined) continue;
    throw new LabError(
      phrase('the kernel of {node} has no {module}, which the network {name} needs', {
        node,
        module: missing,
        name,
      }),
      {
        where: phrase('node {name}', { name: node }),
        why: phrase('a network of the driver {driver} is made of such interfaces', { driver }),
        next: phrase('modprobe {module} on the machine whose kernel it is, or leave {name} out', {
          module: missing,
          name,
        }),
      },
    );
  }
}

/** The nodes' kernels must have what carries the overlay networks, and what services need. @throws LabError */
export async function refuseKernels(
  lab: Lab,
  nodes: readonly InventoryNode[],
  run: Run,
): Promise<void> {
  if (lab.overlays.length === 0) return;
  const found = await Promise.all(nodes.map((node) => featuresOf(node, run)));
  // A single node sends nothing to another.
  const encrypted =
    nodes.length > 1 ? lab.overlays.find((overlay) => overlay.encrypted) : undefined;
  const balanced = [...lab.services]
    .sort((a, b) => b.ports.length - a.ports.length)
    .find(({ endpointMode }) => endpointMode === 'vip');
  nodes.forEach(({ name }, index) => {
    const has = found[index] ?? [];
    if (!has.includes('vxlan')) {
      throw new LabError(phrase('the kernel of {node} has no VXLAN', { node: name }), {
        where: phrase('node {name}', { name }),
        why: phrase('overlay networks are carried in it from node to node'),
        next: phrase(
          'modprobe vxlan on the machine whose kernel it is, or leave the overlay networks out',
        ),
      });
    }
    if (balanced !== undefined && !has.includes('ipvs')) {
      throw new LabError(
        phrase('the kernel of {node} has no IP_VS, which the service {name} needs', {
          node: name,
          name: balanced.name,
        }),
        {
          where: phrase('node {name}', { name }),
          ...(balanced.ports.length > 0
            ? {
                why: phrase(
                  'the routing mesh and the virtual address of a service are IP_VS: the engine would start the replicas all the same, and nothing would answer at its ports',
                ),
                next: phrase(
                  'modprobe ip_vs on the machine whose kernel it is, or write endpointMode: "dnsrr" and no ports for {name}',
                  { name: balanced.name },
                ),
              }
            : {
                why: phrase(
                  'the virtual address of a service is IP_VS: the engine would start the replicas all the same, and nothing would answer at its name',
                ),
                next: phrase(
                  'modprobe ip_vs on the machine whose kernel it is, or write endpointMode: "dnsrr" for {name}',
                  { name: balanced.name },
                ),
              }),
        },
      );
    }
    if (encrypted !== undefined && !has.includes('esp')) {
      throw new LabError(
        phrase('the kernel of {node} cannot encrypt the overlay network {network}', {
          node: name,
          network: encrypted.name,
        }),
        {
          where: phrase('node {name}', { name }),
          why: phrase(
            'it has no IPsec ESP: the engine would make the network all the same, and nothing would pass between the nodes',
          ),
          next: phrase(
            'leave encrypted out of {network}, or modprobe esp4 on the machine whose kernel it is',
            { network: encrypted.name },
          ),
        },
      );
    }
  });
}

async function featuresOf({ name, exec }: InventoryNode, run: Run): Promise<string[]> {
  const argv = [...exec, 'unshare', '--net', 'sh', '-c', TRY];
  const { stdout, failure } = await run(argv, { timeout: 30_000 });
  const features = stdout.split('\n').map((line) => line.trim());
  if (features.includes('end')) return features;
  throw new LabError(
    phrase('what the kernel of {node} has cannot be examined', { node: name }),
    {
      where: phrase('node {name}', { name }),
      why: asText(failure ?? phrase('there is no ip command')),
      next: phrase('install iproute2 and util-linux there'),
    },
    3,
  );
}
