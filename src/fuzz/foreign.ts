import { checkRunning } from '../verdict/running';
import { countVerdicts, type CheckResult } from '../verdict/result';
import { rootOfEngine } from '../nodes/running/access';
import type { InventoryNode } from '../nodes/inventory';
import { engineSource } from '../sources/engine';
import { filesBy } from '../sources/engine/files';
import { dockerWords } from '../sources/engine/inspect';
import { labOf } from '../sources/load';
import type { Run } from '../platform/run';
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
  try {
    const files = filesBy([...access.exec, 'sh', '-s'], run);
    const source = await engineSource({ host, run, files });
    const { result } = await checkRunning({
      ...{ lab: labOf(source), exec: access.exec, run, udp: true },
      ...{ facts: source.facts!, pids: source.pids!, own: source.own! },
    });
    return result;
  } finally {
    await access.close();
  }
}
