import type { Collection } from '../../collection';
import type { MonthlyUsage } from '../../heroku';
import { Sources } from '../ids';

type TeamUsage = NonNullable<MonthlyUsage['teams']>[number];
type AppUsage = NonNullable<TeamUsage['apps']>[number];

/** What was used in a month, as properties; empty where that is not known. */
export interface UsageValues {
  usageMonth?: string;
  usageDynos?: number;
  usageData?: number;
  usageAddons?: number;
  usagePartner?: number;
}

/** What enterprise accounts, teams and apps used in the last month that is over. */
export class Usage {
  private readonly accounts = new Map<string, UsageValues>();
  private readonly teams = new Map<string, UsageValues>();
  private readonly apps = new Map<string, UsageValues>();

  constructor(
    private readonly month: string,
    usages: ReadonlyMap<string, readonly MonthlyUsage[]>,
  ) {
    for (const [accountId, months] of usages) {
      for (const usage of months.filter((one) => this.isOfMonth(one))) {
        this.add(accountId, usage);
      }
    }
  }

  ofAccount(accountId: string): UsageValues {
    return this.accounts.get(accountId) ?? {};
  }

  ofTeam(teamId: string): UsageValues {
    return this.teams.get(teamId) ?? {};
  }

  /** Heroku names apps here, and gives no ids. */
  ofApp(teamId: string, appName: string | null | undefined): UsageValues {
    return this.apps.get(`${teamId} ${appName}`) ?? {};
  }

  private isOfMonth({ month }: MonthlyUsage): boolean {
    return month == null || month.startsWith(this.month);
  }

  private add(accountId: string, usage: MonthlyUsage): void {
    this.accounts.set(accountId, this.values(usage));
    for (const team of usage.teams ?? []) {
      if (team.id) {
        this.teams.set(team.id, this.values(team));
        for (const app of team.apps ?? []) {
          this.apps.set(`${team.id} ${app.app_name}`, this.values(app));
        }
      }
    }
  }

  private values(amounts: MonthlyUsage | TeamUsage | AppUsage): UsageValues {
    return {
      usageMonth: this.month,
      usageDynos: amounts.dynos ?? undefined,
      usageData: amounts.data ?? undefined,
      usageAddons: amounts.addons ?? undefined,
      usagePartner: amounts.partner ?? undefined,
    };
  }
}

/** The last month that is over, such as `2026-04`, so that what was used in it changes once a month. */
export function lastClosedMonth(now: number): string {
  const date = new Date(now);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1, 1);
  return new Date(first).toISOString().slice(0, 7);
}

/** What was used, before it becomes properties. What cannot be read is reported by the step of its own. */
export async function readUsage(collection: Collection): Promise<Usage> {
  const { run, startedOn } = collection;
  const month = lastClosedMonth(startedOn);
  const usages = new Map<string, MonthlyUsage[]>();
  if (collection.isSourceOn(Sources.USAGE)) {
    const accounts = await collection.enrichment(() =>
      run.enterpriseAccounts.objects(),
    );
    await Promise.all(
      (accounts ?? []).map(async ({ id }) => {
        const list = await collection.enrichment(() =>
          run.monthlyUsage(id, month).objects(),
        );
        usages.set(id, list ?? []);
      }),
    );
  }
  return new Usage(month, usages);
}
