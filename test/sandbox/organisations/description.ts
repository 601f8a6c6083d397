import type { BeyondDescription } from './beyond';
import type { JsonObject } from '../organisation';
import type { AppDescription, AddonDescription } from './appDescription';
import type { PipelineDescription, SpaceDescription } from './surroundings';

/** A Heroku customer in the form that people write: names instead of ids, days ago instead of dates. */
export interface OrganisationDescription {
  beyond?: BeyondDescription;
  name: string;
  description: string;
  /** The person whose token it is. */
  user: string;
  people: PersonDescription[];
  enterpriseAccounts?: EnterpriseAccountDescription[];
  teams?: TeamDescription[];
  apps?: AppDescription[];
  addons?: AddonDescription[];
  pipelines?: PipelineDescription[];
  spaces?: SpaceDescription[];
  authorizations?: AuthorizationDescription[];
  sshKeys?: SshKeyDescription[];
}

export interface PersonDescription {
  /** What the rest of the description calls them; the e-mail's first part unless `email` is given. */
  handle: string;
  name: string | null;
  email?: string;
  twoFactor?: boolean;
}

export type EnterprisePermission = 'view' | 'create' | 'manage' | 'billing';

export interface EnterpriseAccountDescription {
  name: string;
  /** Whether the token sees the account; its teams name it all the same. */
  visible?: boolean;
  trial?: boolean;
  identityProvider?: IdentityProviderDescription;
  createdDaysAgo: number;
  members: Array<{
    person: string;
    permissions: EnterprisePermission[];
    twoFactor: boolean;
    federated?: boolean;
    /** The e-mail address as this list has it, where other lists spell it otherwise. */
    spelled?: string;
  }>;
  beyondSchema?: JsonObject;
}

export interface IdentityProviderDescription {
  name: string;
  entityId: string;
  certificateDaysLeft: number;
  /** Whether the certificate has no PEM lines around it. */
  bareCertificate?: boolean;
}

export interface TeamDescription {
  name: string;
  enterpriseAccount?: string;
  /** The role of the token's user; undefined where they are not in the team. */
  role?: string;
  default?: boolean;
  membershipLimit?: number | null;
  provisionedLicenses?: boolean;
  /** Its own provider; a team of an account with single sign-on uses the account's. */
  identityProvider?: IdentityProviderDescription;
  createdDaysAgo: number;
  members: TeamMemberDescription[];
  /** What an app of the team lets its members do when it says nothing; null is nothing. */
  defaultPermission?: 'admin' | 'member' | 'viewer' | null;
  addonsControls?: boolean | null;
  /** All that its preferences say, where that is not the two above. */
  preferences?: JsonObject;
  /** Whether its permissions name the team's own pseudo-user too. */
  permitsPseudoUser?: boolean;
  /** Whether members are invited: those of teams without Enterprise are, unless it is said otherwise. */
  invites?: boolean;
  invitations?: Array<{
    person: string;
    by: string;
    role: string | null;
    daysAgo: number;
  }>;
  features?: Array<{ name: string; enabled: boolean; state: string }>;
  beyondSchema?: JsonObject;
}

export interface TeamMemberDescription {
  person: string;
  role: string | null;
  federated?: boolean;
  /** Whether they sign in through the provider of another organisation, of which Heroku tells nothing more. */
  federatedByOthers?: boolean;
  /** Undefined leaves the field out of the answer, as Heroku does for some. */
  twoFactor?: boolean;
  /** Invited and not yet joined: Heroku sends no `user`. */
  pending?: boolean;
  /** Whether the user has an e-mail address and no id. */
  withoutUserId?: boolean;
}

export interface AuthorizationDescription {
  description: string;
  scope: string[];
  /** How long its token lasts from its last update. Undefined: the token never expires. */
  expiresInDays?: number;
  /** The OAuth client it was given to; undefined for one that the user made. */
  client?: string;
  createdDaysAgo: number;
}

export interface SshKeyDescription {
  comment: string;
  createdDaysAgo: number;
}
