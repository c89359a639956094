import { place } from '../../src/observe/place';
import { runCheck } from '../../src/verdict/check';
import { parseFacts } from '../../src/observe/parse-facts';
import type { CheckResult } from '../../src/verdict/result';
import type { States } from '../../src/observe/state';
import { expectations } from '../../src/edges/expectations';
import type { Lab } from '../../src/topology/lab';
import type { Run } from '../../src/platform/run';
import { articleInventory, articleLab, recorded } from './article';

/** What a probe finds: its line, changed or not; undefined for no answer. */
export type Answer = (line: string, asked: Asked) => string | undefined;

interface Asked {
  readonly node: string;
  readonly kind: string;
  readonly address: string;
  readonly port: string;
}

export interface Sample {
  readonly result: CheckResult;
  readonly states: States;
}

/**
 * A check of the article's lab on recorded nodes.
 *
 * @param facts what facts.pl prints on a node
 * @param answer what becomes of a probe; by default every probe finds what is expected
 */
export async function sampleCheck(
  facts: (node: string) => string = recorded,
  answer: Answer = (line) => line,
): Promise<Sample> {
  const run: Run = (argv, options) => {
    const data = options?.input?.split('\n__END__\n').at(-1) ?? '';
    const node = argv.includes('docker') ? (argv[3] ?? '') : '';
    const stdout = data === '' ? facts(node) : answers(data, node, answer);
    return Promise.resolve({ exitCode: 0, stdout, stderr: '', failure: undefined });
  };
  // This machine need not have the lab's address.
  const lab = { ...articleLab, outside: { address: '127.0.0.1' } };
  const result = await runCheck({
    lab,
    inventory: articleInventory,
    run,
    now: () => NOW,
    expect: (_, known) => expectations(articleLab, known),
  });
  const states = new Map(
    articleLab.nodes.map(({ name }) => [name, parseFacts(name, facts(name))] as const),
  );
  return { result, states };
}

const NOW = Date.parse('2026-03-01T10:00:00Z');

const DETAILS: Readonly<Record<string, string>> = {
  reachable: 'echo reply',
  refused: 'Connection refused',
  timeout: 'no answer in 0.4 s',
  unreachable: 'Network is unreachable',
  unresolved: '127.0.0.11 has no such name',
};

function answers(data: string, node: string, answer: Answer): string {
  return data
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([word]) => word === 'probe')
    .flatMap(([, id = '', kind = '', expected = '', address = '', port = '', text = '']) => {
      const found = kind === 'name' ? addressOfName(text) : kind === 'echo' ? own(node) : address;
      const ms = expected === 'reachable' ? '0.42' : '0';
      const line = [id, expected, found, ms, DETAILS[expected] ?? ''].join('\t');
      return answer(line, { node, kind, address, port }) ?? [];
    })
    .join('\n');
}

const own = (node: string): string =>
  articleLab.nodes.find(({ name }) => name === node)?.address ?? '127.0.0.1';

/** The address of a container of this name, on a network where names are known. */
function addressOfName(name: string): string {
  const states = articleLab.nodes.map((one) => parseFacts(one.name, recorded(one.name)));
  const container = states.flatMap(({ containers }) => containers).find((one) => one.name === name);
  const attachments = container?.attachments ?? [];
  const known = attachments.find(({ network }) => network === 'test-bridge') ?? attachments[0];
  return known?.address ?? '-';
}

/** The same with test2 taken off test-bridge by hand, a firewall rule before web, and no answer from netns:test1. */
export const sampleWithDifferences = (): Promise<Sample> =>
  sampleCheck(
    (node) =>
      recorded(node).replace(
        /("Name":"\/test2".*?)("MacAddress":"02:42:ac:11:00:03","Aliases":\[\],"DNSNames":null\}),"test-bridge":\{.*?\]\}/,
        '$1$2',
      ),
    (line, { kind, address, port }) => {
      if (address === WEB && port === '80') return line.replace('\treachable\t', '\ttimeout\t');
      // Whoever left the network has no name on it.
      if (kind === 'name' && line.includes('\t172.19.0.3\t')) {
        return line.replace('\treachable\t172.19.0.3\t', '\tunresolved\t-\t');
      }
      return kind === 'ping' && address === '192.168.1.2' ? undefined : line;
    },
  );

const WEB = '172.17.0.5';

/** What a report is made of, of a sample of a lab. */
export const reported = ({ result, states }: Sample, lab: Lab = articleLab) => ({
  result,
  ...place(lab, states),
});
