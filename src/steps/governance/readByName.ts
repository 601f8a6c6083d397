import type { Collection, Parent } from '../../collection';
import type { Page, Pages } from '../../heroku';
import { isNotFound } from '../../heroku';

/**
 * Reads a list that Heroku gives by the name of a team only. A name is no identifier: the team may have been renamed
 * since the run began, and another may have taken its name. So what the answer says of its team is compared, and where
 * it is another team, or there is none of that name, the list is asked for by the team's present name.
 *
 * @param teamIdOf the team that an object of the list says it belongs to, where it says so
 * @throws what the client throws
 */
export async function readByName<T>(
  collection: Collection,
  { id, name }: Parent,
  read: (teamName: string) => Pages<T>,
  teamIdOf: (object: T) => string | undefined,
): Promise<Page<T>[]> {
  const isOfTeam = (page: Page<T>) =>
    page.objects.every((object) => (teamIdOf(object) ?? id) === id);
  const askedBy = name ?? id;
  let error: Error | undefined;
  try {
    const pages = await allPages(read(askedBy));
    if (pages.every(isOfTeam)) {
      return pages;
    }
  } catch (caught) {
    if (!isNotFound(caught)) {
      throw caught;
    }
    error = caught;
  }
  const presentName = await readName(collection, id, error);
  if (error !== undefined && (!presentName || presentName === askedBy)) {
    throw error;
  }
  const pages = await allPages(read(presentName ?? askedBy));
  if (!pages.every(isOfTeam)) {
    collection.unknown(
      'lists of teams',
      'are those of another team, which has taken the name of the one asked for',
    );
    return [];
  }
  return pages;
}

/**
 * The present name of a team.
 *
 * @param error why its list was not found, if it was not: it says more than that the team itself is not found either
 */
async function readName(
  { run }: Collection,
  teamId: string,
  error: Error | undefined,
): Promise<string | null | undefined> {
  try {
    return (await run.team(teamId)).object.name;
  } catch (errorOfTeam) {
    throw isNotFound(errorOfTeam) ? (error ?? errorOfTeam) : errorOfTeam;
  }
}

async function allPages<T>(pages: Pages<T>): Promise<Page<T>[]> {
  const all: Page<T>[] = [];
  for await (const page of pages) {
    all.push(page);
  }
  return all;
}
