import { idOf } from '../../../test/e2e/expectedProperties';
import type { JsonObject, Organisation } from '../../../test/sandbox';
import { listOf, startSandbox } from '../../../test/sandbox';
import { createOrganisation } from '../../../test/sandbox/organisations';
import { collectSources } from '../../../test/sandboxStep';
import { Sources } from '../ids';

const now = new Date('2026-05-01T10:00:00Z');
const PATH = '/addon-attachments';

/** The shared add-ons of an organisation, collected in pages of one. */
async function collectUses(organisation: Organisation) {
  const sandbox = await startSandbox({ organisation, maxPageSize: 1 });
  try {
    const { graph, failedSteps } = await collectSources(sandbox, [
      Sources.ADDON_ATTACHMENTS,
    ]);
    const uses = graph.relationships.filter(
      ({ _type }) => _type === 'heroku_application_uses_addon',
    );
    return { uses, failedSteps };
  } finally {
    await sandbox.close();
  }
}

function sharedIn(organisation: Organisation): JsonObject {
  const shared = listOf(organisation, PATH).find(
    ({ addon, app }) =>
      (addon as { app: { id: string } }).app.id !== (app as { id: string }).id,
  );
  if (!shared) throw new Error('No add-on is shared');
  return shared;
}

test('a second attachment of an add-on to the same app, on another page, adds its name and no second edge', async () => {
  const organisation = createOrganisation('personal', { now });
  const shared = sharedIn(organisation);
  organisation.resources.set(PATH, [
    ...listOf(organisation, PATH),
    { ...shared, id: `0${idOf(shared).slice(1)}`, name: 'AAA_FIRST' },
    { ...shared, id: `f${idOf(shared).slice(1)}`, name: 'ZZZ_LAST' },
  ]);

  const { uses, failedSteps } = await collectUses(organisation);

  expect(failedSteps).toEqual([]);
  expect(uses.map(({ attachmentName }) => attachmentName)).toEqual([
    'AAA_FIRST,GARDEN,ZZZ_LAST',
  ]);
});

test('an attachment to an app, or of an add-on, that is not in the graph is passed over', async () => {
  const organisation = createOrganisation('personal', { now });
  const shared = sharedIn(organisation);
  const elsewhere = '0193eeee-0000-4000-8000-00000000ffff';
  organisation.resources.set(PATH, [
    { ...shared, id: `0${idOf(shared).slice(1)}`, app: { id: elsewhere } },
    {
      ...shared,
      id: `f${idOf(shared).slice(1)}`,
      addon: { id: elsewhere, name: 'x', app: { id: elsewhere } },
    },
  ]);

  expect(await collectUses(organisation)).toEqual({
    uses: [],
    failedSteps: [],
  });
});
