import { declareEntity } from './declare';
import { boolean, number, string, strings, time, uri } from './properties';
import { REGION, USAGE } from './usage';

export const APPLICATION = declareEntity({
  resourceName: 'Application',
  _type: 'heroku_application',
  _class: ['Application'],
  key: 'id',
  common: ['id', 'createdOn', 'updatedOn'],
  dashboard: { section: 'apps', by: 'name' },
  description: 'An app.',
  properties: {
    teamId: string('The team that owns it; absent for a personal app'),
    owner: string('The e-mail address of the person who owns a personal app'),
    COTS: boolean('Always false: it is the customer’s own'),
    active: boolean('Whether it is not archived'),
    public: boolean(
      'Whether it can be reached from outside of its Private Space; absent where that is not known',
    ),
    temporary: boolean('True for a review app'),
    stage: string(
      'Its stage in its pipeline: `test`, `review`, `development`, `staging` or `production`; absent for an app of no pipeline',
    ),
    production: boolean(
      'Whether its stage is `production`; absent for an app of no pipeline',
    ),
    'tag.Production': boolean(
      'The same as `production`, by which JupiterOne’s own questions find it',
    ),
    productionURL: uri('Where it answers, for the stage `production`'),
    stagingURL: uri('Where it answers, for the stage `staging`'),
    devURL: uri('Where it answers, for the stage `development`'),
    alternateURLs: strings('Where it answers, for the other stages and none'),
    region: string('Where it runs, such as `us` or `eu`'),
    ...REGION,
    ...USAGE,
    stack: string('The stack it runs on, such as `heroku-24`'),
    stackEndOfLifeOn: time(
      'When Heroku ends the support of its stack; absent where no end is known',
    ),
    stackSupported: boolean(
      'Whether its stack still gets security updates; absent where that is not known',
    ),
    buildStack: string('The stack that its next build will use'),
    generation: string('The platform generation, `cedar` or `fir`'),
    spaceId: string('The Private Space it runs in'),
    shield: boolean('Whether that space is a Shield space'),
    maintenance: boolean('Whether maintenance mode is on'),
    acmEnabled: boolean('Whether automated certificate management is on'),
    internalRouting: boolean('Whether only its space can reach it'),
    locked: boolean('Whether team members may not join it by themselves'),
    webUrl: uri('Where it answers'),
    archivedOn: time('When it was archived'),
    releasedOn: time('When it was last released'),
    slugSize: number('The size of its slug, in bytes'),
    repoSize: number('The size of its git repository, in bytes'),
  },
});
