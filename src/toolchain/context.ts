import type { EngineSeries } from '../topology/topology';
import type { Config } from '../platform/config';
import type { Run } from '../platform/run';
import type { Reporter } from './reporter';

/** Everything that the kit works with. */
export interface KitContext {
  readonly config: Config;
  readonly run: Run;
  readonly reporter: Reporter;
}

/** What makes something in the cache works with. */
export type Making = Pick<KitContext, 'config' | 'run'> & Partial<Pick<KitContext, 'reporter'>>;

/** What a lab needs from the kit. */
export interface KitRequest {
  /** Engine series of the nodes that the lab itself makes; empty for backends that find nodes. */
  readonly engines: readonly EngineSeries[];
  /** Image names as the topology has them. */
  readonly images: readonly string[];
  /** CIDR that the nodes' network is to have; undefined where the lab makes none. */
  readonly subnet?: string;
  /** Name of the lab, whose own network may have it. */
  readonly lab?: string;
}

/** An image that the machine's own engine has. */
export interface HostImage {
  /** The name that the topology has, such as `busybox:1.36`; nodes get the image under it. */
  readonly name: string;
  /** The name on the machine's engine; another one than `name` where it is a stand-in. */
  readonly reference: string;
  /** True where it was built from Debian packages in place of the real image. */
  readonly standIn: boolean;
}
