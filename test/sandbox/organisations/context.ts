import type { JsonObject, Refusal } from '../organisation';
import type { AppDescription } from './appDescription';
import type {
  EnterpriseAccountDescription,
  OrganisationDescription,
  PersonDescription,
  TeamDescription,
} from './description';
import { uuid } from './identity';
import { Resources } from './resources';
import type { Secrets } from './secrets';

const dayInMs = 24 * 60 * 60 * 1000;

export type Person = { id: string; email: string; name: string | null };
export type Reference = { id: string; name: string };

/** What every part of the building shares: the description, the dates, the references, and the result. */
export class Context {
  readonly resources = new Resources();
  readonly aliases = new Map<string, string>();
  readonly refusals = new Map<string, Refusal>();
  private readonly people: Map<string, PersonDescription>;
  private readonly apps: Map<string, AppDescription>;
  private readonly teams: Map<string, TeamDescription>;
  private readonly accounts: Map<string, EnterpriseAccountDescription>;
  // One object for each of these, however many resources refer to it: a large account has half a million that do.
  private readonly dates = new Map<number, string>();
  private readonly persons = new Map<string, Person>();
  private readonly appReferences = new Map<string, Reference>();
  private readonly teamReferences = new Map<string, Reference>();

  constructor(
    readonly description: OrganisationDescription,
    readonly now: Date,
    readonly secrets: Secrets,
    /** Whether answers have the fields of the published schema and no others. */
    readonly bySchema = false,
  ) {
    this.people = byKey(description.people, (person) => person.handle);
    this.apps = byKey(description.apps ?? [], (app) => app.name);
    this.teams = byKey(description.teams ?? [], (team) => team.name);
    this.accounts = byKey(
      description.enterpriseAccounts ?? [],
      (account) => account.name,
    );
  }

  /** An instant as Heroku writes it, to the second. */
  ago(days: number): string {
    let date = this.dates.get(days);
    if (date === undefined) {
      date = new Date(this.now.getTime() - days * dayInMs)
        .toISOString()
        .replace(/\.\d+Z$/, 'Z');
      this.dates.set(days, date);
    }
    return date;
  }

  /** `created_at` and `updated_at` of something that is so many days old. */
  dated(createdDaysAgo: number): { created_at: string; updated_at: string } {
    return {
      created_at: this.ago(createdDaysAgo),
      updated_at: this.ago(createdDaysAgo / 2),
    };
  }

  /** What something has that the schema does not say. */
  beyond({ beyondSchema }: { beyondSchema?: JsonObject }): JsonObject {
    return this.bySchema ? {} : (beyondSchema ?? {});
  }

  person(handle: string): Person {
    let person = this.persons.get(handle);
    if (person === undefined) {
      const { name, email } = known(this.people, handle, 'person');
      person = {
        id: uuid('user', handle),
        email: email ?? `${handle}@example.com`,
        name,
      };
      this.persons.set(handle, person);
    }
    return person;
  }

  describedPerson(handle: string): PersonDescription {
    return known(this.people, handle, 'person');
  }

  app(name: string): AppDescription {
    return known(this.apps, name, 'app');
  }

  team(name: string): TeamDescription {
    return known(this.teams, name, 'team');
  }

  account(name: string): EnterpriseAccountDescription {
    return known(this.accounts, name, 'enterprise account');
  }

  appReference(name: string): Reference {
    let reference = this.appReferences.get(name);
    if (reference === undefined) {
      this.app(name);
      reference = { id: uuid('app', name), name };
      this.appReferences.set(name, reference);
    }
    return reference;
  }

  teamReference(name: string): Reference {
    let reference = this.teamReferences.get(name);
    if (reference === undefined) {
      this.team(name);
      reference = { id: uuid('team', name), name };
      this.teamReferences.set(name, reference);
    }
    return reference;
  }

  accountReference(name: string): Reference {
    this.account(name);
    return { id: uuid('enterprise-account', name), name };
  }

  /** Adds a list under its path, and its single resources where the API has a path for them. */
  setList(path: string, list: JsonObject[], singlePath?: string): void {
    this.resources.set(path, list);
    if (singlePath === undefined) return;
    for (const item of list) {
      if (typeof item.id === 'string') {
        this.resources.set(`${singlePath}/${item.id}`, item);
      }
    }
  }

  /** Lets the API refuse a path, although what it is about is there. */
  refuse(path: string, message: string, status = 422): void {
    const id = status === 403 ? 'forbidden' : 'invalid_params';
    this.refusals.set(path, { status, id, message });
  }

  alias(name: string, id: string): void {
    const other = this.aliases.get(name);
    if (other !== undefined && other !== id) {
      throw new Error(`Two resources are called ${name}`);
    }
    this.aliases.set(name, id);
  }
}

function byKey<T>(items: T[], keyOf: (item: T) => string): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    if (map.has(key)) throw new Error(`Described twice: ${key}`);
    map.set(key, item);
  }
  return map;
}

function known<T>(map: Map<string, T>, key: string, kind: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`No ${kind} is called ${key}`);
  return value;
}
