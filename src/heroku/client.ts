import type { Page } from './decode';
import { decode, decodePage } from './decode';
import {
  HerokuIncompleteListError,
  HerokuRetriesExceededError,
} from './errors';
import type { PageAnswer } from './pagination';
import { FIRST_RANGE, nextRange } from './pagination';
import type { Answer, TransportOptions } from './transport';
import { Transport } from './transport';
import type {
  Account,
  Addon,
  App,
  EnterpriseAccount,
  EnterpriseAccountMember,
  Resource,
  Team,
  TeamMember,
} from './types';
import {
  accountResource,
  addonResource,
  appResource,
  enterpriseAccountMemberResource,
  enterpriseAccountResource,
  teamMemberResource,
  teamResource,
} from './types';

/** Adds the fields of its service and plan to an add-on, at no extra request. */
const ADDON_EXPANSION = { 'Accept-Expansion': 'addon_service,plan' };

/** The pages of a list, in the order of their ids. */
export type Pages<T> = AsyncGenerator<Page<T>, void, undefined>;

/**
 * Heroku's Platform API, as far as this integration reads it: one method per listing, each an async iterator over
 * pages of up to 1,000 decoded objects.
 *
 * Every method throws what {@link Transport.get} throws, and {@link HerokuIncompleteListError} where a list
 * cannot be read to its end.
 */
export class HerokuClient {
  private readonly transport: Transport;

  constructor(options: TransportOptions) {
    this.transport = new Transport(options);
  }

  /** The key's OAuth scopes; `undefined` before the first answer. */
  get scopes(): readonly string[] | undefined {
    return this.transport.scopesHeld;
  }

  /** Requests sent so far, retries included. */
  get requestsSent(): number {
    return this.transport.requestsSent;
  }

  /** Requests left in the Heroku account's bucket; `undefined` before the first answer. */
  get requestsLeft(): number | undefined {
    return this.transport.requestsLeft;
  }

  /** How long the requests that the rate limit holds back will take to leave, in milliseconds. */
  get estimatedWaitMs(): number {
    return this.transport.estimatedWaitMs;
  }

  /** The host that requests go to. */
  get host(): string {
    return this.transport.host;
  }

  /** `GET /account`: the Heroku account that the key belongs to. Takes the scope `global` or `identity`. */
  account(): Promise<Account> {
    return this.one(accountResource, '/account', '/account');
  }

  /** `GET /enterprise-accounts`: the enterprise accounts that the user is a member of; none without Enterprise. */
  enterpriseAccounts(): Pages<EnterpriseAccount> {
    return this.list(
      enterpriseAccountResource,
      '/enterprise-accounts',
      '/enterprise-accounts',
    );
  }

  /** `GET /enterprise-accounts/{account}/members`: its members with their permissions. */
  enterpriseAccountMembers(accountId: string): Pages<EnterpriseAccountMember> {
    return this.list(
      enterpriseAccountMemberResource,
      '/enterprise-accounts/{account}/members',
      `/enterprise-accounts/${encodeURIComponent(accountId)}/members`,
    );
  }

  /** `GET /enterprise-accounts/{account}/teams`: all its teams, those that the user is not in included. */
  enterpriseAccountTeams(accountId: string): Pages<Team> {
    return this.list(
      teamResource,
      '/enterprise-accounts/{account}/teams',
      `/enterprise-accounts/${encodeURIComponent(accountId)}/teams`,
    );
  }

  /** `GET /enterprise-accounts/{account}`: asks whether one is still there. */
  enterpriseAccount(accountId: string): Promise<EnterpriseAccount> {
    return this.one(
      enterpriseAccountResource,
      '/enterprise-accounts/{account}',
      `/enterprise-accounts/${encodeURIComponent(accountId)}`,
    );
  }

  /** `GET /teams`: the teams that the user is a member of. */
  teams(): Pages<Team> {
    return this.list(teamResource, '/teams', '/teams');
  }

  /** `GET /teams/{team}`: asks whether one is still there. */
  team(teamId: string): Promise<Team> {
    return this.one(
      teamResource,
      '/teams/{team}',
      `/teams/${encodeURIComponent(teamId)}`,
    );
  }

  /** `GET /teams/{team}/members`: its members and pending members. Takes the scope `global`. */
  teamMembers(teamId: string): Pages<TeamMember> {
    return this.list(
      teamMemberResource,
      '/teams/{team}/members',
      `/teams/${encodeURIComponent(teamId)}/members`,
    );
  }

  /** `GET /teams/{team}/apps`: all its apps, those that the user has not joined included. */
  teamApps(teamId: string): Pages<App> {
    return this.list(
      appResource,
      '/teams/{team}/apps',
      `/teams/${encodeURIComponent(teamId)}/apps`,
    );
  }

  /** `GET /teams/{team}/addons`: all add-ons of all its apps, with service and plan. */
  teamAddons(teamId: string): Pages<Addon> {
    return this.list(
      addonResource,
      '/teams/{team}/addons',
      `/teams/${encodeURIComponent(teamId)}/addons`,
      ADDON_EXPANSION,
    );
  }

  /** `GET /users/~/apps`: the apps that the user owns or collaborates on outside of teams. */
  personalApps(): Pages<App> {
    return this.list(appResource, '/users/~/apps', '/users/~/apps');
  }

  /** `GET /addons`: every add-on that the user can see, with service and plan. */
  addons(): Pages<Addon> {
    return this.list(addonResource, '/addons', '/addons', ADDON_EXPANSION);
  }

  private async *list<T>(
    resource: Resource<T>,
    route: string,
    path: string,
    headers?: Record<string, string>,
  ): Pages<T> {
    const seen = new Set<string>();
    const ask = (range: string): Promise<Answer> => {
      seen.add(range);
      return this.transport.get({
        route,
        path,
        expect: 'list',
        range,
        headers,
      });
    };

    let answer: Answer | undefined = await ask(FIRST_RANGE);
    while (answer !== undefined) {
      const objects = answer.body as readonly unknown[];
      const following = goOn(route, path, { ...answer, objects }, seen, ask);
      // The next page is on its way while this one is used; its failure is met below, where it is awaited.
      following.catch(() => undefined);
      yield decodePage(resource, objects);
      answer = await following;
    }
  }

  private async one<T>(
    resource: Resource<T>,
    route: string,
    path: string,
  ): Promise<T> {
    const { body, status } = await this.transport.get({
      route,
      path,
      expect: 'object',
    });
    const { object } = decode(resource, body);
    if (object === undefined) {
      throw new HerokuRetriesExceededError(
        {
          route: `GET ${route}`,
          path,
          status,
          statusText: `with something that is no ${resource.name}`,
        },
        1,
      );
    }
    return object;
  }
}

/** Asks for the page that follows `answer`; `undefined` where the list is over. */
async function goOn(
  route: string,
  path: string,
  answer: PageAnswer,
  seen: ReadonlySet<string>,
  ask: (range: string) => Promise<Answer>,
): Promise<Answer | undefined> {
  let range: string | undefined;
  try {
    range = nextRange(answer, seen);
  } catch (error) {
    throw new HerokuIncompleteListError({
      route: `GET ${route}`,
      path,
      status: answer.status,
      statusText: `and stopped short: ${(error as Error).message}`,
    });
  }
  return range === undefined ? undefined : ask(range);
}
