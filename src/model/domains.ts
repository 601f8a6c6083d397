import { declareEntity } from './declare';
import { boolean, string, strings, time } from './properties';

export const DOMAIN = declareEntity({
  resourceName: 'Domain',
  _type: 'heroku_domain',
  _class: ['Domain', 'ApplicationEndpoint'],
  common: ['id', 'createdOn', 'updatedOn'],
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
  common: ['id', 'createdOn', 'updatedOn'],
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
