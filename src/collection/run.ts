import type { IntegrationExecutionContext } from '@jupiterone/integration-sdk-core';
import PQueue from 'p-queue';
import type { IntegrationConfig } from '../config';
import type {
  Account,
  AllowedAddonService,
  App,
  Delinquency,
  EnterpriseAccountMember,
  InboundRuleset,
  MonthlyUsage,
  PipelineCoupling,
  ReadObject,
  Region,
  ReviewApp,
  ReviewAppConfig,
  SpaceNat,
  Team,
  TeamMember,
  TeamPreferences,
  TransportOptions,
} from '../heroku';
import { HerokuClient, herokuBaseUrl } from '../heroku';
import { ParentList, SharedList } from './sharedList';

/** What `invocationConfig.loadExecutionConfig` may return: tests and benchmarks set the client's options with it. */
export interface ExecutionConfig {
  heroku?: Partial<Omit<TransportOptions, 'apiKey'>>;
}

/**
 * One run of the integration: the client all its steps share, and what several of them read, each asked for once.
 *
 * A step that only enriches its entities with a shared answer ignores a failure; the step that the answer belongs to
 * reports it.
 */
export class Run {
  readonly client: HerokuClient;
  /** The steps of a run work side by side, but write one after the other. */
  readonly writingTurns = new PQueue({ concurrency: 1 });
  /** The types of the entities whose key does not begin with their type, by key. */
  readonly typesOfKeys = new Map<string, string>();
  private readonly beganAt = performance.now();
  private ofTeam = false;
  private areAccountsOfUsers = false;
  private readonly shared = new Map<string, unknown>();
  private readonly incompleteSteps = new Set<string>();

  constructor(apiKey: string, options: ExecutionConfig['heroku'] = {}) {
    this.client = new HerokuClient({
      baseUrl: herokuBaseUrl(),
      // While data waits to be written, no more pages are unpacked.
      waitForRoom: () => this.writingTurns.onIdle(),
      ...options,
      apiKey,
    });
  }

  /** How long the run has been going on, in milliseconds, whatever happens to the computer's date. */
  get ageMs(): number {
    return performance.now() - this.beganAt;
  }

  /**
   * Whether the key is the token of a team and not of a user: it has no account, no personal apps and no credentials of
   * its own. Known after validation.
   */
  get isTeamToken(): boolean {
    return this.ofTeam;
  }

  /**
   * Records that the key is the token of a team: the list of personal apps, which it may not read, is empty.
   *
   * @param areAccountsRefused whether it may not read the list of enterprise accounts either, for the same reason
   */
  noteTeamToken(areAccountsRefused: boolean): void {
    this.ofTeam = true;
    this.shared.delete('personal apps');
    if (areAccountsRefused) {
      this.areAccountsOfUsers = true;
      this.shared.delete('enterprise accounts');
    }
  }

  /** The Heroku account that the key belongs to. */
  account(): Promise<ReadObject<Account>> {
    return this.once('account', () => this.client.account());
  }

  /** The enterprise accounts that the user behind the key is a member of. */
  get enterpriseAccounts() {
    return this.share(
      'enterprise accounts',
      () =>
        new ParentList(() =>
          this.areAccountsOfUsers
            ? noPages()
            : this.client.enterpriseAccounts(),
        ),
    );
  }

  /** The teams that the user behind the key is a member of. */
  get teams(): ParentList<Team> {
    return this.share('teams', () => new ParentList(() => this.client.teams()));
  }

  /** All teams of an enterprise account. */
  teamsOfAccount(accountId: string): ParentList<Team> {
    return this.share(
      `teams of ${accountId}`,
      () => new ParentList(() => this.client.enterpriseAccountTeams(accountId)),
    );
  }

  /** The members of an enterprise account. */
  enterpriseMembers(accountId: string): SharedList<EnterpriseAccountMember> {
    return this.share(
      `members of account ${accountId}`,
      () =>
        new SharedList(() => this.client.enterpriseAccountMembers(accountId)),
    );
  }

  /** The members of a team, until {@link forgetTeamMembers}. */
  teamMembers(teamId: string): SharedList<TeamMember> {
    return this.share(
      `members of team ${teamId}`,
      () => new SharedList(() => this.client.teamMembers(teamId)),
    );
  }

  /** Frees the members of a team, once no step asks for them any more. */
  forgetTeamMembers(teamId: string): void {
    this.shared.delete(`members of team ${teamId}`);
  }

  /** The apps outside of teams that the user behind the key owns or collaborates on. */
  get personalApps(): SharedList<App> {
    return this.share(
      'personal apps',
      () =>
        new SharedList(() =>
          this.isTeamToken ? noPages() : this.client.personalApps(),
        ),
    );
  }

  /** The pipelines that the user can see. */
  get pipelines() {
    return this.share(
      'pipelines',
      () => new ParentList(() => this.client.pipelines()),
    );
  }

  /** The Private Spaces that the user can see. */
  get spaces() {
    return this.share(
      'spaces',
      () => new ParentList(() => this.client.spaces()),
    );
  }

