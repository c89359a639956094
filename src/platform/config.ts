import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { isLanguage, LANGUAGES, type Language } from '../i18n/languages';
import { LabError, messageOf } from './errors';
import { type Text, phrase, verbatim } from '../text/text';

/** What the user chose, read once from `cdktf.json` and the environment and passed down. */
export interface Config {
  /** Absolute path of the checkout; of the package the folder in which the command was typed. */
  readonly root: string;
  /** Where the lab's own files are: the checkout, or the package. */
  readonly home: string;
  /** Absolute path of the topology file, or of the first of a Compose project. */
  readonly topologyFile: string;
  /** What Compose is asked for, where the topology is a Compose file. */
  readonly compose: ComposeConfig | undefined;
  /** Absolute path of a JSON file, which may be what `terraform show -json` printed, or `-` for that on standard input. */
  readonly json: string | undefined;
  /** The running engine that is the source: `engine` (docker's own choice), `unix://…` or `ssh://…`. */
  readonly engineHost: string | undefined;
  /** Image in which the probes of a running engine run; undefined for the machine's own perl. */
  readonly probeImage: string | undefined;
  /** Further claims of a foreign source: a file with a line each, or the claims themselves. */
  readonly claims: string | undefined;
  /** Engine series that a topology without nodes of its own is predicted for. */
  readonly engine: string | undefined;
  /** Absolute path of the file that says which hosts the user has. */
  readonly hostsFile: string;
  /** What names that file; undefined for the usual one, which need not exist. */
  readonly hostsNamedBy: string | undefined;
  /** Backend that brings nodes up. */
  readonly backend: string;
  /** The one that the environment asks for, over everything else. */
  readonly backendAsked: string | undefined;
  /** `LAB_OFFLINE`: true or false by hand, undefined to find out. */
  readonly offline: boolean | undefined;
  /** Terraform or OpenTofu given by hand (`TERRAFORM_BINARY_NAME`). */
  readonly terraformBinary: string | undefined;
  /** Cache of the offline kit, shared by clones. */
  readonly cacheDir: string;
  readonly ci: boolean;
}

/** Compose's own choices, by its own variables or options. */
export interface ComposeConfig {
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly profiles: readonly string[];
  readonly envFiles: readonly string[];
  readonly project: string | undefined;
  /** Empty: all of them. */
  readonly services: readonly string[];
}

export const ROOT = resolve(__dirname, '..', '..');

/** True in a package, whose folder is nobody's to write in. */
const isPackaged = (): boolean => existsSync(join(ROOT, 'packed', 'tool.cjs'));

const placeOf = (env: NodeJS.ProcessEnv): string =>
  isPackaged() ? (env['LAB_FROM'] ?? process.cwd()) : ROOT;

/** Reads the configuration. @throws LabError for an unreadable `cdktf.json` or a wrong value. */
export function readConfig(
  env: NodeJS.ProcessEnv = process.env,
  root: string = placeOf(env),
): Config {
  const context = readContext(root, env);
  const topology = env['LAB_TOPOLOGY'] || context.topology || 'docker-networking';
  const engineHost = ENGINE.test(topology) ? topology : undefined;
  const files = filesOf(topology).map((file) => inProject(root, file));
  return {
    root,
    home: ROOT,
    topologyFile: files[0]!,
    compose: composeOf(env, files),
    json: jsonOf(root, topology),
    engineHost,
    probeImage: env['LAB_PROBE_IMAGE'] || undefined,
    claims: env['LAB_CLAIMS'] || undefined,
    engine: env['LAB_ENGINE'] || undefined,
    hostsFile: resolve(root, env['LAB_HOSTS'] || context.hosts || 'nodes.json'),
    hostsNamedBy: env['LAB_HOSTS']
      ? 'LAB_HOSTS'
      : context.hosts
        ? 'context.hosts in cdktf.json'
        : undefined,
    backendAsked: env['LAB_NODES'] || undefined,
    backend: env['LAB_NODES'] || context.nodes || 'containers',
    offline: readSwitch(env, 'LAB_OFFLINE'),
    terraformBinary: env['TERRAFORM_BINARY_NAME'] || undefined,
    cacheDir: join(readCacheHome(env), 'docker-network-lab'),
    ci: env['CI'] === 'true',
  };
}

/** A running engine in place of a file. */
export const ENGINE = /^(?:engine$|unix:\/\/|ssh:\/\/)/;

/** A file of the project; a topology that comes with the lab where the project has none of its name. */
function inProject(root: string, file: string): string {
  const own = resolve(root, file);
  return existsSync(own) || !existsSync(join(ROOT, file)) ? own : join(ROOT, file);
}

const YAML = /\.ya?ml$/i;

const jsonOf = (root: string, topology: string): string | undefined =>
  topology === '-' ? topology : /\.json$/i.test(topology) ? resolve(root, topology) : undefined;

/** Compose files may be several, with colons between them as in COMPOSE_FILE. */
const filesOf = (topology: string): string[] => {
  const parts = topology.split(':');
  return parts.every((part) => YAML.test(part)) ? parts : [fileOf(topology)];
};

