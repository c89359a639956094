import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INTERPRETER } from '../observe/script';
import type { Listener } from '../topology/lab';
import type { InventoryNode } from '../nodes/inventory';
import { ROOT } from '../platform/config';
import { mustRun, type Run } from '../platform/run';
import { verbatim } from '../text/text';

/** A listener and the network namespace that it belongs to. */
export interface OpenPort {
  readonly listener: Listener;
  /** File of the namespace on the node; `-` is the node's own. */
  readonly namespace: string;
  /** It is opened by somebody else, who is waited for. */
  readonly isTaken: boolean;
}

const PROGRAM = ['src/observe/node/linux.pl', 'src/fuzz/node/listen.pl']
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('');

/**
 * Opens ports on a node and in its containers, in place of those that were open before: one process for all of them,
 * so that no image needs a server.
 *
 * @throws LabError where one cannot be opened
 */
export async function listenOn(
  { exec, name }: InventoryNode,
  ports: readonly OpenPort[],
  run: Run,
): Promise<void> {
  const lines = ports.map(({ listener: { port, protocol }, namespace, isTaken }) =>
    [isTaken ? 'wait' : 'open', namespace, protocol, port].join('\t'),
  );
  await mustRun([...exec, ...INTERPRETER], {
    what: verbatim(`ports cannot be opened on ${name}`),
    input: `${PROGRAM}${lines.map((line) => `${line}\n`).join('')}`,
    run,
  });
}
