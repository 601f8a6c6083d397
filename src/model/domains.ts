import { RelationshipClass } from '@jupiterone/integration-sdk-core';
import { APPLICATION } from './applications';
import {
  boolean,
  declareEntity,
  declareRelationship,
  string,
  strings,
  time,
} from './declare';

export const DOMAIN = declareEntity({
  resourceName: 'Domain',
  _type: 'heroku_domain',
  _class: ['Domain', 'ApplicationEndpoint'],
  description:
    "An address at which an app answers: the app's own at Heroku, or a custom domain.",
  properties: {
    domainName: string('The host name'),
    address: string('The host name; JupiterOne maps DNS records by it'),
    kind: string("`heroku` for the app's own address, `custom` for another"),
    cname: string('Where the DNS record of a custom domain must point'),
    status: string(
      'How far Heroku is with setting it up, such as `pending` or `succeeded`',
    ),
    acmStatus: string(
      'The state of automated certificate management, such as `cert issued` or `failing`',
    ),
    acmStatusReason: string('Why `acmStatus` is what it is'),
    sniEndpointId: string('The SNI endpoint with the certificate it uses'),
    applicationId: string('The app that answers'),
  },
});

export const CERTIFICATE = declareEntity({
  resourceName: 'Certificate',
  _type: 'heroku_certificate',
  _class: ['Certificate'],
  description:
    'A TLS certificate of an app, as its SNI endpoint serves it. Its body is never kept.',
  properties: {
    fingerprint: string('The SHA-256 fingerprint'),
    issuer: string('Who issued it'),
    subject: string('Whom it was issued to'),
    domainName: string('The first of the domains that it is for'),
    alternativeNames: strings('All domains that it is for'),
    validFrom: time('From when it is valid'),
    expiresOn: time('Until when it is valid'),
    selfSigned: boolean('Whether it is signed by itself'),
    caSigned: boolean('Whether a certificate authority has signed it'),
    applicationId: string('The app that serves it'),
  },
});

export const APPLICATION_HAS_DOMAIN = declareRelationship({
  from: APPLICATION,
  verb: RelationshipClass.HAS,
  to: DOMAIN,
  description: 'The app answers at the domain.',
});

export const APPLICATION_HAS_CERTIFICATE = declareRelationship({
  from: APPLICATION,
  verb: RelationshipClass.HAS,
  to: CERTIFICATE,
  description: 'The app has the certificate.',
});

export const DOMAIN_USES_CERTIFICATE = declareRelationship({
  from: DOMAIN,
  verb: RelationshipClass.USES,
  to: CERTIFICATE,
  description: 'The domain is served with the certificate.',
});
