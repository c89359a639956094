import { z } from 'zod';
import { askFor, type Ask } from '../engine-api';
import { whileBusy } from './busy';

/** A node as a manager lists it. */
export interface Entry {
  readonly id: string;
  /** `ready`, `down`, `unknown` or `disconnected`. */
  readonly state: string;
  readonly address: string;
}

const listed = z.object({
  ID: z.string(),
  Status: z.object({ State: z.string(), Addr: z.string().optional() }),
});

export const entriesOf = (manager: Ask): Promise<Entry[]> =>
  whileBusy(async () =>
    (await askFor(z.array(listed), manager, '/nodes')).map(({ ID, Status }) => ({
      id: ID,
      state: Status.State,
      address: Status.Addr ?? '',
    })),
  );

/** Removes nodes from the manager's list, as `docker node rm` does. */
export async function removeNodes(manager: Ask, ids: readonly string[]): Promise<void> {
  for (const id of ids) await whileBusy(() => manager('DELETE', `/nodes/${id}?force=1`));
}
