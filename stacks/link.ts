import { Construct } from 'constructs';
import type { Container as DockerContainer } from '@cdktf/provider-docker/lib/container';
import type { Link as LabLink } from '../model/lab';
import { constructId } from './naming';
import type { Node } from './node';

export interface LinkProps {
  /** The container that gets the name. */
  readonly source: string;
  readonly link: LabLink;
  readonly target: DockerContainer;
  readonly node: Node;
}

/**
 * What Docker's `--link target:alias` gave: a line in the linking container's /etc/hosts and the
 * variable `ALIAS_NAME`. The provider has no links since 3.0, and the engine drops them with 30.0.
 */
export class Link extends Construct {
  readonly host: { readonly host: string; readonly ip: string };
  readonly environment: string;

  constructor(scope: Construct, { source, link, target, node }: LinkProps) {
    super(scope, constructId('link', source, link.alias));
    // The target's own network_data is empty while it is stopped, and then one apply cannot heal both.
    const bridge = node.defaultBridge(constructId('bridge', source, link.alias), [target]);
    this.host = {
      host: link.alias,
      ip: `\${one([for c in ${bridge.fqn}.containers : split("/", c.ipv4_address)[0] if c.name == ${JSON.stringify(link.container)}])}`,
    };
    this.environment = `${variableName(link.alias)}_NAME=/${source}/${link.alias}`;
  }
}

const variableName = (alias: string): string => alias.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_');
