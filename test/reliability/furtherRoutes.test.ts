import { faultKinds } from './faultKinds';
import { Matrix } from './matrix';
import { Report } from './report';
import { furtherRoutes } from './routeClasses';
import { createSmallOrganisation } from './smallOrganisation';
import { sourcesOf } from './sources';

/** What becomes of these the step decides; of the others, the client, which asks for all routes alike. */
const tellingKinds = faultKinds.filter(({ name }) =>
  /^(50[03]$|200 with (`|objects)|206 |40[134]|410)/.test(name),
);

const report = new Report(
  'beyond the documented graph, the other routes',
  tellingKinds.map(({ name }) => name),
  furtherRoutes.map(({ route }) => route),
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

describe.each(furtherRoutes)('GET $route', (route) => {
  describe.each(['once', 'for good'] as const)('%s', (extent) => {
    test.each(tellingKinds)('$name', async (kind) => {
      const cell = await matrix.check(kind, route, extent);
      report.add(kind.name, route.route, extent, cell);
    });
  });
});

test('the documentation shows these results (npm run docs:reliability)', async () => {
  await report.settle();
});
