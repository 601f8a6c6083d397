import type { JsonObject } from '../organisation';

type Resource = JsonObject[] | JsonObject;

/**
 * The resources of an organisation by path, some of them made when they are first asked for.
 *
 * On an account of 100,000 apps the lists that exist once per app would be a million arrays, nearly all
 * of them alike. So `get` and `has` know every path, while iteration sees what was set or already made; the
 * seeded organisations are made completely (`makeAll`), so there the two agree.
 */
export class Resources extends Map<string, Resource> {
  private readonly makers = new Map<string, () => Resource>();
  private readonly appMakers = new Map<string, (app: string) => Resource>();
  private appNames: ReadonlyMap<string, string> = new Map();

  /** Makes the resource at `path` when it is first asked for. */
  define(path: string, make: () => Resource): void {
    this.makers.set(path, make);
  }

  /** Says which apps there are: their names by id. */
  setApps(appNames: ReadonlyMap<string, string>): void {
    this.appNames = appNames;
  }

  /**
   * Makes the resource at `/apps/<id><tail>` when it is first asked for, for every app there is; `make` is given
   * the app's name.
   */
  defineForEachApp(tail: string, make: (app: string) => Resource): void {
    this.appMakers.set(tail, make);
  }

  override get(path: string): Resource | undefined {
    const known = super.get(path);
    if (known !== undefined) return known;
    const made = this.makers.get(path)?.() ?? this.makeForApp(path);
    if (made !== undefined) this.set(path, made);
    return made;
  }

  override has(path: string): boolean {
    return (
      super.has(path) || this.makers.has(path) || this.get(path) !== undefined
    );
  }

  /** Makes every resource, so that iterating sees them all. */
  makeAll(): void {
    for (const path of this.makers.keys()) this.get(path);
    for (const id of this.appNames.keys()) {
      for (const tail of this.appMakers.keys()) this.get(`/apps/${id}${tail}`);
    }
  }

  private makeForApp(path: string): Resource | undefined {
    const [, id = '', tail = ''] = /^\/apps\/([^/]+)(.*)$/.exec(path) ?? [];
    const app = this.appNames.get(id);
    return app === undefined ? undefined : this.appMakers.get(tail)?.(app);
  }
}
