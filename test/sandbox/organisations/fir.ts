import type { JsonObject } from '../organisation';
import type { Context } from './context';
import { uuid } from './identity';

/** What Heroku says of something that its newer generation does not have. */
export function notOnFir(things: string): string {
  return `This feature isn't available for Fir-generation ${things}.`;
}

/** Where a Fir app or space sends its telemetry; its headers and the user part of its address are secret. */
export function telemetryDrain(
  context: Context,
  type: 'app' | 'space',
  ownerName: string,
  host: string,
): JsonObject {
  const id = uuid('telemetry-drain', `${type} ${ownerName}`);
  const secret = (field: string) =>
    context.secrets.secret('telemetry-drain', id, field);
  return {
    id,
    ...context.dated(30),
    exporter: {
      type: 'otlphttp',
      endpoint: `https://collector:${secret('exporter.endpoint')}@${host}`,
      headers: { Authorization: `Bearer ${secret('exporter.headers')}` },
    },
    owner: { id: uuid(type, ownerName), type },
    signals: ['traces', 'metrics'],
  };
}