  /** The outbound addresses of a Private Space. */
  spaceNat(spaceId: string): Promise<ReadObject<SpaceNat>> {
    return this.once(`NAT of ${spaceId}`, () => this.client.spaceNat(spaceId));
  }

  /** From where a Private Space may be reached. */
  inboundRuleset(spaceId: string): Promise<ReadObject<InboundRuleset>> {
    return this.once(`inbound ruleset of ${spaceId}`, () =>
      this.client.inboundRuleset(spaceId),
    );
  }

  /** Which app is at which stage of which pipeline. */
  get pipelineCouplings(): SharedList<PipelineCoupling> {
    return this.share(
      'pipeline couplings',
      () => new SharedList(() => this.client.pipelineCouplings()),
    );
  }

  /** What a team has set. */
  teamPreferences(teamId: string): Promise<ReadObject<TeamPreferences>> {
    return this.once(`preferences of ${teamId}`, () =>
      this.client.teamPreferences(teamId),
    );
  }

  /** The add-on services that a team allows. */
  allowedAddonServices(teamId: string): SharedList<AllowedAddonService> {
    return this.share(
      `allowed add-on services of ${teamId}`,
      () => new SharedList(() => this.client.allowedAddonServices(teamId)),
    );
  }

  /** How a pipeline makes review apps. */
  reviewAppConfig(pipelineId: string): Promise<ReadObject<ReviewAppConfig>> {
    return this.once(`review app settings of ${pipelineId}`, () =>
      this.client.reviewAppConfig(pipelineId),
    );
  }

  /** The review apps of a pipeline. */
  reviewApps(pipelineId: string): SharedList<ReviewApp> {
    return this.share(
      `review apps of ${pipelineId}`,
      () => new SharedList(() => this.client.reviewApps(pipelineId)),
    );
  }

  /** When unpaid bills of a team have consequences. */
  teamDelinquency(teamId: string): Promise<ReadObject<Delinquency>> {
    return this.once(`delinquency of ${teamId}`, () =>
      this.client.teamDelinquency(teamId),
    );
  }

  /** When unpaid bills of the key's user have consequences. */
  accountDelinquency(): Promise<ReadObject<Delinquency>> {
    return this.once('delinquency', () => this.client.accountDelinquency());
  }

  /** What an enterprise account used in a month. */
  monthlyUsage(accountId: string, month: string): SharedList<MonthlyUsage> {
    return this.share(
      `usage of ${accountId} in ${month}`,
      () => new SharedList(() => this.client.monthlyUsage(accountId, month)),
    );
  }

  /** Where apps and spaces can be. */
  get regions(): SharedList<Region> {
    return this.share(
      'regions',
      () => new SharedList(() => this.client.regions()),
    );
  }

  /** Asks for an app itself: "not found" proves that it is gone. */
  app(appId: string): Promise<ReadObject<App>> {
    return this.once(`app ${appId}`, () => this.client.app(appId));
  }

  /** Asks for a team itself: a team that was renamed during the run has another name by then. */
  team(teamId: string): Promise<ReadObject<Team>> {
    return this.once(`team ${teamId}`, () => this.client.team(teamId));
  }

  /** Every list that may have named a team. */
  async listsOfTeams(): Promise<ParentList<Team>[]> {
    const accounts = await this.enterpriseAccounts.objects();
    return [this.teams, ...accounts.map(({ id }) => this.teamsOfAccount(id))];
  }

  /** Records that a step, or one that it depends on, missed something. */
  noteIncomplete(stepId: string): void {
    this.incompleteSteps.add(stepId);
  }

  /**
   * Whether a step that has ended saw everything, and all that it depends on: only then does what it did not add
   * mean anything.
   */
  isComplete(stepId: string): boolean {
    return !this.incompleteSteps.has(stepId);
  }

  private once<T>(what: string, ask: () => Promise<T>): Promise<T> {
    return this.share(what, () => {
      const answer = ask();
      // Each caller gets the failure. Without this, a failure that nobody has awaited yet would end the process.
      answer.catch(() => undefined);
      return answer;
    });
  }

  private share<T>(what: string, make: () => T): T {
    if (!this.shared.has(what)) {
      this.shared.set(what, make());
    }
    return this.shared.get(what) as T;
  }
}

/** A list without pages. */
async function* noPages(): AsyncGenerator<never, void, undefined> {}

/** Keyed by an object that lives as long as the run and belongs to no other. */
const runs = new WeakMap<object, Run>();

/** The run that a context belongs to: validation and all steps get the same. */
export function runOf(
  context: Pick<
    IntegrationExecutionContext<IntegrationConfig>,
    'instance' | 'executionConfig'
  >,
): Run {
  const { config } = context.instance;
  let run = runs.get(config);
  if (run === undefined) {
    const { heroku }: ExecutionConfig = context.executionConfig ?? {};
    run = new Run(config.apiKey.trim(), heroku);
    runs.set(config, run);
  }
  return run;
}
