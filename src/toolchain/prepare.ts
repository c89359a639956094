import type { EngineSeries } from '../topology/topology';
import { findBase, makeRootfs, type Suite } from './base';
import { recipeTag } from './build';
import type { HostImage, KitContext, KitRequest } from './context';
import { askEngine, enginePackages, refuseEngine, startEngine } from './engine';
import { inspectImages } from './host-images';
import { ensureImages, refuseUnobtainable } from './images';
import { aptInstall, onPath, readMachine } from './machine';
import { echoes } from './machine-checks';
import { ensureNodeImage, nodeRecipe, standInSuite, SUITES } from './node-image';
import { isOffline } from './online';
import { buildProvider, placeProvider } from './provider';
import { standInFor, standInRecipe } from './stand-in';
import { ensureTerraform, flavourOf } from './terraform';
import { LabError } from '../platform/errors';
import { ensureFolder } from '../platform/folder';
import { phrase, verbatim } from '../text/text';

/** Everything that a deploy needs besides the nodes themselves. */
export interface Kit {
  readonly offline: boolean;
  /** Terraform or OpenTofu: a name on PATH or an absolute path. */
  readonly terraform: string;
  readonly nodeImage: (series: EngineSeries) => string;
  /** Images for `loadImages`. */
  readonly images: readonly HostImage[];
}

/** What is missing on the machine, asked before anything is changed. */
interface Plan {
  readonly offline: boolean;
  /** Undefined where this lab needs no engine on this machine. */
  readonly engine: 'answers' | 'to be started' | undefined;
  /** Suites whose base image debootstrap makes. */
  readonly bootstrap: readonly Suite[];
  readonly packages: readonly string[];
}

/**
 * Finds or makes engine, Terraform, provider and images; slow parts run side by side.
 * @throws LabError for the first that is missing and cannot be made
 */
export async function prepareKit(context: KitContext, request: KitRequest): Promise<Kit> {
  const { reporter } = context;
  refuseSilence();
  ensureFolder(context.config.cacheDir);
  const plan = await makePlan(context, request);
  await agree(context, plan);
  const [terraform, host] = await Promise.all([
    prepareTerraform(context, plan),
    prepareHost(context, request, plan),
  ]);
  if (plan.offline) {
    reporter.announce(
      phrase('The ordinary sources are not used: provider and images come from the kit.'),
    );
  }
  return { offline: plan.offline, terraform, ...host };
}

/** A lab of which nothing could be measured does not come up. @throws LabError */
function refuseSilence(): void {
  const { ok, found, remedy } = echoes();
  if (ok) return;
  throw new LabError(phrase('this user may not send echoes, with which the network is measured'), {
    why: found,
    ...(remedy === undefined ? {} : { next: remedy }),
  });
}

async function makePlan(context: KitContext, request: KitRequest): Promise<Plan> {
  const offline = await isOffline(context.config);
  const needed = request.engines.length > 0 || (offline && request.images.length > 0);
  if (!needed) return { offline, engine: undefined, bootstrap: [], packages: [] };
  const answer = await askEngine(context.run);
  const answers = 'version' in answer;
  if (!answers) refuseEngine(answer.problem);
  const bootstrap = offline ? await missingBases(context, request, answers) : [];
  return {
    offline,
    engine: answers ? 'answers' : 'to be started',
    bootstrap,
    packages: [
      ...(answers ? [] : enginePackages()),
      ...(bootstrap.length > 0 && onPath('debootstrap') === undefined ? ['debootstrap'] : []),
    ],
  };
}

