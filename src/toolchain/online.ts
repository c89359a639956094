import type { Config } from '../platform/config';

/** The ordinary sources, each with what shows that it is really the one. */
const SOURCES = [
  {
    url: 'https://registry.terraform.io/.well-known/terraform.json',
    accepts: async (answer: Response) =>
      answer.ok && (await answer.text()).includes('providers.v1'),
  },
  {
    url: 'https://registry-1.docker.io/v2/',
    // Without a token a registry says 401 and its version.
    accepts: (answer: Response) =>
      Promise.resolve(answer.headers.has('docker-distribution-api-version')),
  },
];

const TIMEOUT = 2_000;

/** True where Terraform's registry and Docker Hub both answer within two seconds. */
export async function sourcesAnswer(get: typeof fetch = fetch): Promise<boolean> {
  const answers = await Promise.all(
    SOURCES.map(async ({ url, accepts }) => {
      try {
        return await accepts(await get(url, { signal: AbortSignal.timeout(TIMEOUT) }));
      } catch {
        return false;
      }
    }),
  );
  return answers.every(Boolean);
}

const remembered = new WeakMap<Config, Promise<boolean>>();

/** Whether the offline kit is in use: as the user chose, else by one probe, remembered for the run. */
export function isOffline(config: Config, probe = sourcesAnswer): Promise<boolean> {
  if (config.offline !== undefined) return Promise.resolve(config.offline);
  const answer = remembered.get(config) ?? probe().then((online) => !online);
  remembered.set(config, answer);
  return answer;
}
