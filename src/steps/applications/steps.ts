import type { App } from '../../heroku';
import { GLOBAL_SCOPE, IDENTITY_SCOPES, READ_SCOPES } from '../../heroku';
import type { StackSupport } from '../../model';
import {
  ACCOUNT,
  ACCOUNT_HAS_USER,
  APPLICATION,
  bareKey,
  stackSupport,
  TEAM,
  TEAM_OWNS_APPLICATION,
  USER,
  USER_OWNS_APPLICATION,
} from '../../model';
import { createIndividualAccountEntity } from '../accounts/converters';
import type { Collection } from '../collect';
import { Sources, Steps } from '../ids';
import type { HerokuStep } from '../step';
import { defineStep } from '../step';
import {
  createOwnAccountHasUserRelationship,
  createOwnerEntity,
  createUserEntity,
} from '../users/converters';
import { newPerson, personOfAccount } from '../users/person';
import type { PersonalOwner } from './converters';
import {
  createApplicationEntity,
  createTeamOwnsApplicationRelationship,
  createUserOwnsApplicationRelationship,
  personalOwner,
} from './converters';

/** An app that runs in a Private Space, kept for the step that has the spaces. */
export interface Placement {
  spaceId: string;
  applicationKey: string;
}

/** Under which {@link Placement}s are kept. */
export const APPLICATIONS_IN_SPACES = 'heroku-applications-in-spaces';

export const applicationSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.APPLICATIONS,
      name: 'Fetch applications',
      entities: [APPLICATION],
      relationships: [TEAM_OWNS_APPLICATION],
      dependsOn: [Steps.TEAMS],
      needs: { scopes: READ_SCOPES, role: 'membership of the team' },
      requests:
        '1 + T: `/users/~/apps`, `/teams/{team}/apps`; 1 more, `/stacks`, with the source stack-support',
    },
    fetchApplications,
  ),
  defineStep(
    {
      id: Steps.APPLICATION_OWNERS,
      name: 'Fetch the owners of personal applications',
      entities: [ACCOUNT, USER],
      relationships: [ACCOUNT_HAS_USER, USER_OWNS_APPLICATION],
      dependsOn: [Steps.USERS, Steps.APPLICATIONS],
      needs: { scopes: READ_SCOPES, role: 'access to the app' },
      requests: 'none: what it uses has been read',
    },
    fetchApplicationOwners,
  ),
];

/** The apps of all teams, and the user's own list of personal apps. */
async function fetchApplications(collection: Collection): Promise<void> {
  const { run } = collection;
  const [personalApps, teams, support] = await Promise.all([
    collection.attempt('personal apps', () => run.personalApps()),
    collection.parentsOfType(TEAM._type),
    readStackSupport(collection),
  ]);
  const placements: Placement[] = [];
  const convert = (app: App, teamId?: string) => {
    const application = createApplicationEntity(app, support, teamId);
    if (app.space) {
      placements.push({
        spaceId: app.space.id,
        applicationKey: application._key,
      });
    }
    return application;
  };
  await collection.forEachParent(teams, {
    what: 'apps of the team',
    askForParent: ({ id }) => run.team(id),
    read: ({ id }) =>
      collection.addPages(run.client.teamApps(id), (app) => ({
        entities: [convert(app, id)],
        relationships: [createTeamOwnsApplicationRelationship(id, app)],
      })),
  });
  await collection.addPages(personalApps ?? [], (app) => ({
    entities: [convert(app)],
  }));
  await collection.remember(APPLICATIONS_IN_SPACES, placements);
}

/** What is known of stacks: the announced dates, and where the source is on what Heroku says today. */
async function readStackSupport(
  collection: Collection,
): Promise<(stack: string | undefined) => StackSupport> {
  const states = new Map<string, string | undefined>();
  if (collection.isSourceOn(Sources.STACK_SUPPORT)) {
    await collection.attempt('stacks', async () => {
      for await (const page of collection.run.client.stacks()) {
        for (const { name, state } of collection.objectsOf(page)) {
          states.set(name, state ?? undefined);
        }
      }
    });
  }
  return (stack) =>
    stackSupport(
      stack,
      stack === undefined ? undefined : states.get(stack),
      collection.startedOn,
    );
}

/**
 * Who owns the personal apps. An owner who is in no account and no team shares an app with the API key's user:
 * that person becomes a user too, and hangs on the user's own account, so that nothing is cut off from a root.
 */
async function fetchApplicationOwners(collection: Collection): Promise<void> {
  const { run } = collection;
  const pages = await collection.attempt('personal apps', () =>
    run.personalApps(),
  );
  const owners = new Map<string, PersonalOwner>();
  for (const app of (pages ?? []).flatMap(({ objects }) => objects)) {
    const owner = personalOwner(app);
    if (owner && !collection.has(bareKey(owner.id))) {
      owners.set(owner.id, owner);
    }
  }
  if (owners.size > 0) {
    await addOwners(collection, owners);
  }
  await collection.addPages(pages ?? [], (app) => {
    const owner = personalOwner(app);
    return owner
      ? { relationships: [createUserOwnsApplicationRelationship(owner, app)] }
      : {};
  });
}

async function addOwners(
  collection: Collection,
  owners: ReadonlyMap<string, PersonalOwner>,
): Promise<void> {
  const account = collection.mayUse(IDENTITY_SCOPES)
    ? await collection.attempt("API key's own account", () =>
        collection.run.account(),
      )
    : undefined;
  await collection.add({
    entities: [...owners.values()].map((owner) =>
      // The key's own user is the same wherever it is met first: two steps may come upon it.
      account?.id === owner.id
        ? createUserEntity(newPerson(account.id, personOfAccount(account)))
        : createOwnerEntity(owner),
    ),
  });
  if (account && collection.run.isComplete(Steps.USERS)) {
    // Of somebody whom no list named, only all the lists prove that they are outside.
    const isCertain = collection.mayUse(GLOBAL_SCOPE);
    await collection.add({
      entities: [createIndividualAccountEntity(account)],
      relationships: [...owners.keys()].map((userId) =>
        createOwnAccountHasUserRelationship(account, userId, isCertain),
      ),
    });
  }
}
