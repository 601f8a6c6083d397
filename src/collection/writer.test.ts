import { createMockStepExecutionContext } from '@jupiterone/integration-sdk-testing';
import PQueue from 'p-queue';
import { GraphWriter } from './writer';

const KEY = '00000000-0000-4000-8000-000000000001';

function entity(type: string) {
  return {
    _key: KEY,
    _type: type,
    _class: ['Record'],
    name: 'one',
    displayName: 'one',
  };
}

function writersOfOneRun() {
  const { jobState } = createMockStepExecutionContext();
  const turns = new PQueue({ concurrency: 1 });
  const leftOut = { keyTaken: jest.fn(), withoutEnd: jest.fn() };
  const writer = () => new GraphWriter(jobState, turns, leftOut);
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
