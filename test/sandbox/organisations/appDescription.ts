import type { JsonObject } from '../organisation';

export type AppPermission = 'view' | 'deploy' | 'operate' | 'manage';

/** An app of a team, or of a person. */
export interface AppDescription {
  name: string;
  team?: string;
  /** The person who owns it, for a personal app. */
  owner?: string;
  stack?: string;
  /** The stack that the next build will use, where it differs. */
  buildStack?: string;
  region?: string;
  space?: string;
  createdDaysAgo: number;
  /** Null: never released. */
  releasedDaysAgo?: number | null;
  archivedDaysAgo?: number;
  maintenance?: boolean;
  acm?: boolean;
  internalRouting?: boolean;
  locked?: boolean;
  joined?: boolean;
  buildpack?: string;
  slugSize?: number;
  /** Who may do what, beyond what the team's roles give. An empty list takes a member's access away. */
  access?: Record<string, AppPermission[]>;
  domains?: DomainDescription[];
  certificates?: CertificateDescription[];
  logDrains?: LogDrainDescription[];
  webhooks?: WebhookDescription[];
  /** Undefined: one `web` dyno, where the app was released. */
  formation?: ProcessDescription[];
  /** A buildpack fetched from a host of its own, with credentials in its URL. */
  privateBuildpackHost?: string;
  /** Whether it has config vars, dynos and releases that can be asked for. */
  inside?: boolean;
  /** Another team whose list has it too, for it was transferred; `asItWas`: as that team's own, and before the transfer. */
  alsoListedBy?: { team: string; asItWas: boolean };
  /** No list has it and nobody can ask for it; others only refer to it. */
  hidden?: boolean;
  /** Whether the team's permissions say null in place of who may use it. */
  accessUnknown?: boolean;
  beyondSchema?: JsonObject;
  /** Fields that this app's answer leaves out. */
  without?: string[];
}

export interface DomainDescription {
  hostname: string;
  acmStatus?: string;
  acmReason?: string;
  /** Null: Heroku has given it no DNS target. */
  cname?: string | null;
  status?: string;
  /** The name of one of the app's certificates. */
  certificate?: string;
  /** The certificate that serves it already, where Heroku still says `certificate`, the one before it. */
  servedBy?: string;
}

export interface CertificateDescription {
  name: string;
  domains: string[];
  /** Negative: expired. */
  expiresInDays: number;
  issuedDaysAgo: number;
  selfSigned?: boolean;
  /** Whether Heroku manages it. */
  acm?: boolean;
  /** Whether it names its domains by host and not by id. */
  namesHosts?: boolean;
}

export interface LogDrainDescription {
  scheme: string;
  host: string;
  port?: number;
  /** Whether the URL has a user and a password in it. */
  credentials?: boolean;
  /** The name of the add-on that it belongs to. */
  addon?: string;
  /** Whether what it has for a URL is `user:password@host` and nothing before it. */
  withoutScheme?: boolean;
}

export interface WebhookDescription {
  host: string;
  include: string[];
  level: string;
  /** Whether the URL has credentials before the host; all have a key in the query. */
  credentials?: boolean;
  /** What is there in place of a URL. */
  insteadOfUrl?: string;
}

export interface ProcessDescription {
  type: string;
  size: string;
  quantity: number;
}

/** An add-on, on the app that owns it. */
export interface AddonDescription {
  app: string;
  /** `<service>:<plan>`, as the catalogue has it. */
  plan: string;
  /** Needed where something refers to it; otherwise made from the app and the plan. */
  name?: string;
  state?: string;
  webUrl?: null;
  /** What the app calls it; undefined: the service's own. */
  as?: string;
  attachedTo?: Array<{ app: string; as: string; namespace?: string }>;
  createdDaysAgo?: number;
  /** A team whose list has it although the app is not one of that team's. */
  listedBy?: string;
  beyondSchema?: JsonObject;
}
