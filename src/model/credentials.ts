import { declareEntity } from './declare';
import { boolean, number, string, strings, time } from './properties';

export const AUTHORIZATION = declareEntity({
  resourceName: 'OAuth Authorization',
  _type: 'heroku_authorization',
  _class: ['AccessKey'],
  common: ['id', 'createdOn', 'updatedOn'],
  description:
    "An OAuth authorization of the API key's user or of a team: an API key, or the access given to a client. The token itself is never read.",
  properties: {
    description: string('The description that its owner gave it'),
    ownerType: string('`user` or `team`'),
    ownerId: string('The user or team that it belongs to'),
    scopes: strings('What it may be used for'),
    hasGlobalScope: boolean(
      'Whether it may be used for everything that the user may do',
    ),
    neverExpires: boolean('Whether its access token has no end'),
    expiresOn: time('When its access token expires, to the hour'),
    usage: string('Always `api`'),
    clientHost: string('The host that the client is answered at'),
    clientId: string('The OAuth client that it was given to'),
    clientName: string('The name of the OAuth client that it was given to'),
  },
});

export const SSH_KEY = declareEntity({
  resourceName: 'SSH Key',
  _type: 'heroku_ssh_key',
  _class: ['Key', 'AccessKey'],
  common: ['id', 'createdOn', 'updatedOn'],
  description: "An SSH key of the API key's user, with which git pushes.",
  properties: {
    usage: string('Always `git`'),
    keyType: string('The algorithm, such as `ssh-ed25519`'),
    keySize: number('The size of the key, in bits'),
    fingerprint: string('The MD5 fingerprint of the public key'),
    comment: string('The comment on the key, as a rule `user@host`'),
    email: string('The e-mail address that Heroku keeps with it'),
  },
});

export const OAUTH_CLIENT = declareEntity({
  resourceName: 'OAuth Client',
  _type: 'heroku_oauth_client',
  _class: ['Application'],
  common: ['id', 'createdOn', 'updatedOn'],
  description:
    "An OAuth client that the API key's user has registered. Its secret is never read.",
  properties: {
    redirectHost: string('The host that it is answered at'),
    redirectScheme: string('`https`, or `http` where answers go in plain text'),
  },
});
