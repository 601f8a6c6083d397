import type { Exactness } from './exactness';
import { ExactnessCheck } from './exactness';
import { createOrganisation } from '../sandbox/organisations';
import { documentedRoutes, furtherRoutes, typicalRoutes } from './routeClasses';
import { createSmallOrganisation } from './smallOrganisation';

const NOW = new Date('2026-06-01T12:00:00Z');
let check: ExactnessCheck;

beforeAll(async () => {
  check = await ExactnessCheck.start([
    createSmallOrganisation(),
    createOrganisation('enterprise', { now: NOW }),
    createOrganisation('team-only', { now: NOW }),
    createOrganisation('personal', { now: NOW }),
  ]);
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
