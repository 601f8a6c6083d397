import type { Organisation } from '../organisation';
import { addAccess } from './access';
import { addAddons } from './addons';
import { addApps } from './apps';
import { addAppInsides } from './appInside';
import { addAttachments } from './attachments';
import { addBeyond } from './beyond';
import { addCatalogue } from './catalogue';
import { Context } from './context';
import { addDeployments } from './deployments';
import type { OrganisationDescription } from './description';
import { addDomains } from './domains';
import { addEgress } from './egress';
import { addEnterpriseAccounts } from './enterpriseAccounts';
import { addTokenOwner } from './people';
import { addPipelines } from './pipelines';
import { stackList } from './placement';
import { addProcesses } from './processes';
import { Secrets } from './secrets';
import { addSpaces } from './spaces';
import { addTeamGovernance } from './teamGovernance';
import { addTeams } from './teams';

export interface OrganisationOptions {
  /** What its dates are relative to; the present instant unless given. */
  now?: Date;
  /** Plants a distinct string in every field that may hold a secret. */
  canaries?: boolean;
  /** Leaves out what the real service sends beyond the published schema, or is known to. */
  bySchema?: boolean;
}

const parts = [
  addTokenOwner,
  addEnterpriseAccounts,
  addTeams,
  addTeamGovernance,
  addApps,
  addAddons,
  addAttachments,
  addAccess,
  addPipelines,
  addSpaces,
  addDomains,
  addEgress,
  addProcesses,
  addAppInsides,
  addDeployments,
  addBeyond,
  addCatalogue,
];

/** Everything the Platform API would answer for a described organisation. */
export function build(
  description: OrganisationDescription,
  {
    now = new Date(),
    canaries = false,
    bySchema = false,
  }: OrganisationOptions = {},
): { organisation: Organisation; makeAll: () => void } {
  const secrets = new Secrets(canaries);
  const context = new Context(description, now, secrets, bySchema);
  for (const add of parts) add(context);
  context.setList('/stacks', stackList(context.ago(900)), '/stacks');
  return {
    organisation: {
      name: description.name,
      description: description.description,
      now,
      resources: context.resources,
      aliases: context.aliases,
      refusals: context.refusals,
      canaries: secrets.canaries,
    },
    makeAll: () => context.resources.makeAll(),
  };
}
