import type { JsonObject } from '../organisation';
import type { AppPermission } from './appDescription';

export interface PipelineDescription {
  name: string;
  /** Undefined in both: the pipeline has no owner. */
  team?: string;
  owner?: string;
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
  nat: { state: string; sources: string[] };
  inbound: { by: string; daysAgo: number; allow: string[] };
  peerings?: PeeringDescription[];
  vpns?: VpnDescription[];
  /** Who may do what in the space. */
  access: Record<string, Array<AppPermission | 'create_apps'>>;
  beyondSchema?: JsonObject;
}

export interface PeeringDescription {
  name: string;
  type: string;
  status: string;
  cidrBlocks: string[];
  awsVpcId: string;
  awsRegion: string;
  awsAccountId: string;
  expiresInDays: number;
}

export interface VpnDescription {
  name: string;
  publicIp: string;
  routableCidrs: string[];
  status: string;
  statusMessage: string;
  ikeVersion: number;
  tunnels: Array<{
    ip: string;
    status: string;
    statusMessage: string;
    changedDaysAgo: number;
  }>;
}
