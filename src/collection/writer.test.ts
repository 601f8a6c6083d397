import { createMockStepExecutionContext } from '@jupiterone/integration-sdk-testing';
import PQueue from 'p-queue';
import {
  APPLICATION,
  createRelationship,
  TEAM,
  TEAM_OWNS_APPLICATION,
} from '../model';
import { GraphWriter } from './writer';

const KEY = '00000000-0000-4000-8000-000000000001';

const APP_KEY = '00000000-0000-4000-8000-000000000002';

function entity(type: string, _key = KEY) {
  return {
    _key,
    _type: type,
    _class: ['Record'],
    name: 'one',
    displayName: 'one',
  };
}

function writersOfOneRun() {
  const { jobState } = createMockStepExecutionContext();
  const leftOut = { keyTaken: jest.fn(), withoutEnd: jest.fn() };
  const options = {
    turns: new PQueue({ concurrency: 1 }),
    types: new Map<string, string>(),
    relationships: [TEAM_OWNS_APPLICATION],
    leftOut,
  };
  const writer = () => new GraphWriter(jobState, options);
  return { jobState, leftOut, first: writer(), second: writer() };
}

test('two things with one id, held back by two steps at once, are not taken for one', async () => {
  const { jobState, leftOut, first, second } = writersOfOneRun();
  await first.add([entity('heroku_team')], []);
  await second.add([entity('heroku_addon')], []);

  await Promise.all([first.finish(), second.finish()]);

  expect(jobState.collectedEntities).toHaveLength(1);
  expect(leftOut.keyTaken).toHaveBeenCalledWith('heroku_addon');
});

test('one thing that two steps came upon is added once, and nothing is said', async () => {
  const { jobState, leftOut, first, second } = writersOfOneRun();
  await first.add([entity('heroku_team')], []);
  await second.add([entity('heroku_team')], []);

  await Promise.all([first.finish(), second.finish()]);

  expect(jobState.collectedEntities).toHaveLength(1);
  expect(leftOut.keyTaken).not.toHaveBeenCalled();
});

describe('a relationship', () => {
  const owns = createRelationship(TEAM_OWNS_APPLICATION, KEY, APP_KEY);
  const addedBy = (writer: GraphWriter, type: string) =>
    writer.add([entity(type, APP_KEY)], []);

  test.each([true, false])(
    'is added where both its ends are there; handed over before: %s',
    async (isHandedOver) => {
      const { jobState, leftOut, first, second } = writersOfOneRun();
      await first.add([entity(TEAM._type)], []);
      await addedBy(first, APPLICATION._type);
      if (isHandedOver) await first.finish();

      await (isHandedOver ? second : first).add([], [owns]);
      await (isHandedOver ? second : first).finish();

      expect(jobState.collectedRelationships).toEqual([owns]);
      expect(leftOut.withoutEnd).not.toHaveBeenCalled();
    },
  );

  test('is left out and reported where an end is missing', async () => {
    const { jobState, leftOut, first } = writersOfOneRun();
    await first.add([entity(TEAM._type)], [owns]);
    await first.finish();

    expect(jobState.collectedRelationships).toEqual([]);
    expect(leftOut.withoutEnd).toHaveBeenCalledWith(owns._type);
  });

  test.each([true, false])(
    'is left out where what has the key of its end is of another type; handed over before: %s',
    async (isHandedOver) => {
      const { jobState, leftOut, first, second } = writersOfOneRun();
      await first.add([entity(TEAM._type)], []);
      await addedBy(first, 'heroku_addon');
      if (isHandedOver) await first.finish();

      await (isHandedOver ? second : first).add([], [owns]);
      await second.finish();

      expect(jobState.collectedRelationships).toEqual([]);
      expect(leftOut.withoutEnd).toHaveBeenCalledWith(owns._type);
    },
  );
});
