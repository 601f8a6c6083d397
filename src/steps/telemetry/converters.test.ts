import { written, writtenRelationship } from '../../../test/converted';
import { decode } from '../../heroku/decode';
import {
  spaceLogDrainResource,
  telemetryDrainResource,
} from '../../heroku/types';
import {
  createApplicationHasTelemetryDrainRelationship,
  createSpaceHasTelemetryDrainRelationship,
  createSpaceLogDrainEntity,
  createTelemetryDrainEntity,
  spaceLogDrainId,
} from './converters';

const ID = '0193aaad-0000-4000-8000-000000000001';
const APP_ID = '0193aaad-0000-4000-8000-000000000002';
const SPACE_ID = '0193aaad-0000-4000-8000-000000000003';

test('a telemetry drain says what it sends where, and none of its credentials', () => {
  const { object } = decode(telemetryDrainResource, {
    id: ID,
    signals: ['traces', 'logs'],
    exporter: {
      type: 'otlphttp',
      endpoint: 'https://user:planted@otel.example.com/planted?key=planted',
      headers: { 'x-honeycomb-team': 'planted' },
    },
    owner: { id: APP_ID, type: 'app' },
    created_at: '2020-01-02T03:04:05Z',
    updated_at: '2021-01-02T03:04:05Z',
  });
  const entity = createTelemetryDrainEntity(object!, { applicationId: APP_ID });

  expect(JSON.stringify(entity)).not.toContain('planted');
  expect(written(entity)).toEqual({
    _key: `heroku_telemetry_drain:${ID}`,
    _type: 'heroku_telemetry_drain',
    _class: ['Logs'],
    id: ID,
    name: 'https://otel.example.com',
    displayName: 'https://otel.example.com',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    type: 'application',
    signals: ['logs', 'traces'],
    exporterType: 'otlphttp',
    scheme: 'https',
    host: 'otel.example.com',
    encrypted: true,
    applicationId: APP_ID,
  });
});

test('the log drain of a Shield space is one too, by the id of the space where it has none', () => {
  const { object } = decode(spaceLogDrainResource, {
    url: 'syslog+tls://user:planted@logs.example.com:7000/planted',
  });
  const entity = createSpaceLogDrainEntity(object!, SPACE_ID);

  expect(JSON.stringify(entity)).not.toContain('planted');
  expect(written(entity)).toMatchObject({
    _key: `heroku_telemetry_drain:${SPACE_ID}`,
    signals: ['logs'],
    exporterType: 'syslog',
    host: 'logs.example.com',
    port: 7000,
    encrypted: true,
    spaceId: SPACE_ID,
  });
  expect(spaceLogDrainId({ id: ID }, SPACE_ID)).toBe(ID);
});

test('a space and an app have their drains', () => {
  expect(
    writtenRelationship(createSpaceHasTelemetryDrainRelationship(SPACE_ID, ID)),
  ).toMatchObject({
    _fromEntityKey: `heroku_space:${SPACE_ID}`,
    _toEntityKey: `heroku_telemetry_drain:${ID}`,
  });
  expect(
    writtenRelationship(
      createApplicationHasTelemetryDrainRelationship(APP_ID, ID),
    ),
  ).toMatchObject({
    _fromEntityKey: APP_ID,
    _toEntityKey: `heroku_telemetry_drain:${ID}`,
  });
});
