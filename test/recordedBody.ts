import { decode } from '../src/heroku/decode';
import type { Resource } from '../src/heroku/types';
import * as types from '../src/heroku/types';

/** What the client reads of each route: nothing else comes into a recording. */
const RESOURCES: Readonly<Record<string, Resource<unknown>>> = {
  '/account': types.accountResource,
  '/account/app-transfers': types.appTransferResource,
  '/account/delinquency': types.delinquencyResource,
  '/account/keys': types.sshKeyResource,
  '/addon-attachments': types.addonAttachmentResource,
  '/addons': types.addonResource,
  '/apps/:id': types.appResource,
  '/apps/:id/collaborators': types.collaboratorResource,
  '/apps/:id/domains': types.domainResource,
  '/apps/:id/features': types.appFeatureResource,
  '/apps/:id/formation': types.processResource,
  '/apps/:id/log-drains': types.logDrainResource,
  '/apps/:id/sni-endpoints': types.sniEndpointResource,
  '/apps/:id/telemetry-drains': types.telemetryDrainResource,
  '/apps/:id/webhooks': types.webhookResource,
  '/enterprise-accounts': types.enterpriseAccountResource,
  '/enterprise-accounts/:id': types.enterpriseAccountResource,
  '/enterprise-accounts/:id/members': types.enterpriseAccountMemberResource,
  '/enterprise-accounts/:id/teams': types.teamResource,
  '/enterprise-accounts/:id/usage/monthly': types.monthlyUsageResource,
  '/oauth/authorizations': types.authorizationResource,
  '/oauth/clients': types.oauthClientResource,
  '/pipeline-couplings': types.pipelineCouplingResource,
  '/pipelines': types.pipelineResource,
  '/pipelines/:id': types.pipelineResource,
  '/pipelines/:id/latest-builds': types.pipelineBuildResource,
  '/pipelines/:id/latest-releases': types.releaseResource,
  '/pipelines/:id/review-app-config': types.reviewAppConfigResource,
  '/pipelines/:id/review-apps': types.reviewAppResource,
  '/regions': types.regionResource,
  '/spaces': types.spaceResource,
  '/spaces/:id': types.spaceResource,
  '/spaces/:id/inbound-ruleset': types.inboundRulesetResource,
  '/spaces/:id/log-drain': types.spaceLogDrainResource,
  '/spaces/:id/nat': types.spaceNatResource,
  '/spaces/:id/peerings': types.peeringResource,
  '/spaces/:id/telemetry-drains': types.telemetryDrainResource,
  '/spaces/:id/vpn-connections': types.vpnConnectionResource,
  '/teams': types.teamResource,
  '/teams/:id': types.teamResource,
  '/teams/:id/addons': types.addonResource,
  '/teams/:id/allowed-addon-services': types.allowedAddonServiceResource,
  '/teams/:id/apps': types.appResource,
  '/teams/:id/delinquency': types.delinquencyResource,
  '/teams/:id/features': types.teamFeatureResource,
  '/teams/:id/identity-providers': types.identityProviderResource,
  '/teams/:id/invitations': types.teamInvitationResource,
  '/teams/:id/members': types.teamMemberResource,
  '/teams/:id/oauth/authorizations': types.authorizationResource,
  '/teams/:id/permissions': types.permissionEntityResource,
  '/teams/:id/preferences': types.teamPreferencesResource,
  '/users/~/apps': types.appResource,
};

/** An id, or a name in its place: some routes are asked for by name. */
const ID = /^(\/(?:apps|enterprise-accounts|pipelines|spaces|teams)\/)[^/]+/;

/**
 * A body as it may be recorded: only the fields that the client declares to read, by the very declarations through
 * which it decodes them. So a field that may hold a secret cannot be in a recording unless it could be in an entity.
 *
 * @throws for a route that is not declared here
 */
export function recordedBody(
  path: string,
  status: number,
  body: string,
): string {
  const route = path.replace(ID, '$1:id');
  const resource = RESOURCES[route];
  if (resource === undefined) {
    throw new Error(
      `Say in test/recordedBody.ts what may be recorded of ${route}`,
    );
  }
  const value = JSON.parse(body) as unknown;
  if (status >= 400) {
    return JSON.stringify({ id: isRecord(value) ? value.id : undefined });
  }
  const declared = (object: unknown) =>
    asSent(decode(resource, object).object ?? null, [object]);
  return JSON.stringify(
    Array.isArray(value) ? value.map(declared) : declared(value),
  );
}

/**
 * What was decoded, in the form in which it was sent. Where decoding turned a URL into where it points, that is a
 * URL again, without the rest; what else it made of a string, such as a certificate's dates, is left out.
 *
 * @param sent all that was sent in the place of `decoded`: decoding may have sorted the list that it is in
 */
function asSent(decoded: unknown, sent: readonly unknown[]): unknown {
  if (Array.isArray(decoded)) {
    const elements = sent.filter(Array.isArray).flat() as unknown[];
    return decoded.map((one) => asSent(one, elements));
  }
  if (!isRecord(decoded)) {
    return decoded;
  }
  const records = sent.filter(isRecord);
  if (records.length > 0) {
    return Object.fromEntries(
      Object.entries(decoded).map(([field, value]) => [
        field,
        asSent(
          value,
          records.map((record) => record[field]),
        ),
      ]),
    );
  }
  const { scheme, host, port } = decoded;
  return typeof scheme === 'string' && typeof host === 'string'
    ? `${scheme}://${host}${typeof port === 'number' ? `:${port}` : ''}/`
    : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
