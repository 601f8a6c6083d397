import { StepResultStatus } from '@jupiterone/integration-sdk-core';
import type { Collected } from '../../tools/demoReport';
import { describeCounts, faultsOf } from '../../tools/demoReport';

const user = { _key: 'user-0000001', _type: 'heroku_account_member' };
const account = { _key: 'account-0001', _type: 'heroku_account' };

function step(id: string, status: StepResultStatus, types: string[]) {
  return {
    id,
    name: id,
    declaredTypes: types,
    partialTypes: [],
    encounteredTypes: [],
    status,
  };
}

/** A collection of two steps that both found what they declare. */
function collected(changes: Partial<Collected> = {}): Collected {
  const { SUCCESS } = StepResultStatus;
  return {
    organisation: 'enterprise',
    graph: {
      entities: [account, user].map((entity) => ({ ...entity, _class: 'Any' })),
      relationships: [],
      mappedRelationships: [],
      summary: {
        integrationStepResults: [
          step('fetch-accounts', SUCCESS, [account._type]),
          step('fetch-users', SUCCESS, [user._type]),
        ],
        metadata: { partialDatasets: { types: [] } },
      },
    },
    requests: 4,
    durationMs: 1000,
    exitCode: 0,
    timedOut: false,
    ...changes,
  };
}

function withSteps(...steps: ReturnType<typeof step>[]): Collected {
  const { graph } = collected();
  return collected({
    graph: {
      ...graph,
      summary: {
        integrationStepResults: steps,
        metadata: { partialDatasets: { types: [] } },
      },
    },
  });
}

describe('the verdict on a collection', () => {
  test('one that found every declared type has no fault', () => {
    expect(faultsOf(collected())).toEqual([]);
  });

  test('a step that failed is a fault, though collect exits with 0', () => {
    const faults = faultsOf(
      withSteps(
        step('fetch-accounts', StepResultStatus.FAILURE, [account._type]),
      ),
    );
    expect(faults).toEqual(['The step "fetch-accounts" ended as failure.']);
  });

  test('a step that was turned off is none, nor is what it would have found', () => {
    const faults = faultsOf(
      withSteps(
        step('fetch-domains', StepResultStatus.DISABLED, ['heroku_domain']),
      ),
    );
    expect(faults).toEqual([]);
  });

  test('a type that the complete organisation has and the graph has not is a fault', () => {
    const missing = withSteps(
      step('fetch-teams', StepResultStatus.SUCCESS, ['heroku_team']),
    );
    expect(faultsOf(missing)).toEqual([
      'The graph holds nothing of: heroku_team.',
    ]);
    expect(faultsOf({ ...missing, organisation: 'empty' })).toEqual([]);
  });

  test('a graph without an account is a fault in every organisation', () => {
    const { graph } = collected();
    const without = collected({
      organisation: 'empty',
      graph: { ...graph, entities: [] },
    });
    expect(faultsOf(without)).toEqual([
      'The graph holds nothing of: heroku_account.',
    ]);
  });

  test('types that count as partial are a fault', () => {
    const partial = collected();
    partial.graph.summary?.metadata.partialDatasets.types.push('heroku_addon');
    expect(faultsOf(partial)).toEqual([
      'Not everything was seen of: heroku_addon.',
    ]);
  });

  test('one that wrote no summary, exited with an error or took too long did not come to its end', () => {
    const { graph } = collected();
    const unfinished = collected({ graph: { ...graph, summary: undefined } });
    expect(faultsOf(unfinished)).toHaveLength(1);
    expect(faultsOf(collected({ exitCode: 1 }))).toHaveLength(1);
    expect(faultsOf(collected({ timedOut: true }))).toHaveLength(1);
  });
});

test('the report counts entities and relationships by type, with the sum of each', () => {
  const { graph } = collected();
  const lines = describeCounts({
    ...graph,
    relationships: [
      {
        _key: 'account-0001|has|user-0000001',
        _type: 'heroku_account_has_member',
        _class: 'HAS',
        _fromEntityKey: account._key,
        _toEntityKey: user._key,
      },
    ],
  }).split('\n');
  expect(lines.map((line) => line.split(/ +/))).toEqual(
    expect.arrayContaining([
      ['Entities', '2'],
      ['heroku_account', '1'],
      ['heroku_account_member', '1'],
      ['Relationships', '1'],
      ['heroku_account_has_member', '1'],
    ]),
  );
});
