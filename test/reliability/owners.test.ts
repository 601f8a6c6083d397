import { faultKinds } from './faultKinds';
import { Matrix } from './matrix';
import { documentedRoutes } from './routeClasses';
import { createSmallOrganisation } from './smallOrganisation';
import { noSources } from './sources';

test.each(['403 for one of many', '500', '404, and its parent is there'])(
  'an app owner who is only in a team that cannot be read is not called external (%s)',
  async (name) => {
    const kind = faultKinds.find((other) => other.name === name);
    const route = documentedRoutes.find(
      (other) => other.route === '/teams/{team}/members',
    );
    if (!kind || !route) {
      throw new Error(`There is no ${name}`);
    }
    const matrix = await Matrix.start({
      organisation: createSmallOrganisation(),
      pageSize: 3,
      sourcesFor: noSources,
    });
    try {
      // That nothing in the graph is wrong is checked with it: such an owner would hang on the user's own account.
      const { outcome } = await matrix.check(kind, route, 'for good');

      expect(outcome).toBe('partial');
    } finally {
      await matrix.stop();
    }
  },
);
