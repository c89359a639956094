import { DataDockerNetwork } from '@cdktf/provider-docker/lib/data-docker-network';
import { Image } from '@cdktf/provider-docker/lib/image';
import { DockerProvider } from '@cdktf/provider-docker/lib/provider';
import { TerraformVariable, type TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import type { LabNode } from '../src/topology/lab';
import type { NodeAccess } from './access';
import { constructId, nameReadably } from './naming';

export interface NodeProps {
  readonly node: LabNode;
  readonly access: NodeAccess;
  /** Image references that containers of this node use. */
  readonly images: readonly string[];
}

/** A Docker host: its aliased provider and the images that its containers use. */
export class Node extends Construct {
  readonly provider: DockerProvider;
  private readonly images: ReadonlyMap<string, Image>;
  private readonly name: string;

  constructor(scope: Construct, { node, access, images }: NodeProps) {
    super(scope, constructId('node', node.name));
    this.name = node.name;
    // A variable, because its validation speaks before the provider tries to connect.
    const host = new TerraformVariable(this, 'docker-host', {
      type: 'string',
      description: `Docker host of ${node.name}, from the inventory`,
      default: access.dockerHost ?? '',
    });
    nameReadably(host, `docker_host_${node.name}`);
    host.addValidation({
      condition: `\${${host.fqn} != ""}`,
      errorMessage: `Node ${node.name} is not up: run "./lab nodes up", then this command again.`,
    });
    this.provider = new DockerProvider(this, 'docker', {
      alias: node.name,
      host: host.stringValue,
      ...(access.sshOptions.length === 0 ? {} : { sshOpts: [...access.sshOptions] }),
    });
    this.images = new Map(images.map((name) => [name, this.image(name)]));
  }

  private image(name: string): Image {
    const image = new Image(this, constructId('image', name.replaceAll('/', '%')), {
      provider: this.provider,
      name,
      keepLocally: true,
    });
    nameReadably(image, `${this.name}_${name.replaceAll(/[^\w-]/g, '_')}`);
    return image;
  }

  /** The id of an image on this node, for a container's `image`. */
  imageId(name: string): string {
    return this.imageResource(name).imageId;
  }

  imageResource(name: string): Image {
    const image = this.images.get(name);
    if (image === undefined) throw new Error(`${this.name}: image ${name} was not declared`);
    return image;
  }

  /** A network as it is once `dependsOn` stands. */
  networkAsItIs(
    id: string,
    name: string,
    dependsOn: readonly TerraformResource[],
  ): DataDockerNetwork {
    return new DataDockerNetwork(this, id, {
      provider: this.provider,
      name,
      dependsOn: [...dependsOn],
    });
  }
}
