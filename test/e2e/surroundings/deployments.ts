import type { JsonObject, Organisation } from '../../sandbox';
import { listOf } from '../../sandbox';
import { stagesOfApps } from '../expectedApplications';
import {
  idIn,
  idOf,
  isThere,
  named,
  objectIn,
  textIn,
} from '../expectedProperties';
import type { Surrounded } from './part';
import { Part } from './part';

/** What was shipped last, and what is to change hands. */
export function expectedDeployments(
  organisation: Organisation,
  { keys, userIds, isOn }: Surrounded,
): Part {
  const part = new Part();
  const stages = stagesOfApps(organisation);
  const pipelines = isOn('deployments')
    ? listOf(organisation, '/pipelines')
    : [];
  for (const pipeline of pipelines) {
    const path = `/pipelines/${idOf(pipeline)}`;
    const builds = listOf(organisation, `${path}/latest-builds`);
    for (const release of listOf(organisation, `${path}/latest-releases`)) {
      const build = builds.find((one) => idIn(one, 'release') === release.id);
      const appId = idIn(release, 'app') ?? '';
      const stage = stages.get(appId);
      const userId = idIn(release, 'user') ?? '';
      const app = textIn(objectIn(release, 'app'), 'name');
      const key = part.add('heroku_release', ['CodeDeploy'], release, {
        ...named(`${app} v${Number(release.version)}`),
        version: release.version,
        status: release.status,
        current: release.current,
        applicationId: appId,
        pipelineId: pipeline.id,
        releasedBy: objectIn(release, 'user')?.email,
        releasedById: userId,
        ...(build && ofBuild(build)),
        ...isThere({ production: stage && stage === 'production' }),
      });
      if (keys.has(appId)) {
        part.relate(appId, 'HAS', key, 'heroku_application_has_release');
      }
      if (userIds.has(userId)) {
        const type = 'heroku_account_member_deployed_release';
        part.relate(userId, 'DEPLOYED', key, type);
      }
    }
  }
  return part;
}

function ofBuild(build: JsonObject): Record<string, unknown> {
  const buildpacks = (build.buildpacks as JsonObject[]).map(
    (one) =>
      textIn(one, 'name') ??
      // Whoever is let in by what stands before the host must not be.
      textIn(one, 'url')!.replace(/^https:\/\/([^@/]*@)?/, ''),
  );
  return {
    commit: objectIn(build, 'source_blob')?.version,
    stack: objectIn(build, 'stack')?.name ?? build.stack,
    buildpacks: buildpacks.sort(),
    unofficialBuildpack: !buildpacks.every((name) =>
      /^(github\.com\/)?heroku\//.test(name),
    ),
  };
}

/** The apps that are to be transferred. */
export function expectedTransfers(
  organisation: Organisation,
  { keys, isOn }: Surrounded,
): Part {
  const part = new Part();
  const transfers = isOn('transfers')
    ? listOf(organisation, '/account/app-transfers')
    : [];
  for (const transfer of transfers) {
    const app = objectIn(transfer, 'app');
    const from = objectIn(transfer, 'owner');
    const to = objectIn(transfer, 'recipient');
    const appId = textIn(app, 'id') ?? '';
    const key = part.add('heroku_app_transfer', ['Record'], transfer, {
      ...named(`Transfer of ${textIn(app, 'name')}`),
      state: transfer.state,
      open: transfer.state === 'pending',
      from: from?.email,
      fromId: from?.id,
      to: to?.email,
      toId: to?.id,
      toDomain: textIn(to, 'email')?.split('@')[1]?.toLowerCase(),
      reporter: from?.email,
      reportedOn: Date.parse(textIn(transfer, 'created_at') ?? ''),
      applicationId: appId,
    });
    if (keys.has(appId)) {
      part.relate(appId, 'HAS', key, 'heroku_application_has_app_transfer');
    }
  }
  return part;
}
