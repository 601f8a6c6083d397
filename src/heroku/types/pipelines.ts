import type { Decoded } from './fields';
import {
  boolean,
  generation,
  identifier,
  maybe,
  number,
  object,
  reference,
  resource,
  text,
} from './fields';
import { timestamp } from './timestamp';

/** An attachment of an add-on to an app, `GET /addon-attachments`. Its `log_input_url` is never read. */
export const addonAttachmentResource = resource('add-on attachment', {
  id: identifier,
  name: maybe(text),
  namespace: maybe(text),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  /** The add-on, and the app that owns it. */
  addon: object({ id: identifier, name: maybe(text), app: reference }),
  /** The app that it is attached to. */
  app: reference,
});
export type AddonAttachment = Decoded<typeof addonAttachmentResource>;

/** A pipeline, `GET /pipelines`. */
export const pipelineResource = resource('pipeline', {
  id: identifier,
  name: maybe(text),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  /** `type` is `team` or `user`; `null` where nobody owns it. */
  owner: maybe(object({ id: identifier, type: maybe(text) })),
  generation: maybe(generation),
});
export type Pipeline = Decoded<typeof pipelineResource>;

/** An app in a pipeline, `GET /pipeline-couplings`. */
export const pipelineCouplingResource = resource('pipeline coupling', {
  id: identifier,
  app: object({ id: identifier }),
  pipeline: object({ id: identifier }),
  /** `test`, `review`, `development`, `staging`, `production`. */
  stage: maybe(text),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
});
export type PipelineCoupling = Decoded<typeof pipelineCouplingResource>;

/** How a pipeline makes review apps, `GET /pipelines/{pipeline}/review-app-config`: a 404 where it makes none. */
export const reviewAppConfigResource = resource('review app configuration', {
  /** The GitHub repository, by GitHub's own number. */
  repo: maybe(object({ id: maybe(number) })),
  automatic_review_apps: maybe(boolean),
  destroy_stale_apps: maybe(boolean),
  /** Days. */
  stale_days: maybe(number),
  wait_for_ci: maybe(boolean),
  base_name: maybe(text),
  deploy_target: maybe(object({ id: maybe(text), type: maybe(text) })),
});
export type ReviewAppConfig = Decoded<typeof reviewAppConfigResource>;
