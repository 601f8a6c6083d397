import type { Organisation } from '../../sandbox';
import { differences, withoutRawData } from '../documentedGraph';
import type { ExpectedGraph } from '../expectedGraph';
import { expectedGraph } from '../expectedGraph';
import type { CollectedGraph } from '../graph';
import { expectedAccess } from './access';
import { expectedAppDetails } from './appDetails';
import { expectedCredentials } from './credentials';
import { expectedDeployments, expectedTransfers } from './deployments';
import { expectedGovernance } from './governance';
import type { Surrounded } from './part';
import { expectedAttachments, expectedPipelines } from './pipelines';
import { expectedSpaces } from './spaces';

/** The areas around the documented graph. */
const AREAS = [
  expectedPipelines,
  expectedGovernance,
  expectedAttachments,
  expectedSpaces,
  expectedCredentials,
  expectedDeployments,
  expectedTransfers,
  expectedAppDetails,
];

/**
 * The documented graph and what surrounds it, worked out from what the organisation's API answers and from nothing of
 * the integration.
 *
 * @param options.at when it is collected
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
): ExpectedGraph {
  const documented = expectedGraph(organisation, { at, isOn });
  const ofType = (type: string) =>
    documented.entities.filter(({ _type }) => _type === type);
  const keys = new Set(documented.entities.map(({ _key }) => _key));
  const known = {
    at,
    isOn,
    appDetails,
    keys,
    applications: ofType('heroku_application'),
    teams: ofType('heroku_team'),
  };
  const access = expectedAccess(organisation, known);
  const surrounded: Surrounded = {
    ...known,
    userIds: new Set([...keys, ...access.entities.map(({ _key }) => _key)]),
  };
  const parts: ExpectedGraph[] = [
    documented,
    access,
    ...AREAS.map((area) => area(organisation, surrounded)),
  ];
  return {
    entities: parts.flatMap(({ entities }) => entities),
    relationships: parts.flatMap(({ relationships }) => relationships),
    mappedRelationships: parts.flatMap(
      ({ mappedRelationships }) => mappedRelationships,
    ),
  };
}

/** In what a collected graph differs from the expected whole, mapped relationships included; raw data apart. */
export function wholeDifferences(
  expected: ExpectedGraph,
  { entities, relationships, mappedRelationships }: CollectedGraph,
): string[] {
  return differences(expected, {
    entities: entities.map(withoutRawData),
    relationships,
    mappedRelationships,
  });
}
