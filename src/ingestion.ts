import type {
  IntegrationExecutionContext,
  IntegrationIngestionConfigFieldMap,
  StepStartState,
  StepStartStates,
} from '@jupiterone/integration-sdk-core';
import { DisabledStepReason } from '@jupiterone/integration-sdk-core';
import type { HerokuStep } from './collection';
import { runOf } from './collection';
import type { IntegrationConfig } from './config';
import { holdsOneOf } from './heroku';
import { integrationSteps } from './steps';
import { Sources } from './steps/ids';

/**
 * The ingestion sources that a user can turn off. Accounts, teams, users, applications and add-ons are always on.
 *
 * No source is `defaultsToDisabled`: beside `ingestAppDetails`, that would make two switches for each source that
 * takes a request for every app. The one setting turns them all on, and each can still be turned off.
 */
export const ingestionConfig: IntegrationIngestionConfigFieldMap = {
  [Sources.APP_ACCESS]: {
    title: 'App and space access',
    description:
      'Who may view, deploy, operate and manage each app and Private Space, including people outside of your teams. One request per team, and one per personal app.',
  },
  [Sources.TEAM_GOVERNANCE]: {
    title: 'Team governance',
    description:
      'Pending invitations, identity providers (SSO) and preferences of teams. Up to three requests per team.',
  },
  [Sources.ADDON_ATTACHMENTS]: {
    title: 'Shared add-ons',
    description:
      'Which apps use an add-on, such as a database, that another app owns. One request.',
  },
  [Sources.PIPELINES]: {
    title: 'Pipelines',
    description:
      'Pipelines, the stage of each app, and how review apps are made. Two requests, and one per pipeline.',
  },
  [Sources.PRIVATE_SPACES]: {
    title: 'Private Spaces',
    description:
      'Private Spaces with their NAT addresses, trusted inbound ranges, VPN connections and peerings. One request, and up to four per space.',
  },
  [Sources.CREDENTIALS]: {
    title: 'Credentials of the API key’s user',
    description:
      'The OAuth authorizations and SSH keys of the user behind the API key, never the secrets themselves. Two requests.',
  },
  [Sources.DOMAINS]: {
    title: 'Domains',
    description:
      'The domains of each app and the state of automated certificate management. One request per app, only with "Ingest App Details".',
  },
  [Sources.CERTIFICATES]: {
    title: 'Certificates',
    description:
      'The TLS certificates of apps whose domains have one. One request per such app, only with "Ingest App Details" and Domains.',
  },
  [Sources.LOG_DRAINS]: {
    title: 'Log drains',
    description:
      'Where the logs of each app go. One request per app, only with "Ingest App Details".',
  },
  [Sources.WEBHOOKS]: {
    title: 'Webhooks',
    description:
      'Which hosts are notified of changes to each app. One request per app, only with "Ingest App Details".',
  },
  [Sources.DEPLOYMENTS]: {
    title: 'Deployments',
    description:
      'The latest release of each app of a pipeline: who released which commit, on which stack, with which buildpacks. Two requests per pipeline.',
  },
  [Sources.REVIEW_APPS]: {
    title: 'Review apps',
    description:
      'From which branch, pull request or fork each review app was made. One request per pipeline with review apps, only with Pipelines.',
  },
  [Sources.TEAM_AUTHORIZATIONS]: {
    title: 'Authorizations of teams',
    description:
      'The OAuth authorizations that belong to teams, never the tokens themselves. One request per team, and one more per team that refuses it.',
  },
  [Sources.TELEMETRY]: {
    title: 'Telemetry drains',
    description:
      'Where Fir spaces and apps send traces, metrics and logs, and where Shield spaces send logs. One request per such space, only with Private Spaces; one per Fir app with "Ingest App Details".',
  },
  [Sources.ADDON_CONTROLS]: {
    title: 'Add-on controls',
    description:
      'Which add-on services a team allows, and whether each add-on is among them. One request per team, and one more per team with add-on controls.',
  },
  [Sources.APP_FEATURES]: {
    title: 'App features',
    description:
      'Whether shells into dynos, session affinity and preboot are on, and which TLS policy applies. One request per app, only with "Ingest App Details".',
  },
  [Sources.TRANSFERS]: {
    title: 'App transfers',
    description:
      'Pending transfers of apps from or to the user of the API key. One request.',
  },
  [Sources.OAUTH_CLIENTS]: {
    title: 'OAuth clients',
    description:
      'The OAuth clients that the user of the API key has registered, never their secrets. One request.',
  },
  [Sources.DELINQUENCY]: {
    title: 'Delinquency',
    description:
      'When unpaid bills lead to the suspension or deletion of a team or of the account of the API key. One request, and one per team.',
  },
  [Sources.USAGE]: {
    title: 'Usage',
    description:
      'What enterprise accounts, teams and apps used in the last full month: dynos, data services and add-ons. One request per enterprise account.',
  },
  [Sources.REGIONS]: {
    title: 'Regions',
    description:
      'The country and the AWS region of each app and Private Space. One request.',
  },
  [Sources.PROCESSES]: {
    title: 'Processes',
    description:
      'The process types of each app with their dyno size and number. One request per app, only with "Ingest App Details".',
  },
};

/** Something that a key's scopes leave out: a whole step, or a part of what a step reads. */
export interface LeftOut {
  name: string;
  scopes: readonly string[];
}

/** What a key with these scopes can never read, each once. */
export function leftOutByScopes(scopes: readonly string[]): LeftOut[] {
  const wanted = integrationSteps
    .filter(({ requests }) => !requests.startsWith('none'))
    .flatMap(({ name, needs }) => [
      { name, scopes: needs.scopes },
      ...(needs.parts ?? []),
    ]);
  return wanted.filter((part) => !holdsOneOf(scopes, part.scopes));
}

/**
 * Turns off the steps for which the key's scopes, known after validation, can never be enough, and those that ask
 * once for every app unless the instance wants them.
 */
export function getStepStartStates(
  context: IntegrationExecutionContext<IntegrationConfig>,
): StepStartStates {
  const { client, isTeamToken } = runOf(context);
  const { scopes } = client;
  const { ingestAppDetails } = context.instance.config;
  return Object.fromEntries(
    integrationSteps.map((step) => [
      step.id,
      step.needs.isOwnAccount && isTeamToken
        ? { disabled: true, disabledReason: DisabledStepReason.PERMISSION }
        : startState(step, scopes, ingestAppDetails === true),
    ]),
  );
}

function startState(
  { needs, isPerApp }: HerokuStep,
  scopes: readonly string[] | undefined,
  ingestAppDetails: boolean,
): StepStartState {
  if (isPerApp && !ingestAppDetails) {
    return { disabled: true, disabledReason: DisabledStepReason.USER_CONFIG };
  }
  if (!holdsOneOf(scopes, needs.scopes)) {
    return { disabled: true, disabledReason: DisabledStepReason.PERMISSION };
  }
  return { disabled: false };
}
