import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import type { Release } from '../../src/heroku';
import {
  ACCOUNT_HAS_USER,
  APPLICATION_HAS_DOMAIN,
  APPLICATION_HAS_ENDPOINT,
  createEntity,
  createRelationship,
  SPACE_HAS_APPLICATION,
  TEAM,
  TEAM_OWNS_APPLICATION,
  USER_MANAGES_TEAM,
} from '../../src/model';
import {
  createAddonEntity,
  createApplicationHasAddonRelationship,
} from '../../src/steps/addons/converters';
import { createApplicationEntity } from '../../src/steps/applications/converters';
import { createAuthorizationEntity } from '../../src/steps/credentials/converters';
import {
  createApplicationHasReleaseRelationship,
  createReleaseEntity,
  createUserDeployedReleaseRelationship,
} from '../../src/steps/deployments/converters';
import {
  createApplicationEndpointEntity,
  createDomainEntity,
} from '../../src/steps/domains/converters';
import { createSpaceEntity } from '../../src/steps/spaces/converters';
import { createTelemetryDrainEntity } from '../../src/steps/telemetry/converters';
import {
  createApplicationHasTransferRelationship,
  createAppTransferEntity,
} from '../../src/steps/transfers/converters';
import { createUserEntity } from '../../src/steps/users/converters';
import { newPerson } from '../../src/steps/users/person';
import type { CollectedGraph } from '../e2e/graph';
import type {
  StoredEntity,
  StoredRelationship,
} from '../jupiterone/graphObjects';

const DAY = 24 * 60 * 60 * 1000;

/** Who manages a team that has too many admins. */
const ADMINS = [
  'mara.lindqvist',
  'priya.raman',
  'sami.laine',
  'wen.qiao',
  'zoe.nunez',
].map((name) => `${name}@example.com`);

/** What the questions must tell apart and the organisation of the sandbox does not have, made as collected things are. */
export function withFurtherCases(
  graph: CollectedGraph,
  now: Date,
): CollectedGraph {
  const further = new FurtherCases(graph, now);
  further.add();
  return {
    ...graph,
    entities: [...graph.entities, ...further.entities],
    relationships: [...graph.relationships, ...further.relationships],
  };
}

class FurtherCases {
  readonly entities: StoredEntity[] = [];
  readonly relationships: StoredRelationship[] = [];
  private readonly date: (daysAgo: number) => string;

  constructor(
    private readonly graph: CollectedGraph,
    private readonly now: Date,
  ) {
    this.date = (daysAgo) =>
      new Date(now.getTime() - daysAgo * DAY).toISOString();
  }

  add(): void {
    this.addPeople();
    this.addReleases();
    this.addAddons();
    this.addApplications();
    this.addDestinations();
    this.addAuthorization();
  }

  private addPeople(): void {
    // A member of the account whom the last team has let go.
    const former = newPerson('user-between-teams', {
      email: 'between.teams@example.com',
      mfaEnabled: true,
      federated: true,
      source: {},
    });
    this.put(
      createUserEntity(former),
      createRelationship(
        ACCOUNT_HAS_USER,
        this.idOf('heroku_account', 'Example Corp'),
        former.id,
        { permissions: 'view' },
      ),
    );
    const teamId = 'team-of-five-admins';
    this.put(
      createEntity(
        TEAM,
        { id: teamId, name: 'example-events' },
        { ssoEnabled: true, teamType: 'enterprise' },
      ),
      ...this.graph.entities
        .filter(({ email }) => ADMINS.includes(String(email)))
        .map(({ _key }) =>
          createRelationship(USER_MANAGES_TEAM, _key, teamId, { admins: 5 }),
        ),
    );
  }

  private addReleases(): void {
    const succeeded = { status: 'succeeded', current: true };
    const failed = { status: 'failed', current: false };
    // Somebody whom no list names any more.
    this.putRelease('data-events', 12, succeeded, {
      id: 'user-long-gone',
      email: 'long.gone@example.com',
    });
    // People who have left release to other stages too.
    const river = this.graph.entities.find(
      ({ email }) => email === 'river.stone@example.net',
    );
    const riverId = String(river?._key);
    this.putRelease('shop-web-dev', 30, succeeded, { id: riverId }, 'eeee');
    this.putRelease('research-playground', 2, succeeded, {
      id: 'user-long-gone',
    });
    this.relationships.push(
      createUserDeployedReleaseRelationship(
        riverId,
        'release-shop-web-dev',
      ) as unknown as StoredRelationship,
    );
    // Neither of these pairs runs different commits: one of the two does not run at all.
    this.putRelease('research-models', 7, succeeded, undefined, 'aaaa');
    this.putRelease('research-api-staging', 8, failed, undefined, 'bbbb');
    this.putRelease('example-gateway', 9, failed, undefined, 'cccc');
    this.putRelease('example-auth-staging', 3, succeeded, undefined, 'dddd');
  }

  private putRelease(
    appName: string,
    version: number,
    state: Pick<Release, 'status' | 'current'>,
    user?: Release['user'],
    commit?: string,
  ): void {
    const app = { id: this.appId(appName), name: appName };
    const release = {
      id: `release-${appName}`,
      app,
      version,
      user,
      created_at: this.date(version),
      ...state,
    };
    this.put(
      createReleaseEntity(release, {
        pipelineId: `pipeline-of-${appName}`,
        build:
          commit === undefined
            ? undefined
            : { id: `build-${appName}`, app, source_blob: { version: commit } },
      }),
      createApplicationHasReleaseRelationship(app.id, release.id),
    );
  }

