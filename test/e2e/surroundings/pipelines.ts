import type { JsonObject, Organisation } from '../../sandbox';
import { listOf } from '../../sandbox';
import { idOf, isThere, objectIn, textIn } from '../expectedProperties';
import type { Surrounded } from './part';
import { Part } from './part';

/** The add-ons that an app uses and another owns. */
export function expectedAttachments(
  organisation: Organisation,
  { keys }: Surrounded,
): Part {
  const part = new Part();
  const pairs = new Set<string>();
  const attachments = [...listOf(organisation, '/addon-attachments')].sort(
    (a, b) => (idOf(a) < idOf(b) ? -1 : 1),
  );
  for (const attachment of attachments) {
    const appId = idOf(objectIn(attachment, 'app')!);
    const addon = objectIn(attachment, 'addon')!;
    const pair = `${appId} ${idOf(addon)}`;
    const isOwn = objectIn(addon, 'app')?.id === appId;
    if (isOwn || pairs.has(pair) || !keys.has(appId) || !keys.has(idOf(addon)))
      continue;
    pairs.add(pair);
    part.relate(appId, 'USES', idOf(addon), 'heroku_application_uses_addon', {
      attachmentName: attachment.name,
      ...isThere({ namespace: attachment.namespace }),
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
