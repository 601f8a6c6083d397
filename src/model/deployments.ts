import { declareEntity } from './declare';
import { boolean, number, string, strings } from './properties';

export const RELEASE = declareEntity({
  resourceName: 'Release',
  _type: 'heroku_release',
  _class: ['CodeDeploy'],
  common: ['id', 'createdOn', 'updatedOn'],
  description:
    'The latest release of an app of a pipeline. Output streams, addresses of sources and descriptions are never read.',
  properties: {
    version: number('The number of the release'),
    status: string('`succeeded`, `failed`, `pending` or `expired`'),
    current: boolean('Whether it is the one that runs'),
    commit: string('The commit that it was built from'),
    stack: string('The stack that it was built on'),
    buildpacks: strings(
      'The buildpacks that built it: names in Heroku’s registry, or host and path',
    ),
    unofficialBuildpack: boolean(
      'Whether some buildpack is not one of Heroku’s own; absent where the build is not known',
    ),
    production: boolean(
      'Whether its app is at the stage `production`; absent where that is not known',
    ),
    releasedBy: string('The e-mail address of the person who released it'),
    releasedById: string("Heroku's id of the person who released it"),
    applicationId: string('The app'),
    pipelineId: string('The pipeline'),
  },
});
