import { RelationshipClass } from '@jupiterone/integration-sdk-core';
import { declareRelationship } from './declare';
import { CERTIFICATE, DOMAIN } from './domains';

export const DOMAIN_USES_CERTIFICATE = declareRelationship({
  from: DOMAIN,
  verb: RelationshipClass.USES,
  to: CERTIFICATE,
  description: 'The domain is served with the certificate.',
});
