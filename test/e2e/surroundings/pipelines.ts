import type { JsonObject, Organisation } from '../../sandbox';
import { listOf } from '../../sandbox';
import { idOf, isThere, objectIn, textIn } from '../expectedProperties';
import type { Surrounded } from './part';
import { Part } from './part';

/** The add-ons that an app uses and another owns, each pair once. */
export function expectedAttachments(
  organisation: Organisation,
  { keys }: Surrounded,
): Part {
  const part = new Part();
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

/** @param userIds all users, those included whom only access makes known */
export function expectedPipelines(
  organisation: Organisation,
  { keys }: Surrounded,
  userIds: ReadonlySet<string>,
): Part {
  const part = new Part();
  for (const pipeline of listOf(organisation, '/pipelines')) {
    const id = idOf(pipeline);
    const owner = objectIn(pipeline, 'owner');
    const config = organisation.resources.get(
      `/pipelines/${id}/review-app-config`,
    ) as JsonObject | undefined;
    const key = part.add('heroku_pipeline', ['Workflow'], pipeline, {
      webLink: `https://dashboard.heroku.com/pipelines/${id}`,
      reviewAppsEnabled: config !== undefined,
      ...isThere({
        ownerId: owner?.id,
        ownerType: owner?.type,
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
  }
  for (const coupling of listOf(organisation, '/pipeline-couplings')) {
    const appId = textIn(objectIn(coupling, 'app'), 'id') ?? '';
    if (!keys.has(appId)) continue;
    part.relate(
      `heroku_pipeline:${textIn(objectIn(coupling, 'pipeline'), 'id')}`,
      'HAS',
      appId,
      'heroku_pipeline_has_application',
      { stage: coupling.stage },
    );
  }
  return part;
}
