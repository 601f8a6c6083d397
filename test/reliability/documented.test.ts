import { createOrganisation } from '../sandbox/organisations';
import { faultKinds } from './faultKinds';
import { Matrix, optionalSources } from './matrix';
import { Report } from './report';
import { documentedRoutes } from './routeClasses';

/** The same in all organisations that are compared. */
const NOW = new Date('2026-06-01T12:00:00Z');

const report = new Report(
  'documented graph',
  faultKinds.map(({ name }) => name),
  documentedRoutes.map(({ route }) => route),
);
let matrix: Matrix;

beforeAll(async () => {
  matrix = await Matrix.start({
    organisation: createOrganisation('enterprise', { now: NOW }),
    pageSize: 6,
    disabledSources: optionalSources,
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
