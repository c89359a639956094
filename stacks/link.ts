import { Construct } from 'constructs';
import type { Container as DockerContainer } from '@cdktf/provider-docker/lib/container';
import type { Link as LabLink } from '../src/topology/lab';
import { linkNames, type LinkEnd } from '../src/topology/links';
import { constructId } from './naming';
import type { Node } from './node';

export interface LinkProps {
  /** The container that gets the names. */
  readonly source: string;
  readonly link: LabLink;
  readonly end: LinkEnd;
  readonly target: DockerContainer;
  readonly node: Node;
}

/**
 * What Docker's `--link target:alias` gave: lines in the linking container's /etc/hosts and the variable `ALIAS_NAME`.
 * The provider has no links since 3.0, and the engine drops them with 30.0.
 */
export class Link extends Construct {
  readonly hosts: readonly { readonly host: string; readonly ip: string }[];
  readonly environment: string;

  constructor(scope: Construct, { source, link, end, target, node }: LinkProps) {
    // Two links may have one alias.
    super(scope, constructId('link', source, link.alias, link.container));
    const id = constructId('bridge', source, link.alias, link.container);
    // The target's own network_data is empty while it is stopped, and then one apply cannot heal both.
    const network = node.networkAsItIs(id, end.network, [target]);
    const ip = `\${one([for c in ${network.fqn}.containers : split("/", c.ipv4_address)[0] if c.name == ${JSON.stringify(end.target.name)}])}`;
    this.hosts = linkNames(link, end).map((host) => ({ host, ip }));
    this.environment = `${variableName(link.alias)}_NAME=/${source}/${link.alias}`;
  }
}

const variableName = (alias: string): string => alias.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_');
