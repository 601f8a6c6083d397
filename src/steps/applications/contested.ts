import type { App } from '../../heroku';

interface Claim {
  app: App;
  teamId: string;
}

/**
 * Apps from the lists of teams that do not say themselves that they belong to that team. One that was transferred
 * during the run is in the lists of two teams: it belongs to the one whose id it names, and where it names none, to
 * the one whose list knew it later.
 */
export class ContestedApps {
  private readonly claims = new Map<string, Claim>();

  add(app: App, teamId: string): void {
    const claim = { app, teamId };
    const other = this.claims.get(app.id);
    if (other === undefined || isLater(claim, other)) {
      this.claims.set(app.id, claim);
    }
  }

  /**
   * Each app once, with the team it belongs to.
   *
   * @param isSettled whether an app has been added already, from the list of the team that it names
   */
  settled(isSettled: (appId: string) => boolean): Claim[] {
    return [...this.claims.values()].filter(({ app }) => !isSettled(app.id));
  }
}

/** Lists come in any order: where neither is later, the id of the team decides. */
function isLater(a: Claim, b: Claim): boolean {
  const [timeA, timeB] = [a, b].map(({ app }) =>
    Date.parse(app.updated_at ?? ''),
  ) as [number, number];
  if (timeA !== timeB && !(Number.isNaN(timeA) && Number.isNaN(timeB))) {
    return Number.isNaN(timeB) || timeA > timeB;
  }
  return a.teamId < b.teamId;
}
