import { request } from 'node:http';
import { run as systemRun, type Run } from '../platform/run';
import type { InventoryNode } from './inventory';
import { open } from './ssh/connection';

/** `refused`: nothing listens at the engine's socket. `silent`: something takes the question and says nothing. */
export type Reach = 'answers' | 'refused' | 'silent';

/** Milliseconds in which an engine that is up answers, however busy its machine is. */
const PATIENCE = 5_000;

/**
 * Whether a node's engine answers. The connection of a host that is reached by ssh is opened again where it has ended.
 * It takes no longer than `patience` (ms), whatever hangs.
 */
export async function reach(
  node: InventoryNode,
  run: Run = systemRun,
  patience = PATIENCE,
): Promise<Reach> {
  const path = /^unix:\/\/(.+)$/.exec(node.dockerHost)?.[1];
  if (path === undefined) return 'answers';
  const end = Date.now() + patience;
  const first = await ping(path, patience);
  // What was opened is there and hangs: ssh itself ends it in a while.
  if (first !== 'refused' || node.ssh === undefined) return first;
  const left = (): number => Math.max(1, end - Date.now());
  const failure = await open({ ...node.ssh, socket: path }, run, left());
  return failure === undefined ? ping(path, left()) : first;
}

const ping = (socketPath: string, milliseconds: number): Promise<Reach> =>
  new Promise((resolve) => {
    const asked = request({ socketPath, path: '/_ping', agent: false });
    const end = (found: Reach): void => {
      clearTimeout(timer);
      asked.destroy();
      resolve(found);
    };
    // While cdktf is loaded the time passes without a look at the socket: an answer that is there counts first.
    const timer = setTimeout(() => setImmediate(() => end('silent')), milliseconds);
    asked.once('response', () => end('answers'));
    asked.once('error', () => end('refused'));
    asked.end();
  });
