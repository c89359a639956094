import { CDKTF, LAB, type Ground } from './ground';
import { succeed } from './heal';
import type { Variant } from './topology';

type VerbName =
  | 'up from nothing'
  | 'up with a change'
  | 'cdktf deploy'
  | 'cdktf destroy'
  | 'repair'
  | 'nodes up'
  | 'down';

/** A command that changes something, and what must stand before it. */
export interface Verb {
  readonly name: VerbName;
  /** The variant of the topology that the command runs with, from the one that stands. */
  readonly variant: (standing: Variant) => Variant;
  readonly before: (ground: Ground, standing: Variant, isUp: boolean) => Promise<void>;
  readonly argv: readonly string[];
  /** Whether the lab is up after it, where nothing struck it. */
  readonly leavesUp?: true;
  /** Whether its nodes stand whenever it is struck, so that a bare cdktf can heal, too. */
  readonly keepsNodes?: true;
  /** What was broken by hand before it, and is still where it was struck early, only it mends. */
  readonly again?: true;
}

const same = (standing: Variant): Variant => standing;
const other = (standing: Variant): Variant => (standing === 'a' ? 'b' : 'a');

const absent = async (ground: Ground, standing: Variant): Promise<void> =>
  succeed('down', await ground.lab(standing, 'down', '--force'));
const up = async (ground: Ground, standing: Variant, isUp: boolean): Promise<void> => {
  if (!isUp) succeed('up', await ground.lab(standing, 'up'));
};

/** Something that only a replacement mends. */
async function broken(ground: Ground, standing: Variant, isUp: boolean): Promise<void> {
  await up(ground, standing, isUp);
  const node = `${ground.place.lab}-node1`;
  succeed('disconnect', await ground.docker(node, 'network', 'disconnect', 'shop', 'front'));
}

export const DEPLOY = [...CDKTF, 'deploy', '--auto-approve'] as const;
const REPAIR = [LAB, 'repair', '--yes'] as const;
const DESTROY = [...CDKTF, 'destroy', '--auto-approve'] as const;
const stays = { leavesUp: true, keepsNodes: true } as const;

export const VERBS: readonly Verb[] = [
  { name: 'up from nothing', variant: same, before: absent, argv: [LAB, 'up'], leavesUp: true },
  { name: 'up with a change', variant: other, before: up, argv: [LAB, 'up'], ...stays },
  { name: 'cdktf deploy', variant: other, before: up, argv: DEPLOY, ...stays },
  { name: 'cdktf destroy', variant: same, before: up, argv: DESTROY, keepsNodes: true },
  { name: 'repair', variant: same, before: broken, argv: REPAIR, ...stays, again: true },
  { name: 'nodes up', variant: same, before: absent, argv: [LAB, 'nodes', 'up'] },
  { name: 'down', variant: same, before: up, argv: [LAB, 'down'] },
];
