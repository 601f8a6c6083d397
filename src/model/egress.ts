import { declareEntity } from './declare';
import { boolean, number, string, strings } from './properties';

/** Where something is sent: of the URL, only what holds no secret. */
const DESTINATION = {
  scheme: string('How it is sent, such as `https` or `syslog+tls`'),
  host: string('The host that it is sent to'),
  port: number('The port, where it is not the usual one of the scheme'),
  encrypted: boolean(
    'Whether it is encrypted on its way; absent where the scheme does not say',
  ),
  applicationId: string('The app that it belongs to'),
};

export const LOG_DRAIN = declareEntity({
  resourceName: 'Log Drain',
  _type: 'heroku_log_drain',
  _class: ['Logs'],
  common: ['id', 'createdOn', 'updatedOn'],
  description:
    'Where the logs of an app are sent. The credentials, path and query of its URL are never kept.',
  properties: {
    ...DESTINATION,
    type: string('Always `application`: the logs of an app'),
    addonId: string('The add-on that set it up'),
  },
});

export const WEBHOOK = declareEntity({
  resourceName: 'Webhook',
  _type: 'heroku_webhook',
  _class: ['ApplicationEndpoint'],
  common: ['id', 'createdOn', 'updatedOn'],
  description:
    'Who is told of changes to an app. The credentials, path and query of its URL are never kept.',
  properties: {
    ...DESTINATION,
    address: string('The host that it is sent to'),
    level: string('`notify`: tried once; `sync`: tried until it is taken'),
    include: strings('What it tells of, such as `api:release`'),
  },
});
