import type { Page, Pages } from '../heroku';

/** A list that several steps use. It is read once for all of them. */
export class SharedList<T> {
  private first: Promise<Page<T>[]> | undefined;

  constructor(private readonly read: () => Pages<T>) {}

  /** Its pages, decoded. The first call reads the list; all calls share its answer or failure. */
  pages(): Promise<Page<T>[]> {
    if (this.first === undefined) {
      this.first = allPages(this.read());
      // Each caller gets the failure. Without this, a failure that nobody has awaited yet would end the process.
      this.first.catch(() => undefined);
    }
    return this.first;
  }

  /** Its objects, for a caller that does not report malformed ones. */
  async objects(): Promise<T[]> {
    return (await this.pages()).flatMap(({ objects }) => objects);
  }
}

/**
 * A shared list of parents. Heroku answers "not found" both for what is gone and for what it hides from the user, so
 * only the list can prove that one of them is gone: it is read again, once in a run, and names it no more.
 */
export class ParentList<T extends { id: string }> extends SharedList<T> {
  private again: SharedList<T> | undefined;

  constructor(private readonly readAgain: () => Pages<T>) {
    super(readAgain);
  }

  /** Whether the list named this one when it was first read. */
  async named(id: string): Promise<boolean> {
    return (await this.objects()).some((object) => object.id === id);
  }

  /** Whether the list still names this one. */
  async stillNames(id: string): Promise<boolean> {
    this.again ??= new SharedList(this.readAgain);
    return (await this.again.objects()).some((object) => object.id === id);
  }
}

async function allPages<T>(pages: Pages<T>): Promise<Page<T>[]> {
  const all: Page<T>[] = [];
  for await (const page of pages) {
    all.push(page);
  }
  return all;
}
