import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import type { Parent } from '../../collection';
import type { AppFeature } from '../../heroku';
import {
  APPLICATION_FEATURES,
  APPLICATION_HAS_FEATURES,
  createEntity,
  createRelationship,
} from '../../model';

/** The TLS policies that are features, by what they allow. */
const TLS_POLICIES = {
  modern: 'spaces-tls-modern',
  legacy: 'spaces-tls-legacy',
};

/** What is on for an app. */
export function createApplicationFeaturesEntity(
  features: readonly AppFeature[],
  app: Parent,
): Entity {
  const isOn = (name: string) =>
    features.find((feature) => feature.name === name)?.enabled ?? undefined;
  return createEntity(
    APPLICATION_FEATURES,
    { features },
    {
      name: `Features of ${app.name ?? app.id}`,
      shellAccess: isOn('runtime-heroku-exec'),
      tlsPolicy: tlsPolicy(isOn),
      sessionAffinity: isOn('http-session-affinity'),
      preboot: isOn('preboot'),
      applicationId: app.id,
    },
    app.id,
  );
}

/** Unknown where Heroku names no such feature, as for apps outside of Private Spaces. */
function tlsPolicy(
  isOn: (name: string) => boolean | undefined,
): string | undefined {
  const states = Object.entries(TLS_POLICIES).map(
    ([policy, feature]) => [policy, isOn(feature)] as const,
  );
  const chosen = states.find(([, isChosen]) => isChosen === true);
  if (chosen) {
    return chosen[0];
  }
  return states.some(([, isChosen]) => isChosen === false)
    ? 'default'
    : undefined;
}

/** The app whose features they are. */
export function createApplicationHasFeaturesRelationship(
  appId: string,
): Relationship {
  return createRelationship(APPLICATION_HAS_FEATURES, appId, appId);
}
