import type { ReadObject } from './decode';
import type { ListOptions, Pages } from './reader';
import { ResourceReader } from './reader';
import * as types from './types';

/** Adds the fields of its service and plan to an add-on, at no extra request. */
const ADDON_EXPANSION: ListOptions = {
  headers: { 'Accept-Expansion': 'addon_service,plan' },
};

/** What Heroku's own command line asks for invitations with. */
const TEAM_INVITATIONS: ListOptions = {
  headers: {
    Accept: 'application/vnd.heroku+json; version=3.team-invitations',
  },
};

/** What Heroku's own command line asks for what is newer than version 3 with. */
const SDK_VERSION: ListOptions = {
  headers: { Accept: 'application/vnd.heroku+json; version=3.sdk' },
};
const DOGWOOD_VERSION: ListOptions = {
  headers: { Accept: 'application/vnd.heroku+json; version=3.dogwood' },
};

/** Lists that most else waits for, or is made of, go before the many small ones beside them. */
const EARLY: ListOptions = { priority: 1 };

/**
 * Heroku's Platform API, as far as this integration reads it: one method per listing, each an async iterator over
 * pages of up to 1,000 decoded objects.
 *
 * Every method throws a HerokuError where the key or its user may not read something, where there is no such thing, and
 * where Heroku does not answer: `failure.kind` tells which.
 */
export class HerokuClient extends ResourceReader {
  /** `GET /account`: the Heroku account that the key belongs to. Takes the scope `global` or `identity`. */
  account(): Promise<ReadObject<types.Account>> {
    return this.one(types.accountResource, '/account');
  }

  /** `GET /enterprise-accounts`: the enterprise accounts that the user is a member of; none without Enterprise. */
  enterpriseAccounts(): Pages<types.EnterpriseAccount> {
    return this.list(types.enterpriseAccountResource, '/enterprise-accounts');
  }

  /** `GET /enterprise-accounts/{account}/members`: its members with their permissions. */
  enterpriseAccountMembers(
    accountId: string,
  ): Pages<types.EnterpriseAccountMember> {
    return this.list(
      types.enterpriseAccountMemberResource,
      '/enterprise-accounts/{account}/members',
      { account: accountId },
      EARLY,
    );
  }

  /** `GET /enterprise-accounts/{account}/teams`: all its teams, those that the user is not in included. */
  enterpriseAccountTeams(accountId: string): Pages<types.Team> {
    return this.list(
      types.teamResource,
      '/enterprise-accounts/{account}/teams',
      { account: accountId },
    );
  }

  /** `GET /teams`: the teams that the user is a member of. */
  teams(): Pages<types.Team> {
    return this.list(types.teamResource, '/teams');
  }

  /** `GET /teams/{team}`: the present name of a team that was renamed during a run. It never proves that one is gone. */
  team(teamId: string): Promise<ReadObject<types.Team>> {
    return this.one(types.teamResource, '/teams/{team}', { team: teamId });
  }

  /** `GET /teams/{team}/members`: its members and pending members. Takes the scope `global`. */
  teamMembers(teamId: string): Pages<types.TeamMember> {
    return this.list(
      types.teamMemberResource,
      '/teams/{team}/members',
      { team: teamId },
      EARLY,
    );
  }

  /** `GET /teams/{team}/apps`: all its apps, those that the user has not joined included. */
  teamApps(teamId: string): Pages<types.App> {
    return this.list(
      types.appResource,
      '/teams/{team}/apps',
      { team: teamId },
      EARLY,
    );
  }

  /** `GET /teams/{team}/addons`: all add-ons of all its apps, with service and plan. */
  teamAddons(teamId: string): Pages<types.Addon> {
    return this.list(
      types.addonResource,
      '/teams/{team}/addons',
      { team: teamId },
      { ...ADDON_EXPANSION, ...EARLY },
    );
  }

  /** `GET /teams/{team}/permissions`: its apps and spaces, each with everybody who may use it. */
  teamPermissions(teamId: string): Pages<types.PermissionEntity> {
    return this.list(
      types.permissionEntityResource,
      '/teams/{team}/permissions',
      { team: teamId },
    );
  }

  /** `GET /teams/{team}/invitations`: invitations that have not been accepted. Takes the scope `global`. */
  teamInvitations(teamName: string): Pages<types.TeamInvitation> {
    return this.list(
      types.teamInvitationResource,
      '/teams/{team}/invitations',
      { team: teamName },
      TEAM_INVITATIONS,
    );
  }

  /** `GET /teams/{team}/identity-providers`: its SSO providers. Takes the scope `global`. */
  teamIdentityProviders(teamName: string): Pages<types.IdentityProvider> {
    return this.list(
      types.identityProviderResource,
      '/teams/{team}/identity-providers',
      { team: teamName },
    );
  }

  /** `GET /teams/{team}/preferences`: what the team has set. Takes the scope `global`. */
  teamPreferences(teamId: string): Promise<ReadObject<types.TeamPreferences>> {
    return this.one(
      types.teamPreferencesResource,
      '/teams/{team}/preferences',
      { team: teamId },
    );
  }

