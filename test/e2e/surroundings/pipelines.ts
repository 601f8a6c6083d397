import type { JsonObject, Organisation } from '../../sandbox';
import { listOf } from '../../sandbox';
import { idIn, idOf, isThere, objectIn, textIn } from '../expectedProperties';
import type { Surrounded } from './part';
import { Part } from './part';

/** The add-ons that an app uses and another owns, each pair once. */
export function expectedAttachments(
  organisation: Organisation,
  { keys, isOn }: Surrounded,
): Part {
  const part = new Part();
  if (!isOn('addon-attachments')) return part;
  const pairs = new Map<string, JsonObject[]>();
  for (const attachment of listOf(organisation, '/addon-attachments')) {
    const appId = idOf(objectIn(attachment, 'app')!);
    const addon = objectIn(attachment, 'addon')!;
    const isOwn = objectIn(addon, 'app')?.id === appId;
    if (isOwn || !keys.has(appId) || !keys.has(idOf(addon))) continue;
    const pair = `${appId} ${idOf(addon)}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), attachment]);
  }
  for (const [pair, attachments] of pairs) {
    const [appId = '', addonId = ''] = pair.split(' ');
    const limits = attachments.map((one) => textIn(one, 'namespace'));
    part.relate(appId, 'USES', addonId, 'heroku_application_uses_addon', {
      attachmentName: attachments
        .map((attachment) => textIn(attachment, 'name'))
        .sort()
        .join(','),
      ...(!limits.includes(undefined) && {
        namespace: limits.sort().join(','),
      }),
    });
  }
  return part;
}

export function expectedPipelines(
  organisation: Organisation,
  { keys, userIds, isOn }: Surrounded,
): Part {
  const part = new Part();
  if (!isOn('pipelines')) return part;
  const reviewApps = new Map<string, JsonObject>();
  for (const pipeline of listOf(organisation, '/pipelines')) {
    const path = `/pipelines/${idOf(pipeline)}`;
    const config = organisation.resources.get(`${path}/review-app-config`) as
      JsonObject | undefined;
    addPipeline(part, pipeline, config, { keys, userIds });
    if (!config || !isOn('review-apps')) continue;
    for (const one of listOf(organisation, `${path}/review-apps`)) {
      reviewApps.set(idIn(one, 'app') ?? '', one);
    }
  }
  for (const coupling of listOf(organisation, '/pipeline-couplings')) {
    const appId = idIn(coupling, 'app') ?? '';
    if (!keys.has(appId)) continue;
    part.relate(
      `heroku_pipeline:${idIn(coupling, 'pipeline')}`,
      'HAS',
      appId,
      'heroku_pipeline_has_application',
      { stage: coupling.stage, ...ofReviewApp(reviewApps.get(appId)) },
    );
  }
  return part;
}

function addPipeline(
  part: Part,
  pipeline: JsonObject,
  config: JsonObject | undefined,
  { keys, userIds }: Pick<Surrounded, 'keys' | 'userIds'>,
): void {
  const owner = objectIn(pipeline, 'owner');
  const repository = objectIn(config, 'repo')?.id;
  const key = part.add('heroku_pipeline', ['Workflow'], pipeline, {
    webLink: `https://dashboard.heroku.com/pipelines/${idOf(pipeline)}`,
    reviewAppsEnabled: config !== undefined,
    ...isThere({
      ownerId: owner?.id,
      ownerType: owner?.type,
      generation: objectIn(pipeline, 'generation')?.name,
      githubRepositoryId: repository,
      reviewAppsAutomatic: config?.automatic_review_apps,
      reviewAppsDestroyStale: config?.destroy_stale_apps,
      reviewAppsStaleDays: config?.stale_days,
      reviewAppsWaitForCi: config?.wait_for_ci,
    }),
  });
  const ownerId = textIn(owner, 'id') ?? '';
  if (owner?.type === 'team' && keys.has(ownerId)) {
    part.relate(ownerId, 'OWNS', key, 'heroku_team_owns_pipeline');
  }
  if (owner?.type === 'user' && userIds.has(ownerId)) {
    part.relate(ownerId, 'OWNS', key, 'heroku_account_member_owns_pipeline');
  }
  if (typeof repository === 'number') {
    part.map(
      key,
      'USES',
      `github_repo:${repository}`,
      'heroku_pipeline_uses_github_repo',
      {
        by: 'databaseId',
        target: {
          _type: 'github_repo',
          databaseId: repository,
          displayName: `${repository}`,
        },
      },
    );
  }
}

function ofReviewApp(one: JsonObject | undefined): Record<string, unknown> {
  return one === undefined
    ? {}
    : {
        branch: one.branch,
        prNumber: one.pr_number,
        fromFork: one.fork_repo !== null,
        reviewAppStatus: one.status,
        createdBy: objectIn(one, 'creator')?.email,
        createdById: idIn(one, 'creator'),
      };
}
