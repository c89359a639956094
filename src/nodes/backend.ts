import type { Prerequisite } from '../toolchain/prerequisite';
import type { Lab } from '../topology/lab';
import type { EngineSeries } from '../topology/topology';
import type { Run } from '../platform/run';
import type { Inventory } from './inventory';
import type { Text } from '../text/text';

/** What every backend is given. */
export interface BackendContext {
  readonly lab: Lab;
  /** Absolute path of the checkout; nodes remember to which one they belong. */
  readonly root: string;
  readonly run: Run;
  /** Asks the user; false where there is nobody to ask. */
  readonly confirm: (question: Text) => Promise<boolean>;
  /** The nodes that were brought up before. */
  readonly inventory: Inventory | undefined;
  /** What is being waited for, in words. */
  readonly progress: (text: Text) => void;
}

export interface UpOptions {
  /** Image of a node by engine series; used by backends that make nodes from images. */
  readonly nodeImage: (series: EngineSeries) => string;
  readonly offline: boolean;
}

export interface NodeStatus {
  readonly name: string;
  /** `unreachable`: it is there, or may be, and nobody can ask it. */
  readonly state: 'up' | 'down' | 'absent' | 'unreachable';
  /** One line for a person. */
  readonly detail: Text;
}

/** Something about a host that the lab needs, as it is. */
export type HostCheck = Prerequisite & { readonly kind: 'host' };

/** Where Docker hosts come from. */
export interface Backend {
  /** Makes the nodes or finds them, and waits until their engines answer. Running nodes stay as they are. */
  up(context: BackendContext, options: UpOptions): Promise<Inventory>;
  /**
   * Removes what `up` made. Does nothing where there is nothing.
   * @param force Without asking, and also where a host cannot be reached any more.
   */
  down(context: BackendContext, force: boolean): Promise<void>;
  status(context: BackendContext): Promise<NodeStatus[]>;
  /** Looks at hosts that are there already, or at what makes them; changes nothing. */
  examine?(context: BackendContext): Promise<HostCheck[]>;
}