  private addAddons(): void {
    this.putAddon('shop-web', 'acme-ledger:quill', 'beta');
    this.putAddon('shop-newsletter', 'acme-mailer:stamp', 'shutdown');
    // It may hold card data, and no health data.
    this.putAddon('pay-ledger', 'jawsdb:blacktip', 'ga', ['PCI']);
  }

  private putAddon(
    appName: string,
    plan: string,
    state: string,
    compliance?: string[],
  ): void {
    const [service = ''] = plan.split(':');
    const id = `addon-${service}-${appName}`;
    const addon = {
      id,
      name: `${service}-of-${appName}`,
      app: { id: this.appId(appName) },
      addon_service: { id: service, name: service, state },
      plan: { id: plan, name: plan, compliance },
      // By the hour, which adds up to no month.
      billed_price: { cents: 12_000, unit: 'hour' },
      state: 'provisioned',
    };
    this.put(
      createAddonEntity(addon),
      createApplicationHasAddonRelationship(this.appId(appName), id),
    );
  }

  private addApplications(): void {
    const id = 'app-of-an-old-image';
    const teamId = this.idOf('heroku_team', 'example-data');
    this.put(
      createApplicationEntity(
        {
          id,
          name: 'data-crawler',
          stack: { id: 'stack-container', name: 'container' },
          released_at: this.date(91),
          archived_at: null,
          space: null,
        },
        { now: this.now.getTime(), teamId, coupling: null },
      ),
      createRelationship(TEAM_OWNS_APPLICATION, teamId, id),
    );
    // Heroku need not say of the app of a team whether it manages the certificate.
    const domain = {
      id: 'domain-of-an-old-image',
      hostname: 'crawler.example.com',
      kind: 'custom',
      acm_status: 'cert issued',
      sni_endpoint: { id: 'endpoint-of-an-old-image' },
    };
    this.put(
      createDomainEntity(domain, id),
      createRelationship(APPLICATION_HAS_DOMAIN, id, domain.id),
    );
    const internalId = 'app-for-other-apps';
    const spaceId = this.idOf('heroku_space', 'example-private');
    this.put(
      createApplicationEntity(
        {
          id: internalId,
          name: 'data-internal',
          archived_at: null,
          internal_routing: true,
          space: { id: spaceId },
        },
        { now: this.now.getTime(), teamId, coupling: null },
      ),
      createRelationship(SPACE_HAS_APPLICATION, spaceId, internalId),
    );
    const endpoint = {
      id: 'endpoint-of-old',
      hostname: 'shop-legacy-cart.herokuapp.com',
      kind: 'heroku',
    };
    const appId = this.appId('shop-legacy-cart');
    this.put(
      createApplicationEndpointEntity(endpoint, {
        id: appId,
        name: 'shop-legacy-cart',
      }),
      createRelationship(APPLICATION_HAS_ENDPOINT, appId, endpoint.id),
    );
    const transfer = {
      id: 'transfer-to-a-colleague',
      app: { id: this.appId('mara-homepage'), name: 'mara-homepage' },
      recipient: { id: 'user-wen', email: 'Wen.Qiao@Example.com' },
      state: 'pending',
    };
    const accepted = {
      ...transfer,
      id: 'transfer-of-before',
      state: 'accepted',
    };
    const recipient = { id: 'user-ola', email: 'ola@example.net' };
    for (const one of [transfer, { ...accepted, recipient }]) {
      this.put(
        createAppTransferEntity(one),
        createApplicationHasTransferRelationship(transfer.app.id, one.id),
      );
    }
    for (const [name, state] of [
      ['payments-spare', 'allocated'],
      ['payments-to-come', 'allocating'],
    ] as const) {
      this.put(
        createSpaceEntity(
          { id: `space-${name}`, name, shield: true, state },
          {},
        ),
      );
    }
  }

  private addDestinations(): void {
    this.put(
      createTelemetryDrainEntity(
        {
          id: 'telemetry-at-home',
          exporter: {
            type: 'otlphttp',
            endpoint: { scheme: 'https', host: 'example.com' },
          },
        },
        { spaceId: this.idOf('heroku_space', 'labs-workshop') },
      ),
    );
  }

  private addAuthorization(): void {
    for (const host of ['dashboard.heroku.com', 'heroku.com']) {
      this.put(
        createAuthorizationEntity(
          {
            id: `authorization-of-${host}`,
            description: `Sign-in at ${host}`,
            scope: ['global'],
            access_token: { expires_in: 3600 },
            client: {
              id: `client-${host}`,
              name: 'Heroku',
              redirect_uri: { scheme: 'https', host },
            },
          },
          { type: 'user' },
          this.now.getTime(),
        ),
      );
    }
  }

  private appId(name: string): string {
    return this.idOf('heroku_application', name);
  }

  /** Where what it hangs on was not collected, it hangs on nothing. */
  private idOf(type: string, name: string): string {
    const found = this.graph.entities.find(
      (one) => one._type === type && one.name === name,
    );
    return typeof found?.id === 'string' ? found.id : `no-${type}-${name}`;
  }

  private put(entity: Entity, ...relationships: Relationship[]): void {
    this.entities.push(entity);
    this.relationships.push(
      ...relationships.map((one) => one as unknown as StoredRelationship),
    );
  }
}
