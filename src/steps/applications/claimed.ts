import type { App } from '../../heroku';

/** An app from the list of a team. */
export interface Claim {
  app: App;
  teamId: string;
}

/**
 * Apps held back before any of them is added, so that one in the lists of two teams can be settled. An account with
 * more apps than that takes no more memory for it: there, such an app counts as a miss.
 */
const MOST_HELD = 10_000;

/**
 * The apps that the lists of teams claim. One that was transferred during the run is in the lists of two teams: it
 * belongs to the team whose id it names, and where it names both or neither, to the one whose list knew it later.
 */
export class ClaimedApps {
  private readonly claims = new Map<string, Claim>();

  /** Holds an app back; `false` where there are too many, and it must be added at once. */
  hold(claim: Claim): boolean {
    const { id } = claim.app;
    const other = this.claims.get(id);
    if (other !== undefined) {
      if (isBetter(claim, other)) {
        this.claims.set(id, claim);
      }
      return true;
    }
    if (this.claims.size >= MOST_HELD) {
      return false;
    }
    this.claims.set(id, claim);
    return true;
  }

  /** Each app once, with the team it belongs to. */
  settled(): Claim[] {
    return [...this.claims.values()];
  }
}

/** Lists come in any order: where neither knew it later, the id of the team decides. */
function isBetter(a: Claim, b: Claim): boolean {
  if (namesTeam(a) !== namesTeam(b)) {
    return namesTeam(a);
  }
  const [timeA, timeB] = [updatedOn(a), updatedOn(b)];
  return timeA === timeB ? a.teamId < b.teamId : timeA > timeB;
}

function namesTeam({ app, teamId }: Claim): boolean {
  return app.team?.id === teamId;
}

function updatedOn({ app }: Claim): number {
  const time = Date.parse(app.updated_at ?? '');
  return Number.isNaN(time) ? 0 : time;
}
