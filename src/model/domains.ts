import { declareEntity } from './declare';
import { boolean, number, string, strings, time } from './properties';

export const APPLICATION_ENDPOINT = declareEntity({
  resourceName: 'Application Endpoint',
  _type: 'heroku_application_endpoint',
  _class: ['ApplicationEndpoint'],
  common: ['id', 'createdOn', 'updatedOn'],
  description: "The app's own address at Heroku: it is nobody's domain.",
  properties: {
    address: string('The host name'),
    status: string(
      'How far Heroku is with setting it up, such as `pending` or `succeeded`',
    ),
    guessable: boolean(
      'Whether the host name is the name of the app: anybody can take it once the app is gone',
    ),
    applicationId: string('The app that answers'),
  },
});

export const DOMAIN = declareEntity({
  resourceName: 'Domain',
  _type: 'heroku_domain',
  _class: ['Domain', 'ApplicationEndpoint'],
  common: ['id', 'createdOn', 'updatedOn'],
  description: 'A custom domain at which an app answers.',
  properties: {
    domainName: string('The host name'),
    parentDomain: string('The domain above it, such as `example.com`'),
    address: string('The host name; JupiterOne maps DNS records by it'),
    kind: string('`custom`'),
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
    active: boolean('Whether it was valid when this run began'),
    serialNumber: string('Its serial number, hexadecimal'),
    keyAlgorithm: string('The algorithm of its key, such as `rsa`'),
    keySize: number('The size of its key, in bits'),
    issuer: string('Who issued it'),
    subject: string('Whom it was issued to'),
    domainName: string('The first, by name, of the domains that it is for'),
    alternativeNames: strings('All domains that it is for'),
    validFrom: time('From when it is valid'),
    expiresOn: time('Until when it is valid'),
    selfSigned: boolean('Whether it is signed by itself'),
    caSigned: boolean('Whether a certificate authority has signed it'),
    applicationId: string('The app that serves it'),
  },
});
