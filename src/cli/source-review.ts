import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { diffReachability } from '../review/diff';
import type { Lab } from '../topology/lab';
import type { Review } from '../report/change/review';
import { engineSource } from '../sources/engine';
import { comparable } from '../sources/engine/drift';
import { labOf, loadLab } from '../sources/load';
import type { Sourced } from '../sources/source';
import type { When } from '../sources/terraform';
import { ENGINE, type ComposeConfig, type Config } from '../platform/config';
import { LabError } from '../platform/errors';
import { whyOf } from '../platform/run';
import { readHosts } from '../sources/own/hosts';
import type { Context } from './context';
import { missing, withRevision } from './revision';
import { phrase, verbatim } from '../text/text';

/**
 * A Compose project compared with its files in a revision of their repository, or with other files.
 * @throws LabError for a revision or files that cannot be read
 */
export async function reviewSource(context: Context, against: string | undefined): Promise<Review> {
  const { lab, config, source } = context;
  const { compose } = config;
  if (source?.kind === 'engine') throw notAFile(source.label);
  if (source !== undefined && against !== undefined && ENGINE.test(against)) {
    return reviewDrift(context, source, against);
  }
  if (source?.kind === 'terraform') return reviewPlan(context, against);
  if (against === undefined || compose === undefined) {
    throw new LabError(phrase('nothing to compare the project with'), {
      where: '--against',
      why: phrase('a Compose project has no last apply that is known here'),
      next: phrase('./lab diff --topology compose.yaml --against main, or --against OTHER.yaml'),
    });
  }
  const plan = { kind: 'none', why: phrase('it is a Compose project, not a deploy') } as const;
  const others = otherFiles(against);
  if (others !== undefined) {
    const before = await load(context, { ...config, compose: { ...compose, files: others } });
    return { against: others.join(' '), plan, change: diffReachability(before, lab) };
  }
  const { before, commit } = await ofRevision(context, compose, against);
  const change = diffReachability(before, lab);
  return { against: `${against} (${commit.slice(0, 10)})`, plan, change };
}

/** A file compared with the engine that runs it: what it would open and close there. */
async function reviewDrift(context: Context, source: Sourced, host: string): Promise<Review> {
  const { lab, run } = context;
  const { topology, kind } = source;
  const project = kind === 'compose' ? topology.title : undefined;
  const running = await engineSource({ host, run, ...(project === undefined ? {} : { project }) });
  const names = new Set((topology.containers ?? []).map(({ name }) => name));
  // Of a plan nothing tells whose a container is that it does not name.
  const own = (running.topology.containers ?? []).filter(
    ({ name }) => kind === 'compose' || names.has(name),
  );
  if (own.length === 0 && names.size > 0) throw notRunning(source.label, host, project);
  const before = comparable({ ...running.topology, containers: own }, topology);
  return {
    against: phrase('what {host} runs', { host }),
    plan: { kind: 'none', why: phrase('it is compared with what runs, not with what was applied') },
    change: diffReachability(labOf({ ...running, topology: before }), lab),
  };
}

const notAFile = (label: string): LabError =>
  new LabError(phrase('an engine is not a file that changes'), {
    where: label,
    why: phrase('a review says what a file would open and close'),
    next: verbatim('./lab diff --topology compose.yaml --against engine'),
  });

const notRunning = (label: string, host: string, project: string | undefined): LabError =>
  new LabError(phrase('the engine runs nothing of it'), {
    where: host,
    why:
      project === undefined
        ? phrase('no container there has a name of {label}', { label })
        : phrase('no container there belongs to the Compose project {project}', { project }),
    next: phrase(
      'name the project as it was started: -p NAME; or the engine: --against ssh://USER@HOST',
    ),
  });

/** A plan of Terraform: what is there before it and after it, or another plan or state before. */
async function reviewPlan(context: Context, against: string | undefined): Promise<Review> {
  const { lab, config } = context;
  const other = against === undefined ? undefined : resolve(process.env['LAB_FROM'] ?? '', against);
  if (other === undefined && config.json === '-') throw readOnce();
  const before =
    other === undefined
      ? await load(context, config, 'before')
      : await load(context, { ...config, json: other, topologyFile: other });
  return {
    against: against ?? phrase('what stands before this plan'),
    plan: { kind: 'none', why: phrase('it is a plan of somebody else’s, not this lab’s') },
    change: diffReachability(before, lab),
  };
}

const readOnce = (): LabError =>
  new LabError(phrase('nothing to compare the plan with'), {
    where: '--topology -',
    why: phrase('the standard input is read once'),
    next: phrase('terraform show -json PLAN >plan.json, then ./lab diff --topology plan.json'),
  });

/** Files with colons between them, from where the person is. */
function otherFiles(text: string): string[] | undefined {
  const parts = text.split(':');
  if (!parts.every((part) => /\.ya?ml$/i.test(part))) return undefined;
  const files = parts.map((part) => resolve(process.env['LAB_FROM'] ?? '', part));
  return files.every((file) => existsSync(file)) ? files : undefined;
}

async function ofRevision(
  context: Context,
  compose: ComposeConfig,
  revision: string,
): Promise<{ readonly before: Lab; readonly commit: string }> {
  const { run, source } = context;
  const folder = dirname(compose.files[0]!);
  const top = await run(['git', '-C', folder, 'rev-parse', '--show-toplevel']);
  const root = top.stdout.trim();
  if (top.failure !== undefined) {
    throw new LabError(phrase('the Compose file is in no git repository'), {
      where: compose.files[0]!,
      why: whyOf(top),
      next: phrase('compare it with another file: --against OTHER.yaml'),
    });
  }
  const scratch = (): string => mkdtempSync(join(tmpdir(), 'lab-revision-'));
  return withRevision({ root, run, revision }, scratch, async (files, commit) => {
    const moved = (path: string): string => {
      const near = relative(root, path);
      return near.startsWith('..') ? path : join(files, near);
    };
    const then = {
      ...compose,
      files: compose.files.map(moved),
      envFiles: compose.envFiles.map(moved),
      // A folder of another name would be another project.
      project: compose.project ?? source?.topology.title,
    };
    const absent = then.files.find((file) => !existsSync(file));
    if (absent !== undefined) throw missing(revision, relative(files, absent));
    return { before: await load(context, { ...context.config, compose: then }), commit };
  });
}

const load = async ({ run, io }: Context, config: Config, when?: When): Promise<Lab> => {
  const hosts = readHosts(config.hostsFile, config.hostsNamedBy);
  const of = when === undefined ? {} : { when };
  return (await loadLab({ ...{ config, hosts, run, remark: io.remark }, ...of })).lab;
};
