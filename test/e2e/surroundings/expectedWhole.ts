import type { Organisation } from '../../sandbox';
import { differences } from '../documentedGraph';
import type { Expected, ExpectedGraph } from '../expectedGraph';
import { expectedGraph } from '../expectedGraph';
import type { CollectedGraph } from '../graph';
import { expectedAccess } from './access';
import { expectedAppDetails } from './appDetails';
import { expectedCredentials } from './credentials';
import { expectedGovernance } from './governance';
import type { Part, Surrounded } from './part';
import { expectedAttachments, expectedPipelines } from './pipelines';
import { expectedSpaces } from './spaces';

/** All that is collected of an organisation. */
export interface ExpectedWhole extends ExpectedGraph {
  mappedRelationships: Expected[];
}

/** The sources that ask once for every app. */
const APP_DETAILS = new Set([
  'domains',
  'certificates',
  'log-drains',
  'webhooks',
  'processes',
]);

/**
 * The documented graph and what surrounds it, worked out from what the organisation's API answers and from nothing of
 * the integration.
 *
 * @param options.at when it is collected: the support of a stack and the end of an authorization depend on it
 * @param options.appDetails whether every app is asked for its details
 * @param options.isOn which ingestion sources are on; all, unless given
 */
export function expectedWhole(
  organisation: Organisation,
  {
    at,
    appDetails,
    isOn = () => true,
  }: {
    at: Date;
    appDetails: boolean;
    isOn?: (source: string) => boolean;
  },
): ExpectedWhole {
  const documented = expectedGraph(
    isOn('stack-support') ? organisation : withoutStacks(organisation),
    undefined,
    at,
  );
  const ofType = (type: string) =>
    documented.entities.filter(({ _type }) => _type === type);
  const applications = ofType('heroku_application');
  const surrounded: Surrounded = {
    keys: new Set(documented.entities.map(({ _key }) => _key)),
    appIds: applications.map(({ _key }) => _key),
    teams: ofType('heroku_team').map(({ _key, name }) => ({
      id: _key,
      name: String(name),
    })),
  };

  const parts: Part[] = [];
  if (isOn('app-access')) {
    parts.push(
      expectedAccess(organisation, surrounded, {
        spaces: isOn('private-spaces'),
      }),
    );
  }
  if (isOn('pipelines')) {
    const known = [documented, ...parts].flatMap(({ entities }) => entities);
    const userIds = new Set(known.map(({ _key }) => _key));
    parts.push(expectedPipelines(organisation, surrounded, userIds));
  }
  if (isOn('team-governance')) {
    parts.push(expectedGovernance(organisation, surrounded));
  }
  if (isOn('addon-attachments')) {
    parts.push(expectedAttachments(organisation, surrounded));
  }
  if (isOn('private-spaces')) {
    parts.push(expectedSpaces(organisation, surrounded, applications));
  }
  if (isOn('credentials')) {
    parts.push(expectedCredentials(organisation, at));
  }
  parts.push(
    expectedAppDetails(
      organisation,
      surrounded,
      (source) => appDetails && APP_DETAILS.has(source) && isOn(source),
    ),
  );
  return {
    entities: [documented, ...parts].flatMap(({ entities }) => entities),
    relationships: [documented, ...parts].flatMap(
      ({ relationships }) => relationships,
    ),
    mappedRelationships: parts.flatMap(
      ({ mappedRelationships }) => mappedRelationships,
    ),
  };
}

function withoutStacks(organisation: Organisation): Organisation {
  const resources = new Map(organisation.resources);
  return { ...organisation, resources: resources.set('/stacks', []) };
}

/** In what a collected graph differs from the expected whole, mapped relationships included; raw data apart. */
export function wholeDifferences(
  expected: ExpectedWhole,
  { entities, relationships, mappedRelationships }: CollectedGraph,
): string[] {
  return [
    ...differences(expected, {
      entities: entities.map(withoutRawData),
      relationships,
    }),
    ...differences(
      { entities: [], relationships: expected.mappedRelationships },
      { entities: [], relationships: mappedRelationships },
    ),
  ];
}

function withoutRawData(entity: Expected): Expected {
  const { _rawData, ...properties } = entity;
  return _rawData === undefined ? entity : properties;
}