  /** `GET /teams/{team}/features`: what is on for the team. */
  teamFeatures(teamId: string): Pages<types.TeamFeature> {
    return this.list(types.teamFeatureResource, '/teams/{team}/features', {
      team: teamId,
    });
  }

  /** `GET /users/~/apps`: the apps that the user owns or collaborates on outside of teams. */
  personalApps(): Pages<types.App> {
    return this.list(types.appResource, '/users/~/apps');
  }

  /** `GET /apps/{app}`: asks whether one is still there. */
  app(appId: string): Promise<ReadObject<types.App>> {
    return this.one(types.appResource, '/apps/{app}', { app: appId });
  }

  /** `GET /apps/{app}/collaborators`: everybody who may use an app outside of teams. */
  appCollaborators(appId: string): Pages<types.Collaborator> {
    return this.list(types.collaboratorResource, '/apps/{app}/collaborators', {
      app: appId,
    });
  }

  /** `GET /addons`: every add-on that the user can see, with service and plan. */
  addons(): Pages<types.Addon> {
    return this.list(types.addonResource, '/addons', {}, ADDON_EXPANSION);
  }

  /** `GET /addon-attachments`: every attachment that the user can see. */
  addonAttachments(): Pages<types.AddonAttachment> {
    return this.list(types.addonAttachmentResource, '/addon-attachments');
  }

  /** `GET /pipelines`: every pipeline that the user can see. */
  pipelines(): Pages<types.Pipeline> {
    return this.list(types.pipelineResource, '/pipelines');
  }

  /** `GET /pipeline-couplings`: every app in a pipeline, with its stage. */
  pipelineCouplings(): Pages<types.PipelineCoupling> {
    return this.list(types.pipelineCouplingResource, '/pipeline-couplings');
  }

  /** `GET /pipelines/{pipeline}/review-app-config`: how it makes review apps; not found where it makes none. */
  reviewAppConfig(
    pipelineId: string,
  ): Promise<ReadObject<types.ReviewAppConfig>> {
    return this.one(
      types.reviewAppConfigResource,
      '/pipelines/{pipeline}/review-app-config',
      { pipeline: pipelineId },
    );
  }

  /** `GET /spaces`: every Private Space that the user can see. */
  spaces(): Pages<types.Space> {
    return this.list(types.spaceResource, '/spaces');
  }

  /** `GET /spaces/{space}/nat`: the addresses from which it reaches out. */
  spaceNat(spaceId: string): Promise<ReadObject<types.SpaceNat>> {
    return this.one(types.spaceNatResource, '/spaces/{space}/nat', {
      space: spaceId,
    });
  }

  /** `GET /spaces/{space}/inbound-ruleset`: from where it may be reached. */
  inboundRuleset(spaceId: string): Promise<ReadObject<types.InboundRuleset>> {
    return this.one(
      types.inboundRulesetResource,
      '/spaces/{space}/inbound-ruleset',
      { space: spaceId },
    );
  }

  /** `GET /spaces/{space}/peerings`: its peerings with AWS VPCs. */
  peerings(spaceId: string): Pages<types.Peering> {
    return this.list(types.peeringResource, '/spaces/{space}/peerings', {
      space: spaceId,
    });
  }

  /** `GET /spaces/{space}/vpn-connections`: its VPN connections. */
  vpnConnections(spaceId: string): Pages<types.VpnConnection> {
    return this.list(
      types.vpnConnectionResource,
      '/spaces/{space}/vpn-connections',
      { space: spaceId },
    );
  }

  /** `GET /oauth/authorizations`: the user's own OAuth authorizations. Takes the scope `global`. */
  authorizations(): Pages<types.Authorization> {
    return this.list(types.authorizationResource, '/oauth/authorizations');
  }

  /** `GET /account/keys`: the user's own SSH keys. Takes the scope `global`. */
  sshKeys(): Pages<types.SshKey> {
    return this.list(types.sshKeyResource, '/account/keys');
  }

  /** `GET /apps/{app}/domains`: its domains. */
  appDomains(appId: string): Pages<types.Domain> {
    return this.list(types.domainResource, '/apps/{app}/domains', {
      app: appId,
    });
  }

  /** `GET /apps/{app}/sni-endpoints`: its certificates. */
  sniEndpoints(appId: string): Pages<types.SniEndpoint> {
    return this.list(types.sniEndpointResource, '/apps/{app}/sni-endpoints', {
      app: appId,
    });
  }

  /** `GET /apps/{app}/log-drains`: where its logs go. */
  logDrains(appId: string): Pages<types.LogDrain> {
    return this.list(types.logDrainResource, '/apps/{app}/log-drains', {
      app: appId,
    });
  }

  /** `GET /apps/{app}/webhooks`: who is told of its changes. */
  webhooks(appId: string): Pages<types.Webhook> {
    return this.list(types.webhookResource, '/apps/{app}/webhooks', {
      app: appId,
    });
  }

