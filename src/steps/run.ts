import type { IntegrationExecutionContext } from '@jupiterone/integration-sdk-core';
import PQueue from 'p-queue';
import type { IntegrationConfig } from '../config';
import type {
  Account,
  App,
  EnterpriseAccount,
  Page,
  Pages,
  Space,
  Team,
  TeamMember,
  TransportOptions,
} from '../heroku';
import { HerokuClient, herokuBaseUrl } from '../heroku';

/** What `invocationConfig.loadExecutionConfig` may hand over: tests and benchmarks tune the client with it. */
export interface ExecutionConfig {
  heroku?: Partial<Omit<TransportOptions, 'apiKey'>>;
}

/**
 * One run of the integration: the client all its steps share, and the short lists that several of them use, each
 * asked for once.
 */
export class Run {
  readonly client: HerokuClient;
  /** In which the steps of the run, though they run side by side, write one after the other. */
  readonly writingTurns = new PQueue({ concurrency: 1 });
  private readonly asked = new Map<string, Promise<unknown>>();
  private readonly incompleteSteps = new Set<string>();

  constructor(apiKey: string, options: ExecutionConfig['heroku'] = {}) {
    this.client = new HerokuClient({
      baseUrl: herokuBaseUrl(),
      // While data waits to be written, no more is made of pages that are there.
      room: () => this.writingTurns.onIdle(),
      ...options,
      apiKey,
    });
  }

  /** The Heroku account that the key belongs to. */
  account(): Promise<Account> {
    return this.once('account', () => this.client.account());
  }

  /** The enterprise accounts that the user behind the key is a member of. */
  enterpriseAccounts(): Promise<Page<EnterpriseAccount>[]> {
    return this.once('enterpriseAccounts', () =>
      allPages(this.client.enterpriseAccounts()),
    );
  }

  /** The teams that the user behind the key is a member of. */
  teams(): Promise<Page<Team>[]> {
    return this.once('teams', () => allPages(this.client.teams()));
  }

  /** The apps outside of teams that the user behind the key owns or collaborates on. */
  personalApps(): Promise<Page<App>[]> {
    return this.once('personalApps', () =>
      allPages(this.client.personalApps()),
    );
  }

  /** The members of a team, until they are forgotten. */
  teamMembers(teamId: string): Promise<Page<TeamMember>[]> {
    return this.once(`teamMembers ${teamId}`, () =>
      allPages(this.client.teamMembers(teamId)),
    );
  }

  /** Whether a team is still there: a 404 where it is gone. */
  team(teamId: string): Promise<Team> {
    return this.once(`team ${teamId}`, () => this.client.team(teamId));
  }

  /** Whether an app is still there: a 404 where it is gone. */
  app(appId: string): Promise<App> {
    return this.once(`app ${appId}`, () => this.client.app(appId));
  }

  /** Whether a Private Space is still there: a 404 where it is gone. */
  space(spaceId: string): Promise<Space> {
    return this.once(`space ${spaceId}`, () => this.client.space(spaceId));
  }

  /** Whether an enterprise account is still there: a 404 where it is gone. */
  enterpriseAccount(accountId: string): Promise<EnterpriseAccount> {
    return this.once(`enterpriseAccount ${accountId}`, () =>
      this.client.enterpriseAccount(accountId),
    );
  }

  /** Frees the members of a team, once nothing asks for them any more. */
  forgetTeamMembers(teamId: string): void {
    this.asked.delete(`teamMembers ${teamId}`);
  }

  /** Records that a step, or one that it builds on, missed something. */
  noteIncomplete(stepId: string): void {
    this.incompleteSteps.add(stepId);
  }

  /**
   * Whether a step that has ended saw everything, and all that it builds on: only then does what it did not add
   * mean anything.
   */
  isComplete(stepId: string): boolean {
    return !this.incompleteSteps.has(stepId);
  }

  private once<T>(what: string, ask: () => Promise<T>): Promise<T> {
    const asked = this.asked.get(what);
    if (asked) {
      return asked as Promise<T>;
    }
    const answer = ask();
    // Whoever asks meets the failure; that nobody has asked yet must not end the process.
    answer.catch(() => undefined);
    this.asked.set(what, answer);
    return answer;
  }
}

async function allPages<T>(pages: Pages<T>): Promise<Page<T>[]> {
  const all: Page<T>[] = [];
  for await (const page of pages) {
    all.push(page);
  }
  return all;
}

/** Keyed by what is the same object for all of a run and for no other. */
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
