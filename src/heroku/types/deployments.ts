import { buildpackSource } from './buildpack';
import type { Decoded } from './fields';
import {
  boolean,
  identifier,
  maybe,
  number,
  object,
  personReference,
  reference,
  resource,
  text,
} from './fields';
import { timestamp } from './timestamp';
import { unordered } from './unordered';

/**
 * The latest release of an app of a pipeline, `GET /pipelines/{pipeline}/latest-releases`. Its `output_stream_url` is a
 * secret, and its `description` is text of people: neither is read.
 */
export const releaseResource = resource('release', {
  id: identifier,
  app: reference,
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  version: maybe(number),
  /** `failed`, `pending`, `succeeded`, `expired`. */
  status: maybe(text),
  current: maybe(boolean),
  user: maybe(personReference),
});
export type Release = Decoded<typeof releaseResource>;

/**
 * The latest build of an app of a pipeline, `GET /pipelines/{pipeline}/latest-builds`. Of its source only the commit is
 * read, and of its buildpacks only where they come from: its URLs hold secrets.
 */
export const pipelineBuildResource = resource('build', {
  id: identifier,
  app: object({ id: identifier }),
  /** The release that it became, if it did. */
  release: maybe(object({ id: maybe(identifier) })),
  stack: maybe(text),
  status: maybe(text),
  /** `version` is the commit. */
  source_blob: maybe(object({ version: maybe(text) })),
  buildpacks: maybe(
    unordered(
      object({ name: maybe(text), url: maybe(buildpackSource) }),
      'name',
    ),
  ),
});
export type PipelineBuild = Decoded<typeof pipelineBuildResource>;

/** A review app of a pipeline, `GET /pipelines/{pipeline}/review-apps`. Its `message` is text of people. */
export const reviewAppResource = resource('review app', {
  id: identifier,
  /** Missing until the app has been made. */
  app: maybe(object({ id: maybe(identifier) })),
  branch: maybe(text),
  /** `pending`, `creating`, `created`, `deleting`, `deleted`, `errored`. */
  status: maybe(text),
  creator: maybe(object({ id: maybe(identifier), email: maybe(text) })),
  /** GitHub's number of the fork; `null` where the branch is in the repository itself. */
  fork_repo: maybe(object({ id: maybe(number) })),
  pr_number: maybe(number),
});
export type ReviewApp = Decoded<typeof reviewAppResource>;
