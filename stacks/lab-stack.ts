import { createHash } from 'node:crypto';
import type { Container as DockerContainer } from '@cdktf/provider-docker/lib/container';
import type { Network as DockerNetwork } from '@cdktf/provider-docker/lib/network';
import { LocalBackend, TerraformStack, type TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import { addressRange } from '../src/topology/address-range';
import { linkEnd } from '../src/topology/links';
import { PROVIDER_VERSIONS } from '../src/platform/provider';
import { imagesOn } from '../src/topology/images';
import type {
  Container as LabContainer,
  Lab,
  Network as LabNetwork,
  Service as LabService,
} from '../src/topology/lab';
import type { NodeAccess } from './access';
import { arrivesAfter, overlaysOf, type Arrival } from './arrivals';
import { claimGroup, Claims, hasClaims } from './claims';
import { Container } from './container';
import { labCommand } from './lab-command';
import { Lan } from './lan';
import { areThere, Leftovers, NO_LEFTOVERS, type LeftoversProps } from './leftovers';
import { Link } from './link';
import { NamespacePairs } from './namespace-pairs';
import { addressOf } from './naming';
import { Network } from './network';
import { Node } from './node';
import { declaredFirst, isMadeBefore } from './order';
import { Overlay } from './overlay';
import { PostApplyCheck } from './post-apply-check';
import { Service } from './service';

/** The first with `terraform_data`. */
const TERRAFORM_VERSION = '>= 1.4.0';
const CHECKOUT = '../../..';
/** What is left over, as data, beside the stack; absolute, since Terraform is not told where it is called. */
const LEFTOVERS_FILE = '${abspath(path.module)}/leftovers.json';

export interface LabStackProps {
  readonly lab: Lab;
  /** One a node of the lab. */
  readonly access: readonly NodeAccess[];
  /** Topology file, relative to the checkout. */
  readonly topologyFile: string;
  /** Default: none. */
  readonly leftovers?: LeftoversProps;
}

/** The whole lab as one stack, named after its topology. */
export class LabStack extends TerraformStack {
  private readonly lab: Lab;
  private readonly nodes = new Map<string, Node>();
  private readonly networks = new Map<string, Map<string, DockerNetwork>>();
  private readonly overlays = new Map<string, DockerNetwork>();
  private readonly claims = new Map<string, TerraformResource>();
  private readonly arrivals: Arrival[] = [];
  private readonly containers = new Map<string, DockerContainer>();

  constructor(scope: Construct, props: LabStackProps) {
    const { lab, access, topologyFile, leftovers = NO_LEFTOVERS } = props;
    super(scope, lab.name);
    this.lab = lab;
    // Relative to the stack's folder, so that a moved checkout keeps its state.
    new LocalBackend(this, { path: `${CHECKOUT}/.lab/${lab.name}/terraform.tfstate` });
    const first = areThere(leftovers)
      ? [new Leftovers(this, leftovers, removal(topologyFile)).resource]
      : [];
    const pairs = access.map((node) => this.addNode(node));
    for (const network of declaredFirst(lab.networks)) this.network(network);
    for (const network of lab.lans ?? []) {
      const { resource } = new Lan(this, {
        lab: lab.name,
        network,
        node: this.nodeNamed(network.node),
        after: [this.claimsOn(network.node)],
      });
      this.networksOf(network.node).set(network.name, resource);
    }
    for (const overlay of lab.overlays) {
      const manager = lab.swarm[0] ?? '';
      const { resource } = new Overlay(this, {
        lab: lab.name,
        overlay,
        range: addressRange(lab, overlay),
        manager: this.nodeNamed(manager),
        after: [this.claimsOn(manager)],
      });
      this.overlays.set(overlay.name, resource);
    }
    for (const container of lab.containers)
      if (container.service === undefined) this.container(container);
    const services = lab.services.map((service) => this.service(service));
    // The generated binding pins 3.6.2; its schema fits 4.x.
    this.addOverride('terraform.required_providers.docker.version', PROVIDER_VERSIONS);
    this.addOverride('terraform.required_version', TERRAFORM_VERSION);

    const resources = [
      ...[...this.networks.values()].flatMap((all) => [...all.values()]),
      ...this.overlays.values(),
      ...this.containers.values(),
      ...pairs.map((pair) => pair.resource),
      ...services,
    ];
    for (const before of first.map(addressOf))
      for (const resource of resources)
        resource.dependsOn = [...(resource.dependsOn ?? []), before];
    new PostApplyCheck(this, {
      triggers: {
        ...Object.fromEntries(
          [...resources, ...first].map(addressOf).map((name) => [name, `\${${name}.id}`]),
        ),
        topology: digest(lab),
      },
      dependsOn: resources,
      checkout: CHECKOUT,
      topologyFile,
    });
  }

  private addNode(access: NodeAccess): NamespacePairs {
    const node = this.lab.nodes.find(({ name }) => name === access.name);
    if (node === undefined) throw new Error(`no node ${access.name} in ${this.lab.name}`);
    const images = imagesOn(this.lab, node.name);
    this.nodes.set(node.name, new Node(this, { node, access, images }));
    const pairs = this.lab.namespacePairs.filter((pair) => pair.node === node.name);
    return new NamespacePairs(this, { lab: this.lab.name, access, pairs });
  }

  private network(network: LabNetwork): void {
    const { node } = network;
    const known = this.networksOf(node);
    const host = this.lab.nodes.find(({ name }) => name === node)!;
    const first = this.lab.networks.filter((other) => isMadeBefore(other, network, host));
    const { resource } = new Network(this, {
      lab: this.lab.name,
      network,
      range: addressRange(this.lab, network),
      node: this.nodeNamed(node),
      after: [this.claimsOn(node), ...first.map(({ name }) => known.get(name)!)],
    });
    known.set(network.name, resource);
  }

  private claimsOn(node: string): TerraformResource {
    const group = claimGroup(this.lab, node);
    const known = this.claims.get(group) ?? new Claims(this, this.lab, group).resource;
    this.claims.set(group, known);
    return known;
  }

  private container(container: LabContainer): DockerContainer {
    const known = this.containers.get(container.name);
    if (known !== undefined) return known;
    const node = this.nodeNamed(container.node);
    const links = container.links.map((link) => {
      const end = linkEnd(this.lab, container, link);
      if (end === undefined) throw new Error(`${container.name}: a link that leads nowhere`);
      const target = this.named(end.target.name);
      return new Link(this, { source: container.name, link, end, target, node });
    });
    const { networking } = container;
    const overlays = overlaysOf(container, this.lab);
    const arrival = arrivesAfter(container.node, overlays, this.arrivals);
    const { resource } = new Container(this, {
      lab: this.lab.name,
      container,
      node,
      networks: new Map([...this.overlays, ...this.networksOf(container.node)]),
      links,
      after: [
        ...(hasClaims(container) ? [this.claimsOn(container.node)] : []),
        ...(arrival === undefined ? [] : [arrival]),
      ],
      ...(networking.mode === 'container' ? { shared: this.named(networking.container) } : {}),
    });
    for (const overlay of overlays)
      this.arrive({ node: container.node, overlay, container: resource });
    this.containers.set(container.name, resource);
    return resource;
  }

  private service(service: LabService): TerraformResource {
    const swarm = this.lab.swarm.map((name) => this.nodeNamed(name));
    const overlays = service.networks.map(({ network }) => network);
    // Two engines to which an overlay comes at the same time wait for each other.
    const arrived = this.arrivals.filter(({ overlay }) => overlays.includes(overlay));
    return new Service(this, {
      lab: this.lab.name,
      service,
      manager: this.nodeNamed(this.lab.swarm[0] ?? ''),
      overlays: this.overlays,
      after: [
        this.claimsOn(this.lab.swarm[0] ?? ''),
        ...swarm.map((node) => node.imageResource(service.image)),
        ...arrived.map(({ container }) => container),
      ],
    }).resource;
  }

  private arrive(arrival: Arrival): void {
    const { node, overlay } = arrival;
    const known = this.arrivals.some((one) => one.node === node && one.overlay === overlay);
    if (!known) this.arrivals.push(arrival);
  }

  /** Targets of links and of shared stacks come first; validation has ruled out cycles. */
  private named(name: string): DockerContainer {
    const container = this.lab.containers.find((candidate) => candidate.name === name);
    if (container === undefined) throw new Error(`no container ${name} in ${this.lab.name}`);
    return this.container(container);
  }

  private nodeNamed(name: string): Node {
    const node = this.nodes.get(name);
    if (node === undefined) throw new Error(`no access to node ${name}`);
    return node;
  }

  private networksOf(node: string): Map<string, DockerNetwork> {
    const known = this.networks.get(node) ?? new Map<string, DockerNetwork>();
    this.networks.set(node, known);
    return known;
  }
}

const removal = (topologyFile: string) =>
  labCommand({ checkout: CHECKOUT, topologyFile }, 'remove-leftovers', LEFTOVERS_FILE);

/** Changes with everything that the expectations are made of. */
const digest = (lab: Lab): string => createHash('sha256').update(JSON.stringify(lab)).digest('hex');
