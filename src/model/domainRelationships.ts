import { RelationshipClass } from '@jupiterone/integration-sdk-core';
import { declareMappedRelationship, declareRelationship } from './declare';
import { CERTIFICATE, DOMAIN } from './domains';

export const DOMAIN_USES_CERTIFICATE = declareRelationship({
  from: DOMAIN,
  verb: RelationshipClass.USES,
  to: CERTIFICATE,
  description: 'The domain is served with the certificate.',
});

const DOMAIN_RECORD = { _type: 'domain_record', _class: 'DomainRecord' };

export const DOMAIN_CONNECTS_DOMAIN_RECORD = declareMappedRelationship({
  from: DOMAIN,
  verb: RelationshipClass.CONNECTS,
  to: { ...DOMAIN_RECORD, foundBy: ['name'] },
  description: 'The DNS record has the name of the domain.',
});

export const DOMAIN_RECORD_CONNECTS_DOMAIN = declareMappedRelationship({
  from: { ...DOMAIN_RECORD, foundBy: ['value'] },
  verb: RelationshipClass.CONNECTS,
  to: DOMAIN,
  description:
    'The DNS record points to the `cname` of the domain. Its name may be a subdomain that a wildcard domain covers.',
});
