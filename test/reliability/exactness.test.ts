import { clientRoutes } from '../fuzz/clientRoutes';
import { comparedOrganisations } from './comparedOrganisations';
import { settleSection, table } from './document';
import type { Exactness } from './exactness';
import { ExactnessCheck } from './exactness';
import { NEEDLESS } from './needlesslyPartial';
import {
  documentedRoutes,
  furtherRoutes,
  routesOfProof,
  typicalRoutes,
} from './routeClasses';

const routes = [...documentedRoutes, ...typicalRoutes, ...furtherRoutes];
const results = new Map<string, Exactness>();
let check: ExactnessCheck;

beforeAll(async () => {
  check = await ExactnessCheck.start(comparedOrganisations());
}, 120_000);

afterAll(() => check.stop());

test('every route that the client asks for is tried', () => {
  expect(
    [...routes.map(({ route }) => route), ...routesOfProof].sort(),
  ).toEqual([...new Set(clientRoutes().map(({ route }) => route))].sort());
});

test.each(routes)(
  'GET $route refused makes partial what could differ, and nothing else without a reason',
  async (route) => {
    const exactness = await check.of(route);
    results.set(route.route, exactness);

    expect(
      exactness.needless.filter((type) => !reasonFor(route.route, type)),
    ).toEqual([]);
  },
  120_000,
);

function reasonFor(route: string, type: string) {
  return NEEDLESS.find(
    ({ routes: among, types }) => among.includes(route) && types.includes(type),
  );
}

test('every reason is needed', () => {
  const isUsed = (route: string, type: string) =>
    results.get(route)?.needless.includes(type);
  expect(
    NEEDLESS.flatMap(({ routes: among, types }) => [
      ...among.filter((route) => !types.some((type) => isUsed(route, type))),
      ...types.filter((type) => !among.some((route) => isUsed(route, type))),
    ]),
  ).toEqual([]);
});

test('the documentation shows these results (npm run docs:reliability)', async () => {
  const list = (types: readonly string[]) =>
    types.map((type) => `\`${type}\``).join(', ');
  const numbers = (route: string, types: readonly string[]) =>
    [
      ...new Set(
        types.map((type) =>
          NEEDLESS.findIndex((one) => one === reasonFor(route, type)),
        ),
      ),
    ]
      .sort()
      .map((index) => `[${index + 1}]`)
      .join(' ');
  await settleSection(
    'exactness',
    [
      table(
        [
          'refused',
          'partial',
          'could differ',
          'not partial, but less is known of',
        ],
        [...results].map(([route, { partial, needless, lessKnown }]) => [
          `\`GET ${route}\``,
          list(partial) || 'nothing',
          needless.length === 0
            ? 'the same'
            : `all but ${list(needless)} ${numbers(route, needless)}`,
          list(lessKnown),
        ]),
      ),
      NEEDLESS.map(({ reason }, index) => `${index + 1}. ${reason}\n`).join(''),
    ].join('\n'),
  );
});
