import { httpAddress } from './address';
import type { Decoded } from './fields';
import {
  identifier,
  maybe,
  number,
  object,
  personReference,
  resource,
  text,
} from './fields';
import { publicKeyFacts } from './publicKey';
import { timestamp } from './timestamp';
import { unorderedTexts } from './unordered';

/** An OAuth authorization of the user, `GET /oauth/authorizations`. Its tokens and grant code are never read. */
export const authorizationResource = resource('authorization', {
  id: identifier,
  description: maybe(text),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  scope: maybe(unorderedTexts),
  /** `expires_in`: in how many seconds the token expires; `null` for one that never does. */
  access_token: maybe(object({ id: maybe(text), expires_in: maybe(number) })),
  client: maybe(
    object({
      id: maybe(text),
      name: maybe(text),
      redirect_uri: maybe(httpAddress),
    }),
  ),
  user: maybe(personReference),
});
export type Authorization = Decoded<typeof authorizationResource>;

/** An SSH key of the user, `GET /account/keys`. Of the key itself only algorithm and size are kept. */
export const sshKeyResource = resource('SSH key', {
  id: identifier,
  comment: maybe(text),
  email: maybe(text),
  fingerprint: maybe(text),
  public_key: maybe(publicKeyFacts),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
});
export type SshKey = Decoded<typeof sshKeyResource>;

/** An OAuth client of the user, `GET /oauth/clients`. Its `secret` is never read, of its `redirect_uri` only where it points. */
export const oauthClientResource = resource('OAuth client', {
  id: identifier,
  name: maybe(text),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  redirect_uri: maybe(httpAddress),
});
export type OauthClient = Decoded<typeof oauthClientResource>;
