import { faultKinds } from './faultKinds';
import { Matrix } from './matrix';
import { Report } from './report';
import { documentedRoutes } from './routeClasses';
import { createSmallOrganisation } from './smallOrganisation';
import { noSources } from './sources';

const report = new Report(
  'documented graph',
  faultKinds.map(({ name }) => name),
  documentedRoutes.map(({ route }) => route),
);
let matrix: Matrix;

beforeAll(async () => {
  matrix = await Matrix.start({
    organisation: createSmallOrganisation(),
    pageSize: 3,
    sourcesFor: noSources,
  });
});

afterAll(async () => {
  await matrix.stop();
});

describe.each(documentedRoutes)('GET $route', (route) => {
  describe.each(['once', 'for good'] as const)('%s', (extent) => {
    test.each(faultKinds)('$name', async (kind) => {
      const cell = await matrix.check(kind, route, extent);
      report.add(kind.name, route.route, extent, cell);
    });
  });
});

test('the documentation shows these results (npm run docs:reliability)', async () => {
  await report.settle();
});