function composeOf(env: NodeJS.ProcessEnv, files: readonly string[]): ComposeConfig | undefined {
  if (!files.every((file) => YAML.test(file))) return undefined;
  const list = (name: string): string[] => (env[name] ?? '').split(',').filter(Boolean);
  return {
    files,
    profiles: list('COMPOSE_PROFILES'),
    envFiles: list('COMPOSE_ENV_FILES'),
    project: env['COMPOSE_PROJECT_NAME'] || undefined,
    services: list('LAB_SERVICES'),
  };
}

/** A bare name, such as `mine`, is a file of `topologies/`. */
const fileOf = (topology: string): string =>
  /^[\w-]+$/.test(topology) ? `topologies/${topology}.ts` : topology;

/**
 * The language of messages: `LAB_LANG`, else the locale's where it is one of ours in UTF-8, else English.
 *
 * @throws LabError for another `LAB_LANG`
 */
export function readLanguage(env: NodeJS.ProcessEnv = process.env): Language {
  const chosen = env['LAB_LANG'];
  if (chosen === undefined || chosen === '') {
    const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
    return (/utf-?8/i.test(locale) ? languageOf(locale) : undefined) ?? 'en';
  }
  const language = languageOf(chosen);
  if (language !== undefined) return language;
  throw new LabError(
    phrase('LAB_LANG must be one of {languages}', { languages: Object.keys(LANGUAGES) }),
    {
      where: phrase('environment'),
      why: phrase('it is {value}', { value: JSON.stringify(chosen) }),
      next: verbatim('unset LAB_LANG'),
    },
  );
}

/** That of a locale, such as `zh_CN.UTF-8`. */
function languageOf(locale: string): Language | undefined {
  const [language = ''] = locale.toLowerCase().split(/[^a-z]/);
  return isLanguage(language) ? language : undefined;
}

const contextFile = z.looseObject({
  topology: z.string().optional(),
  nodes: z.string().optional(),
  hosts: z.string().optional(),
});

type CdktfContext = z.infer<typeof contextFile>;

const cdktfFile = z.looseObject({ context: contextFile.optional() });

/** The "context" of `cdktf.json`, with `--context` options of cdktf-cli, which hands over its own reading of the file. */
function readContext(root: string, env: NodeJS.ProcessEnv): CdktfContext {
  const file = join(root, 'cdktf.json');
  const given = env['CDKTF_CONTEXT_JSON'] || '{}';
  return {
    ...parse(file, () => (existsSync(file) ? readFileSync(file, 'utf8') : '{}'), cdktfFile).context,
    ...parse('CDKTF_CONTEXT_JSON', () => given, contextFile),
  };
}

/** @throws LabError where it is no JSON of that form */
function parse<T>(where: string, text: () => string, schema: z.ZodType<T>): T {
  let why: Text;
  try {
    const read = schema.safeParse(JSON.parse(text()));
    if (read.success) return read.data;
    const place = read.error.issues[0]?.path.join('.') || phrase('the file');
    why = phrase('{place} is not what it should be', { place });
  } catch (error) {
    why = messageOf(error);
  }
  throw new LabError(phrase('cdktf.json cannot be read'), {
    where,
    why,
    next: phrase('mend it; like this: {example}', {
      example: '{ "context": { "topology": "topologies/mine.ts" } }',
    }),
  });
}

function readSwitch(env: NodeJS.ProcessEnv, name: string): boolean | undefined {
  const value = env[name];
  if (value === undefined || value === '') return undefined;
  if (value === '0' || value === '1') return value === '1';
  throw new LabError(phrase('{name} must be 0 or 1', { name }), {
    where: phrase('environment'),
    why: phrase('it is {value}', { value: JSON.stringify(value) }),
    next: phrase('unset {name}', { name }),
  });
}

/** @throws LabError for one that can be no folder */
function readCacheHome(env: NodeJS.ProcessEnv): string {
  const folder = env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const file = [folder, ...above(folder)].find((path) => existsSync(path)) ?? '/';
  if (statSync(file).isDirectory()) return folder;
  throw new LabError(phrase('The cache cannot be there'), {
    where: env['XDG_CACHE_HOME'] ? 'XDG_CACHE_HOME' : folder,
    why: phrase('{path} is no folder', { path: file }),
    next: phrase('unset XDG_CACHE_HOME, or name a folder that you may write'),
  });
}

/** The folders above a path, the nearest first. */
function above(path: string): string[] {
  const folder = dirname(path);
  return folder === path ? [] : [folder, ...above(folder)];
}

/** The lab's own files in this checkout; `name` is the topology's. */
export function labPaths(root: string, name: string) {
  const lab = join(root, '.lab', name);
  return {
    lab,
    inventory: join(lab, 'inventory.json'),
    state: join(lab, 'terraform.tfstate'),
    lastCheck: join(lab, 'last-check.json'),
    /** The topology that was last applied. */
    applied: join(lab, 'applied.json'),
    outdir: join(root, 'cdktf.out'),
    stack: join(root, 'cdktf.out', 'stacks', name),
    /** Mirror and lock file of the offline provider; there only where the kit is in use. */
    offlineProvider: join(root, '.lab', '_provider'),
  };
}
