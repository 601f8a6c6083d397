import { declareEntity } from './declare';
import { boolean, string } from './properties';

export const APPLICATION_FEATURES = declareEntity({
  resourceName: 'Application Features',
  _type: 'heroku_application_features',
  _class: ['Configuration'],
  common: [],
  description: 'What is on for an app.',
  properties: {
    shellAccess: boolean(
      'Whether one can open a shell into its running dynos (`runtime-heroku-exec`)',
    ),
    tlsPolicy: string(
      'The least that TLS connections must offer: `modern`, `legacy` or `default`',
    ),
    sessionAffinity: boolean('Whether a visitor always meets the same dyno'),
    preboot: boolean('Whether new dynos start before old ones stop'),
    applicationId: string('The app'),
  },
});
