import type { JsonObject } from '../organisation';
import type { AppPermission } from './appDescription';

export interface PipelineDescription {
  name: string;
  /** Undefined in all three: the pipeline has no owner. */
  team?: string;
  owner?: string;
  /** The team whose pseudo-user owns it, which Heroku then calls a user. */
  pseudoOwner?: string;
  fir?: boolean;
  createdDaysAgo: number;
  /** The names of its apps by stage. */
  stages: Record<string, string[]>;
  /** Undefined: review apps are not enabled. */
  reviewApps?: {
    automatic: boolean;
    destroyStale: boolean;
    staleDays: number;
    waitForCi: boolean;
    baseName?: string;
    space?: string;
  };
}

export interface SpaceDescription {
  name: string;
  team: string;
  region: string;
  shield?: boolean;
  fir?: boolean;
  state?: string;
  cidr: string;
  dataCidr: string;
  createdDaysAgo: number;
  /** What Heroku refuses of a space that is not allocated. */
  nat?: { state: string; sources: string[] };
  /** What a Fir space does not have. */
  inbound?: InboundDescription;
  peerings?: PeeringDescription[];
  vpns?: VpnDescription[];
  /** Who may do what in the space. */
  access: Record<string, Array<AppPermission | 'create_apps'>>;
  beyondSchema?: JsonObject;
}

export interface InboundDescription {
  by: string;
  daysAgo: number;
  allow: string[];
  /** One that nobody ever touched may have none. */
  withoutId?: boolean;
  /** Whether the rules are in force yet; undefined leaves it out, as Heroku did for long. */
  applied?: boolean;
}

export interface PeeringDescription {
  name: string;
  type: string;
  status: string;
  cidrBlocks: string[];
  awsVpcId: string;
  awsRegion: string;
  awsAccountId: string;
  /** Null: Heroku sends an empty text. */
  expiresInDays: number | null;
}

export interface VpnDescription {
  name: string;
  /** Made from the names of the space and the connection unless given. */
  id?: string;
  publicIp: string;
  routableCidrs: string[];
  status: string;
  statusMessage: string;
  ikeVersion: number;
  tunnels: Array<{
    ip: string;
    status: string;
    statusMessage: string;
    /** Days, or what Heroku says in place of a date. */
    changedDaysAgo: number | string;
  }>;
}
