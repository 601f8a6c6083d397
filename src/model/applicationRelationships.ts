import { RelationshipClass } from '@jupiterone/integration-sdk-core';
import { ADDON } from './addons';
import { APPLICATION } from './applications';
import { RELEASE } from './deployments';
import { APPLICATION_FEATURES } from './features';
import { TELEMETRY_DRAIN } from './telemetry';
import { APP_TRANSFER } from './transfers';
import { declareRelationship } from './declare';
import { APPLICATION_ENDPOINT, CERTIFICATE, DOMAIN } from './domains';
import { LOG_DRAIN, WEBHOOK } from './egress';
import { PERMISSIONS } from './permissions';
import { PROCESS } from './processes';
import { string } from './properties';
import { USER } from './users';

export const APPLICATION_HAS_ENDPOINT = declareRelationship({
  from: APPLICATION,
  verb: RelationshipClass.HAS,
  to: APPLICATION_ENDPOINT,
  description: 'The app answers at its own address at Heroku.',
});

export const APPLICATION_HAS_DOMAIN = declareRelationship({
  from: APPLICATION,
  verb: RelationshipClass.HAS,
  to: DOMAIN,
  description: 'The app answers at the domain.',
});

export const APPLICATION_HAS_CERTIFICATE = declareRelationship({
  from: APPLICATION,
  verb: RelationshipClass.HAS,
  to: CERTIFICATE,
  description: 'The app has the certificate.',
});

export const APPLICATION_HAS_LOG_DRAIN = declareRelationship({
  from: APPLICATION,
  verb: RelationshipClass.HAS,
  to: LOG_DRAIN,
  description: 'The logs of the app go there.',
});

export const APPLICATION_HAS_WEBHOOK = declareRelationship({
  from: APPLICATION,
  verb: RelationshipClass.HAS,
  to: WEBHOOK,
  description: 'Changes to the app are told there.',
});

export const APPLICATION_USES_ADDON = declareRelationship({
  from: APPLICATION,
  verb: RelationshipClass.USES,
  to: ADDON,
  description: 'The app uses an add-on that another app owns.',
  properties: {
    attachmentName: string(
      'The name of the attachment: the prefix of the config vars it sets; of several, sorted and separated by commas',
    ),
    namespace: string(
      'The credential of the add-on that the app is limited to; absent where it is not limited',
    ),
  },
});

export const APPLICATION_HAS_PROCESS = declareRelationship({
  from: APPLICATION,
  verb: RelationshipClass.HAS,
  to: PROCESS,
  description: 'The app runs the process type.',
});

export const APPLICATION_ALLOWS_USER = declareRelationship({
  from: APPLICATION,
  verb: RelationshipClass.ALLOWS,
  to: USER,
  description:
    'The user may use the app, through a role in its team or as a collaborator.',
  properties: {
    ...PERMISSIONS,
    role: string('The role of a collaborator on a personal app'),
  },
});

export const APPLICATION_HAS_ADDON = declareRelationship({
  from: APPLICATION,
  verb: RelationshipClass.HAS,
  to: ADDON,
  description: 'The app owns the add-on.',
});

export const APPLICATION_HAS_RELEASE = declareRelationship({
  from: APPLICATION,
  verb: RelationshipClass.HAS,
  to: RELEASE,
  description: 'The app runs the release, or last tried to.',
});

export const APPLICATION_HAS_TELEMETRY_DRAIN = declareRelationship({
  from: APPLICATION,
  verb: RelationshipClass.HAS,
  to: TELEMETRY_DRAIN,
  description: 'The app sends its telemetry there.',
});

export const APPLICATION_HAS_FEATURES = declareRelationship({
  from: APPLICATION,
  verb: RelationshipClass.HAS,
  to: APPLICATION_FEATURES,
  description: 'The features are those of the app.',
});

export const APPLICATION_HAS_TRANSFER = declareRelationship({
  from: APPLICATION,
  verb: RelationshipClass.HAS,
  to: APP_TRANSFER,
  description: 'The app is to be transferred.',
});
