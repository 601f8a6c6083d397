import type { JsonObject } from '../../sandbox';
import {
  idOf,
  isThere,
  named,
  objectIn,
  sorted,
  textIn,
} from '../expectedProperties';
import type { Part } from './part';

/** Each scheme with its usual port, and whether it encrypts. */
const SCHEMES: Readonly<Record<string, [port: number, encrypted: boolean]>> = {
  https: [443, true],
  'syslog+tls': [6514, true],
  syslog: [514, false],
  http: [80, false],
};

/** Of a URL the scheme, the host and an unusual port; the rest may be a secret. */
function destination(url: string | undefined) {
  const [, scheme = '', host = '', given] =
    /^([^:]+):\/\/(?:[^@/]*@)?([^:/]+)(?::(\d+))?/.exec(
      (url ?? '').toLowerCase(),
    ) ?? [];
  const [usual, encrypted] = SCHEMES[scheme] ?? [];
  const port =
    given === undefined || Number(given) === usual ? undefined : Number(given);
  return {
    ...named(`${scheme}://${host}${port === undefined ? '' : `:${port}`}`),
    scheme,
    host,
    ...isThere({ port, encrypted }),
  };
}

/** Where the logs of an app go. */
export function addLogDrain(
  part: Part,
  drain: JsonObject,
  applicationId: string,
): string {
  return part.add('heroku_log_drain', ['Logs'], drain, {
    ...destination(textIn(drain, 'url')),
    type: 'application',
    applicationId,
    ...isThere({ addonId: objectIn(drain, 'addon')?.id }),
  });
}

/** Who is told of changes to an app. */
export function addWebhook(
  part: Part,
  webhook: JsonObject,
  applicationId: string,
): string {
  const where = destination(textIn(webhook, 'url'));
  return part.add('heroku_webhook', ['ApplicationEndpoint'], webhook, {
    ...where,
    address: where.host,
    level: webhook.level,
    include: sorted(webhook.include),
    applicationId,
  });
}

/** Where a Fir space or app sends what it measures, and a Shield space its logs. */
export function addTelemetryDrain(
  part: Part,
  drain: JsonObject,
  owner: { spaceId: string } | { applicationId: string },
): void {
  const exporter = objectIn(drain, 'exporter');
  const key = part.add('heroku_telemetry_drain', ['Logs'], drain, {
    ...destination(textIn(exporter, 'endpoint') ?? textIn(drain, 'url')),
    type: 'application',
    signals: exporter ? sorted(drain.signals) : ['logs'],
    exporterType: exporter ? exporter.type : 'syslog',
    ...owner,
  });
  if ('spaceId' in owner) {
    const type = 'heroku_space_has_telemetry_drain';
    part.relate(`heroku_space:${owner.spaceId}`, 'HAS', key, type);
  } else {
    const type = 'heroku_application_has_telemetry_drain';
    part.relate(owner.applicationId, 'HAS', key, type);
  }
}

/** The process types of an app. */
export function addProcess(
  part: Part,
  process: JsonObject,
  applicationId: string,
): string {
  const app = objectIn(process, 'app');
  return part.add('heroku_process', ['Process'], process, {
    name: process.type,
    displayName: `${textIn(app, 'name') ?? idOf(process)} ${textIn(process, 'type')}`,
    processType: process.type,
    size: process.size,
    quantity: process.quantity,
    running: process.quantity !== 0,
    applicationId,
  });
}
