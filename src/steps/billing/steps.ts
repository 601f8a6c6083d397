import type { Collection, HerokuStep } from '../../collection';
import {
  defineStep,
  forEachEnterpriseAccount,
  forEachTeam,
} from '../../collection';
import { GLOBAL_SCOPE, READ_SCOPES } from '../../heroku';
import { Sources, Steps } from '../ids';
import { unlessNone } from './delinquency';
import { lastClosedMonth } from './usage';

/** What these steps read stands on accounts, teams and apps: what could not be read is reported here. */
export const billingSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.DELINQUENCY,
      name: 'Fetch delinquency',
      ingestionSourceId: Sources.DELINQUENCY,
      entities: [],
      relationships: [],
      dependsOn: [Steps.TEAMS],
      needs: { scopes: GLOBAL_SCOPE, role: 'membership of the team' },
      requests: '1 + T: `/account/delinquency`, `/teams/{team}/delinquency`',
    },
    fetchDelinquency,
  ),
  defineStep(
    {
      id: Steps.USAGE,
      name: 'Fetch usage',
      ingestionSourceId: Sources.USAGE,
      entities: [],
      relationships: [],
      dependsOn: [],
      needs: {
        scopes: READ_SCOPES,
        role: 'the billing permission in the enterprise account',
      },
      requests: 'E: `/enterprise-accounts/{account}/usage/monthly`',
    },
    fetchUsage,
  ),
];

/** When unpaid bills have consequences. */
async function fetchDelinquency(collection: Collection): Promise<void> {
  const { run } = collection;
  if (collection.mayReadOwnAccount) {
    await collection.attempt(
      "delinquency of the API key's account",
      async () => {
        const answer = await unlessNone(run.accountDelinquency());
        if (answer) {
          collection.objectOf(answer);
        }
      },
    );
  }
  await forEachTeam(collection, 'delinquency', async ({ id }) => {
    const answer = await unlessNone(run.teamDelinquency(id));
    if (answer) {
      collection.objectOf(answer);
    }
  });
}

/** What was used in the last month that is over. */
async function fetchUsage(collection: Collection): Promise<void> {
  const { run, startedOn } = collection;
  const accounts = await collection.attempt('enterprise accounts', () =>
    run.enterpriseAccounts.pages(),
  );
  const month = lastClosedMonth(startedOn);
  await forEachEnterpriseAccount(
    collection,
    'usage',
    collection.objectsKnownOf(accounts ?? []),
    async ({ id }) => {
      for (const page of await run.monthlyUsage(id, month).pages()) {
        collection.objectsOf(page);
      }
    },
  );
}