  /** `GET /apps/{app}/formation`: its process types with their dynos. */
  formation(appId: string): Pages<types.Process> {
    return this.list(types.processResource, '/apps/{app}/formation', {
      app: appId,
    });
  }

  /** `GET /apps/{app}/features`: what is on for it, such as shell access by exec. */
  appFeatures(appId: string): Pages<types.AppFeature> {
    return this.list(types.appFeatureResource, '/apps/{app}/features', {
      app: appId,
    });
  }

  /** `GET /apps/{app}/telemetry-drains`: where a Fir app sends traces, metrics and logs. */
  appTelemetryDrains(appId: string): Pages<types.TelemetryDrain> {
    return this.list(
      types.telemetryDrainResource,
      '/apps/{app}/telemetry-drains',
      { app: appId },
      SDK_VERSION,
    );
  }

  /** `GET /spaces/{space}/telemetry-drains`: where a Fir space sends traces, metrics and logs. */
  spaceTelemetryDrains(spaceId: string): Pages<types.TelemetryDrain> {
    return this.list(
      types.telemetryDrainResource,
      '/spaces/{space}/telemetry-drains',
      { space: spaceId },
      SDK_VERSION,
    );
  }

  /** `GET /spaces/{space}/log-drain`: where a Shield space sends the logs of all its apps; not found where it has none. */
  spaceLogDrain(spaceId: string): Promise<ReadObject<types.SpaceLogDrain>> {
    return this.one(
      types.spaceLogDrainResource,
      '/spaces/{space}/log-drain',
      { space: spaceId },
      DOGWOOD_VERSION,
    );
  }

  /** `GET /pipelines/{pipeline}/latest-releases`: the latest release of each of its apps. */
  latestReleases(pipelineId: string): Pages<types.Release> {
    return this.list(
      types.releaseResource,
      '/pipelines/{pipeline}/latest-releases',
      { pipeline: pipelineId },
    );
  }

  /** `GET /pipelines/{pipeline}/latest-builds`: the latest build of each of its apps. */
  latestBuilds(pipelineId: string): Pages<types.PipelineBuild> {
    return this.list(
      types.pipelineBuildResource,
      '/pipelines/{pipeline}/latest-builds',
      { pipeline: pipelineId },
    );
  }

  /** `GET /pipelines/{pipeline}/review-apps`: its review apps. */
  reviewApps(pipelineId: string): Pages<types.ReviewApp> {
    return this.list(
      types.reviewAppResource,
      '/pipelines/{pipeline}/review-apps',
      { pipeline: pipelineId },
    );
  }

  /** `GET /teams/{team}/oauth/authorizations`: the team's own. Takes the scope `global` and the permission to manage them. */
  teamAuthorizations(teamId: string): Pages<types.Authorization> {
    return this.list(
      types.authorizationResource,
      '/teams/{team}/oauth/authorizations',
      { team: teamId },
      SDK_VERSION,
    );
  }

  /** `GET /teams/{team}/allowed-addon-services`: what a team with add-on controls allows. Takes the scope `global`. */
  allowedAddonServices(teamId: string): Pages<types.AllowedAddonService> {
    return this.list(
      types.allowedAddonServiceResource,
      '/teams/{team}/allowed-addon-services',
      { team: teamId },
    );
  }

  /** `GET /account/app-transfers`: the transfers of apps that the user gives away or is to get. */
  appTransfers(): Pages<types.AppTransfer> {
    return this.list(types.appTransferResource, '/account/app-transfers');
  }

  /** `GET /oauth/clients`: the user's own OAuth clients. Takes the scope `global`. */
  oauthClients(): Pages<types.OauthClient> {
    return this.list(types.oauthClientResource, '/oauth/clients');
  }

  /** `GET /teams/{team}/delinquency`: when unpaid bills of a team have consequences. */
  teamDelinquency(teamId: string): Promise<ReadObject<types.Delinquency>> {
    return this.one(types.delinquencyResource, '/teams/{team}/delinquency', {
      team: teamId,
    });
  }

  /** `GET /account/delinquency`: when unpaid bills of the user have consequences. */
  accountDelinquency(): Promise<ReadObject<types.Delinquency>> {
    return this.one(types.delinquencyResource, '/account/delinquency');
  }

  /**
   * `GET /enterprise-accounts/{account}/usage/monthly`: what it used in a month, by team and app.
   *
   * @param month such as `2026-04`
   */
  monthlyUsage(accountId: string, month: string): Pages<types.MonthlyUsage> {
    return this.list(
      types.monthlyUsageResource,
      '/enterprise-accounts/{account}/usage/monthly?start={month}&end={month}',
      { account: accountId, month },
    );
  }

  /** `GET /regions`: where apps and spaces can be. */
  regions(): Pages<types.Region> {
    return this.list(types.regionResource, '/regions');
  }
}
