import {
  ACCOUNT,
  ADDON,
  APPLICATION,
  AUTHORIZATION,
  PIPELINE_HAS_APPLICATION,
  SPACE,
  TEAM,
  TEAM_PREFERENCES,
  USER,
} from '../../src/model';
import { Steps } from '../../src/steps/ids';

/**
 * What the declarations of steps do not say. A type that several steps declare is collected by all of them; but one of
 * them may add nothing that has a certain property, or nothing but that property.
 */

/** Properties that only some of the steps of a type give. */
export interface PropertySource {
  type: string;
  properties: readonly string[];
  /** Only of things that have this value of the properties. */
  value?: string;
  steps: readonly string[];
  /** Whether it does not matter what the key's scopes leave out of these steps. */
  isInEveryKey?: boolean;
  /** Whether `false` means "in no list", so that it is sure only where all lists were read. */
  isFalseByAbsence?: boolean;
}

export const PROPERTY_SOURCES: readonly PropertySource[] = [
  // Lists of members say it; people who are known by access to an app only have none.
  { type: USER._type, properties: ['mfaEnabled'], steps: [Steps.USERS] },
  // Each list says it of the providers of its own account or team.
  {
    type: USER._type,
    properties: ['federated'],
    steps: [Steps.USERS],
    isFalseByAbsence: true,
  },
  // What a scope may leave out is the account of the API key itself.
  {
    type: ACCOUNT._type,
    properties: ['accountType'],
    value: 'enterprise',
    steps: [Steps.ACCOUNTS],
    isInEveryKey: true,
  },
  {
    type: AUTHORIZATION._type,
    properties: ['ownerType'],
    value: 'user',
    steps: [Steps.AUTHORIZATIONS],
  },
  {
    type: AUTHORIZATION._type,
    properties: ['ownerType'],
    value: 'team',
    steps: [Steps.TEAM_AUTHORIZATIONS],
  },
  {
    type: SPACE._type,
    properties: ['natState', 'natAddresses'],
    steps: [Steps.SPACE_NATS],
  },
  {
    type: APPLICATION._type,
    properties: [
      'stage',
      'production',
      'temporary',
      'productionURL',
      'stagingURL',
      'devURL',
      'alternateURLs',
    ],
    steps: [Steps.PIPELINE_COUPLINGS],
  },
  ...[APPLICATION, SPACE].map(({ _type }) => ({
    type: _type,
    properties: ['country', 'awsRegion'],
    steps: [Steps.REGIONS],
  })),
  ...[ACCOUNT, TEAM, APPLICATION].map(({ _type }) => ({
    type: _type,
    properties: [
      'usageMonth',
      'usageDynos',
      'usageData',
      'usageAddons',
      'usagePartner',
    ],
    steps: [Steps.USAGE],
  })),
  ...[ACCOUNT, TEAM].map(({ _type }) => ({
    type: _type,
    properties: ['suspensionDueOn', 'deletionDueOn'],
    steps: [Steps.DELINQUENCY],
  })),
  {
    type: ADDON._type,
    properties: ['onAllowlist'],
    steps: [Steps.ADDON_CONTROLS],
  },
  {
    type: TEAM_PREFERENCES._type,
    properties: ['allowedAddonServices'],
    steps: [Steps.ADDON_CONTROLS],
  },
  {
    type: PIPELINE_HAS_APPLICATION._type,
    properties: [
      'branch',
      'prNumber',
      'fromFork',
      'reviewAppStatus',
      'createdBy',
      'createdById',
    ],
    steps: [Steps.REVIEW_APPS],
  },
];

/** Steps that only complete what another step adds: where they miss something, properties are missing and no things. */
export const COMPLETING_STEPS: readonly string[] = [
  Steps.SPACE_NATS,
  Steps.PIPELINE_COUPLINGS,
  Steps.REVIEW_APPS,
  Steps.REGIONS,
  Steps.USAGE,
  Steps.DELINQUENCY,
  Steps.ADDON_CONTROLS,
];
