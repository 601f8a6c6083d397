import type { Decoded } from './fields';
import {
  identifier,
  maybe,
  personReference,
  reference,
  resource,
  text,
} from './fields';
import { timestamp } from './timestamp';

/** A transfer of an app to somebody else, `GET /account/app-transfers`. */
export const appTransferResource = resource('app transfer', {
  id: identifier,
  app: maybe(reference),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  /** Who gives it away. */
  owner: maybe(personReference),
  recipient: maybe(personReference),
  /** `pending`, `accepted`, `declined`. */
  state: maybe(text),
});
export type AppTransfer = Decoded<typeof appTransferResource>;
