import type { JsonObject } from '../organisation';
import type { Context } from './context';
import { numberFrom, uuid } from './identity';
import { generationReference, regionReference } from './placement';
import type { PipelineDescription } from './surroundings';

/** The pipelines that the token sees, their apps by stage, and how they make review apps. */
export function addPipelines(context: Context): void {
  const pipelines = context.description.pipelines ?? [];
  context.setList(
    '/pipelines',
    pipelines.map((description) => pipeline(context, description)),
    '/pipelines',
  );
  context.setList(
    '/pipeline-couplings',
    pipelines.flatMap((description) => couplings(context, description)),
  );
  for (const { name } of context.description.teams ?? []) {
    context.setList(
      `/teams/${context.teamReference(name).id}/pipeline-couplings`,
      pipelines
        .filter(({ team }) => team === name)
        .flatMap((description) => couplings(context, description)),
    );
  }
  for (const description of pipelines) {
    const id = uuid('pipeline', description.name);
    context.alias(description.name, id);
    context.setList(
      `/pipelines/${id}/pipeline-couplings`,
      couplings(context, description),
    );
    const config = reviewAppConfig(description);
    if (config !== undefined) {
      context.resources.set(`/pipelines/${id}/review-app-config`, config);
    }
  }
}

function pipeline(
  context: Context,
  description: PipelineDescription,
): JsonObject {
  const { name, fir = false, createdDaysAgo } = description;
  return {
    id: uuid('pipeline', name),
    name,
    ...context.dated(createdDaysAgo),
    generation: generationReference(fir),
    owner: ownerOf(context, description),
  };
}

function ownerOf(
  context: Context,
  { team, owner, pseudoOwner }: PipelineDescription,
): JsonObject | null {
  if (team !== undefined)
    return { id: context.teamReference(team).id, type: 'team' };
  if (pseudoOwner !== undefined)
    return { id: context.teamReference(pseudoOwner).id, type: 'user' };
  if (owner !== undefined)
    return { id: context.person(owner).id, type: 'user' };
  return null;
}

function couplings(
  context: Context,
  { name, stages, createdDaysAgo }: PipelineDescription,
): JsonObject[] {
  return Object.entries(stages).flatMap(([stage, apps]) =>
    apps.map((app) => ({
      id: uuid('pipeline-coupling', `${name} ${app}`),
      app: { id: context.appReference(app).id },
      ...context.dated(createdDaysAgo),
      pipeline: { id: uuid('pipeline', name) },
      stage,
    })),
  );
}

function reviewAppConfig({
  name,
  reviewApps,
}: PipelineDescription): JsonObject | undefined {
  if (reviewApps === undefined) return undefined;
  const id = uuid('pipeline', name);
  return {
    repo: { id: numberFrom(id, 900_000_000) },
    automatic_review_apps: reviewApps.automatic,
    base_name: reviewApps.baseName ?? null,
    deploy_target:
      reviewApps.space === undefined
        ? { id: regionReference('us').id, type: 'region' }
        : { id: uuid('space', reviewApps.space), type: 'space' },
    destroy_stale_apps: reviewApps.destroyStale,
    pipeline_id: id,
    stale_days: reviewApps.staleDays,
    wait_for_ci: reviewApps.waitForCi,
  };
}
