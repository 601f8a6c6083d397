import { RelationshipClass } from '@jupiterone/integration-sdk-core';
import { AUTHORIZATION, OAUTH_CLIENT } from './credentials';
import { declareRelationship } from './declare';

export const OAUTH_CLIENT_HAS_AUTHORIZATION = declareRelationship({
  from: OAUTH_CLIENT,
  verb: RelationshipClass.HAS,
  to: AUTHORIZATION,
  description: 'The client holds the authorization.',
});
