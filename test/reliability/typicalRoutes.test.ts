import { faultKinds } from './faultKinds';
import { Matrix } from './matrix';
import { Report } from './report';
import { typicalRoutes } from './routeClasses';
import { createSmallOrganisation } from './smallOrganisation';
import { sourcesOf } from './sources';

const report = new Report(
  'beyond the documented graph, one route of each kind',
  faultKinds.map(({ name }) => name),
  typicalRoutes.map(({ route }) => route),
);
let matrix: Matrix;

beforeAll(async () => {
  matrix = await Matrix.start({
    organisation: createSmallOrganisation(),
    pageSize: 3,
    sourcesFor: sourcesOf,
  });
});

afterAll(async () => {
  await matrix.stop();
});

describe.each(typicalRoutes)('GET $route', (route) => {
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
