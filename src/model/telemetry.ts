import { declareEntity } from './declare';
import { boolean, number, string, strings } from './properties';

export const TELEMETRY_DRAIN = declareEntity({
  resourceName: 'Telemetry Drain',
  _type: 'heroku_telemetry_drain',
  _class: ['Logs'],
  common: ['id', 'createdOn', 'updatedOn'],
  description:
    'Where a Fir space or app sends traces, metrics and logs, and where a Shield space sends the logs of its apps. Headers and credentials are never read.',
  properties: {
    type: string('Always `application`: it carries what apps write'),
    signals: strings('What is sent: some of `traces`, `metrics` and `logs`'),
    exporterType: string('`otlphttp`, `otlp` or `syslog`'),
    scheme: string('How it is sent, such as `https`'),
    host: string('The host that it is sent to'),
    port: number('The port, where it is not the usual one of the scheme'),
    encrypted: boolean(
      'Whether it is encrypted on its way; absent where the scheme does not say',
    ),
    spaceId: string('The Private Space that it belongs to'),
    applicationId: string('The app that it belongs to'),
  },
});
