import { measureBy } from '../cli/running';
import type { InventoryNode } from '../nodes/inventory';
import { rootOfEngine } from '../nodes/running/access';
import { ROOT } from '../platform/config';
import type { Run } from '../platform/run';
import { dockerWords } from '../sources/engine/inspect';
import { countVerdicts, type CheckResult } from '../verdict/result';
import type { Ground } from './access';

/** Each node's engine as one of somebody else's: read, predicted by what is read, and measured. */
export async function checkForeign({ inventory, run }: Ground): Promise<CheckResult> {
  const all: CheckResult[] = [];
  for (const node of inventory.nodes) all.push(await checkOne(node, run));
  const verdicts = all.flatMap((one) => one.verdicts);
  return { ...all[0]!, verdicts, counts: countVerdicts(verdicts) };
}

async function checkOne({ dockerHost: host }: InventoryNode, run: Run): Promise<CheckResult> {
  const access = await rootOfEngine({ docker: dockerWords(host), isHere: false, run });
  const config = { claims: undefined, root: ROOT };
  return (await measureBy(access, { host, run, config, udp: true })).result;
}
