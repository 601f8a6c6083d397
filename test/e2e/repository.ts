import type { Organisation } from '../sandbox';
import { listOf } from '../sandbox';
import { idOf, objectIn } from './expectedProperties';

/** GitHub's number of the repository whose review apps a pipeline makes. */
export function repositoryOf(
  organisation: Organisation,
  name: string,
): unknown {
  const pipeline = listOf(organisation, '/pipelines').find(
    (one) => one.name === name,
  )!;
  const config = organisation.resources.get(
    `/pipelines/${idOf(pipeline)}/review-app-config`,
  );
  return Array.isArray(config) ? undefined : objectIn(config, 'repo')?.id;
}
