import type { JsonObject, Organisation } from '../../sandbox';
import { listOf } from '../../sandbox';
import { named } from '../expectedProperties';
import {
  addLogDrain,
  addProcess,
  addTelemetryDrain,
  addWebhook,
} from './destinations';
import { addDomains } from './domains';
import type { Surrounded } from './part';
import { Part } from './part';

/** The sources whose list of an app becomes one entity for each of its objects. */
const LISTS = {
  'log-drains': ['log-drains', 'log_drain', addLogDrain],
  webhooks: ['webhooks', 'webhook', addWebhook],
  processes: ['formation', 'process', addProcess],
} as const;

/** What is asked of every app. */
export function expectedAppDetails(
  organisation: Organisation,
  { applications, appDetails, ...circumstances }: Surrounded,
): Part {
  const part = new Part();
  if (!appDetails) return part;
  const { isOn } = circumstances;
  for (const app of applications) {
    const appId = app._key;
    addDomains(part, organisation, appId, circumstances);
    for (const [source, [list, type, add]] of Object.entries(LISTS)) {
      if (!isOn(source)) continue;
      for (const object of listOf(organisation, `/apps/${appId}/${list}`)) {
        const key = add(part, object, appId);
        part.relate(appId, 'HAS', key, `heroku_application_has_${type}`);
      }
    }
    if (isOn('app-features')) {
      addFeatures(part, app, listOf(organisation, `/apps/${appId}/features`));
    }
    // Others have log drains instead.
    if (isOn('telemetry') && app.generation === 'fir') {
      const drains = listOf(organisation, `/apps/${appId}/telemetry-drains`);
      for (const drain of drains) {
        addTelemetryDrain(part, drain, { applicationId: appId });
      }
    }
  }
  return part;
}

/** They have no id of their own: they go by that of their app. */
function addFeatures(
  part: Part,
  app: Surrounded['applications'][number],
  features: readonly JsonObject[],
): void {
  const on = new Set(
    features.filter(({ enabled }) => enabled === true).map(({ name }) => name),
  );
  const key = `heroku_application_features:${app._key}`;
  part.entities.push({
    _key: key,
    _type: 'heroku_application_features',
    _class: ['Configuration'],
    ...named(`Features of ${String(app.name)}`),
    shellAccess: on.has('runtime-heroku-exec'),
    sessionAffinity: on.has('http-session-affinity'),
    preboot: on.has('preboot'),
    tlsPolicy: on.has('spaces-tls-modern')
      ? 'modern'
      : on.has('spaces-tls-legacy')
        ? 'legacy'
        : 'default',
    applicationId: app._key,
  });
  part.relate(app._key, 'HAS', key, 'heroku_application_has_features');
}
