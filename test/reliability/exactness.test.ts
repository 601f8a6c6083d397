import type { Exactness } from './exactness';
import { ExactnessCheck } from './exactness';
import { comparedOrganisations } from './comparedOrganisations';
import { documentedRoutes, furtherRoutes, typicalRoutes } from './routeClasses';

let check: ExactnessCheck;

beforeAll(async () => {
  check = await ExactnessCheck.start(comparedOrganisations());
}, 120_000);

afterAll(() => check.stop());

test.each([...documentedRoutes, ...typicalRoutes, ...furtherRoutes])(
  'GET $route refused makes partial what could differ, and nothing else',
  async (route) => {
    const x: Exactness = await check.of(route);
    process.stdout.write(
      `${route.route}\n  partial ${x.partial.join(' ')}\n  needless ${x.needless.join(' ')}\n  lessKnown ${x.lessKnown.join(' ')}\n`,
    );
  },
  120_000,
);