async function missingBases(
  { config, run }: KitContext,
  request: KitRequest,
  engineAnswers: boolean,
): Promise<Suite[]> {
  const missing = engineAnswers
    ? request.images.filter((name) => standInFor(name) === undefined)
    : request.images;
  const there = engineAnswers ? await inspectImages(run, request.images) : new Map();
  refuseUnobtainable(missing.filter((name) => !there.has(name)));
  const own = standInSuite(request.engines);
  const standIns = request.images
    .filter((name) => !there.has(name))
    .map(standInFor)
    .filter((name) => name !== undefined);
  const recipes = [
    ...request.engines.map((series) => ({ suite: SUITES[series], recipe: nodeRecipe(series) })),
    ...standIns.map((name) => ({ suite: own, recipe: standInRecipe(name, own) })),
  ];
  const suites = await Promise.all(
    recipes.map(async ({ suite, recipe }) => {
      if (!engineAnswers) return suite;
      const tag = await recipeTag(recipe, config.home);
      if ((await inspectImages(run, [tag])).has(tag)) return undefined;
      return (await findBase(run, suite)) === undefined ? suite : undefined;
    }),
  );
  return [...new Set(suites.filter((suite) => suite !== undefined))];
}

/** Changes to the machine are told, and asked for on a terminal. @throws LabError where the answer is no */
async function agree({ reporter }: KitContext, { engine, packages }: Plan): Promise<void> {
  const machine = readMachine();
  const changes = [
    ...(packages.length > 0 ? [verbatim(`apt-get install ${packages.join(' ')}`)] : []),
    ...(engine === 'to be started'
      ? [machine.systemd ? verbatim('systemctl start docker') : phrase('start dockerd')]
      : []),
  ];
  if (changes.length === 0) return;
  if (packages.length > 0 && !(machine.root && machine.debian)) {
    throw new LabError(phrase('not installed: {packages}', { packages }), {
      why: phrase('the lab installs packages only as root on Debian or Ubuntu'),
      next: phrase('install them, or run this command as root'),
    });
  }
  reporter.announce(phrase('Changes to this machine: {changes}', { changes }));
  if (await reporter.confirm(phrase('Make them?'))) return;
  throw new LabError(phrase('nothing was changed'), {
    why: phrase('the answer was no'),
    next: phrase('do it yourself: {changes}', { changes }),
  });
}

async function prepareTerraform(context: KitContext, { offline }: Plan): Promise<string> {
  const { reporter, config } = context;
  const [terraform, provider] = await Promise.all([
    reporter.step(phrase('Terraform'), () => ensureTerraform(context)),
    offline
      ? reporter.step(phrase('Terraform provider'), (progress) => buildProvider(context, progress))
      : undefined,
  ]);
  await placeProvider(config, provider, flavourOf(terraform));
  return terraform;
}

type Host = Pick<Kit, 'nodeImage' | 'images'>;

async function prepareHost(context: KitContext, request: KitRequest, plan: Plan): Promise<Host> {
  const { reporter } = context;
  const { engine, packages, bootstrap, offline } = plan;
  if (packages.length > 0) {
    await reporter.step(phrase('Packages'), async (progress) => {
      await aptInstall(context, packages, progress);
      // From Debian 13 on docker.io does not bring the docker command.
      if (packages.includes('docker.io') && onPath('docker') === undefined) {
        await aptInstall(context, ['docker-cli'], progress);
      }
    });
  }
  await Promise.all([
    engine === 'to be started'
      ? reporter.step(phrase('Docker engine'), (progress) => startEngine(context, progress))
      : undefined,
    ...bootstrap.map((suite) =>
      reporter.step(phrase('Debian {suite}', { suite }), async (progress) => {
        await makeRootfs(context, suite, progress);
      }),
    ),
  ]);
  const [nodeImages, images] = await Promise.all([
    Promise.all(
      request.engines.map((series) =>
        reporter.step(phrase('Node image {series}', { series }), (progress) =>
          ensureNodeImage(context, series, offline, progress),
        ),
      ),
    ),
    reporter.step(phrase('Container images'), (progress) =>
      ensureImages(context, request.images, {
        ...{ offline, progress, suite: standInSuite(request.engines) },
        fetch: request.engines.length > 0,
      }),
    ),
  ]);
  return { images, nodeImage: nodeImageOf(request.engines, nodeImages) };
}

function nodeImageOf(
  engines: readonly EngineSeries[],
  images: readonly string[],
): Kit['nodeImage'] {
  return (series) => {
    const image = images[engines.indexOf(series)];
    if (image === undefined) throw new Error(`no node image was asked for engine ${series}`);
    return image;
  };
}
