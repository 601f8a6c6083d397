import type { JsonObject } from '../organisation';
import type { Context } from './context';
import { numberFrom, uuid } from './identity';

/** How an app of a pipeline was last released. */
export interface DeploymentDescription {
  app: string;
  by: string;
  daysAgo: number;
  version: number;
  /** Undefined: it was not built but promoted or changed by a config var. */
  commit?: string;
  status?: string;
  /** Names of Heroku's registry, or addresses. */
  buildpacks?: string[];
}

/** A review app of a pipeline. */
export interface ReviewAppDescription {
  app: string;
  branch: string;
  by: string;
  pullRequest: number;
  fromFork?: boolean;
  status?: string;
}

/** The latest release and build of each app of each pipeline, and the review apps. */
export function addDeployments(context: Context): void {
  const { beyond = {}, pipelines = [] } = context.description;
  for (const { name, stages } of pipelines) {
    const path = `/pipelines/${uuid('pipeline', name)}`;
    const apps = new Set(Object.values(stages).flat());
    const deployments = (beyond.deployments ?? []).filter(({ app }) =>
      apps.has(app),
    );
    context.setList(
      `${path}/latest-releases`,
      deployments.map((one) => release(context, one)),
    );
    context.setList(
      `${path}/latest-builds`,
      deployments
        .filter(({ commit }) => commit !== undefined)
        .map((one) => build(context, one)),
    );
    context.setList(
      `${path}/review-apps`,
      (beyond.reviewApps ?? [])
        .filter(({ app }) => apps.has(app))
        .map((one) => reviewApp(context, name, one)),
    );
  }
}

function release(
  context: Context,
  { app, by, daysAgo, version, status = 'succeeded' }: DeploymentDescription,
): JsonObject {
  const id = releaseId(app, version);
  const { id: userId, email } = context.person(by);
  const secret = (field: string) =>
    context.secrets.secret('release', id, field);
  return {
    id,
    addon_plan_names: [],
    app: context.appReference(app),
    artifacts: [{ type: 'slug', id: uuid('slug', app) }],
    created_at: context.ago(daysAgo),
    updated_at: context.ago(daysAgo),
    current: status === 'succeeded',
    description: `Deploy ${secret('description')}`,
    eligible_for_rollback: true,
    output_stream_url: `https://release-output.example.net/${secret('output_stream_url')}`,
    slug: { id: uuid('slug', app) },
    status,
    user: { id: userId, email },
    version,
  };
}

function build(
  context: Context,
  description: DeploymentDescription,
): JsonObject {
  const { app, by, commit, daysAgo, version } = description;
  const id = uuid('build', `${app} ${version}`);
  const { id: userId, email } = context.person(by);
  const secret = (field: string) => context.secrets.secret('build', id, field);
  return {
    id,
    app: { id: context.appReference(app).id },
    buildpacks: (description.buildpacks ?? ['heroku/nodejs']).map(
      (source): JsonObject =>
        source.includes('://')
          ? { url: source.replace('SECRET', () => secret('buildpacks.url')) }
          : { url: `urn:buildpack:${source}`, name: source },
    ),
    created_at: context.ago(daysAgo),
    updated_at: context.ago(daysAgo),
    output_stream_url: `https://build-output.example.net/${secret('output_stream_url')}`,
    release: { id: releaseId(app, version) },
    slug: { id: uuid('slug', app) },
    source_blob: {
      checksum: null,
      url: `https://sources.example.net/${app}.tgz?signature=${secret('source_blob.url')}`,
      version: commit ?? null,
      version_description: `Merge by ${secret('source_blob.version_description')}`,
    },
    stack: context.app(app).stack ?? 'heroku-24',
    status: 'succeeded',
    user: { id: userId, email },
  };
}

function reviewApp(
  context: Context,
  pipeline: string,
  description: ReviewAppDescription,
): JsonObject {
  const id = uuid('review-app', description.app);
  const { id: creatorId, email } = context.person(description.by);
  return {
    id,
    app: { id: context.appReference(description.app).id },
    app_setup: { id: uuid('app-setup', description.app) },
    branch: description.branch,
    ...context.dated(3),
    creator: { id: creatorId, email },
    error_status: null,
    fork_repo: description.fromFork
      ? { id: numberFrom(id, 900_000_000) }
      : null,
    message: context.secrets.secret('review-app', id, 'message'),
    pipeline: { id: uuid('pipeline', pipeline) },
    pr_number: description.pullRequest,
    status: description.status ?? 'created',
    wait_for_ci: true,
  };
}

function releaseId(app: string, version: number): string {
  return uuid('release', `${app} v${version}`);
}
