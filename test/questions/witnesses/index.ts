import { apps } from './apps';
import { costs } from './costs';
import { credentials } from './credentials';
import { data } from './data';
import { deployments } from './deployments';
import { domains } from './domains';
import { egress } from './egress';
import { governance } from './governance';
import { network } from './network';
import { people } from './people';
import { pipelines } from './pipelines';
import { reach } from './reach';
import type { Witness } from './witness';

/** One for each query of each question. */
export const WITNESSES: readonly Witness[] = [
  ...people,
  ...reach,
  ...governance,
  ...credentials,
  ...apps,
  ...domains,
  ...data,
  ...pipelines,
  ...deployments,
  ...egress,
  ...network,
  ...costs,
];
