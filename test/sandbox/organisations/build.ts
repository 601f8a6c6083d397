import type { Organisation } from '../organisation';
import { addAddons } from './addons';
import { addApps } from './apps';
import { Context } from './context';
import type { OrganisationDescription } from './description';
import { addEnterpriseAccounts } from './enterpriseAccounts';
import { addTokenOwner } from './people';
import { stackList } from './placement';
import { Secrets } from './secrets';
import { addTeams } from './teams';

export interface OrganisationOptions {
  /** What its dates are relative to; the present instant unless given. */
  now?: Date;
  /** Plants a distinct string in every field that may hold a secret. */
  canaries?: boolean;
}

/** Everything the Platform API would answer for a described organisation. */
export function build(
  description: OrganisationDescription,
  { now = new Date(), canaries = false }: OrganisationOptions = {},
): { organisation: Organisation; makeAll: () => void } {
  const secrets = new Secrets(canaries);
  const context = new Context(description, now, secrets);
  addTokenOwner(context);
  addEnterpriseAccounts(context);
  addTeams(context);
  addApps(context);
  addAddons(context);
  context.setList('/stacks', stackList(context.ago(900)), '/stacks');
  return {
    organisation: {
      name: description.name,
      description: description.description,
      now,
      resources: context.resources,
      aliases: context.aliases,
      canaries: secrets.canaries,
    },
    makeAll: () => context.resources.makeAll(),
  };
}
