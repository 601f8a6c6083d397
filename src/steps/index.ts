import { accessSteps } from './access/steps';
import { accountSteps } from './accounts/steps';
import { addonSteps } from './addons/steps';
import { applicationSteps } from './applications/steps';
import type { HerokuStep } from '../collection';
import { billingSteps } from './billing/steps';
import { attachmentSteps } from './attachments/steps';
import { governanceSteps } from './governance/steps';
import { pipelineSteps } from './pipelines/steps';
import { teamSteps } from './teams/steps';
import { userSteps } from './users/steps';
import { credentialSteps } from './credentials/steps';
import { deploymentSteps } from './deployments/steps';
import { domainSteps } from './domains/steps';
import { egressSteps } from './egress/steps';
import { processSteps } from './processes/steps';
import { featureSteps } from './features/steps';
import { regionSteps } from './regions/steps';
import { spaceSteps } from './spaces/steps';
import { telemetrySteps } from './telemetry/steps';
import { transferSteps } from './transfers/steps';

/** Every step, in the order in which the data flows. */
export const integrationSteps: HerokuStep[] = [
  ...accountSteps,
  ...teamSteps,
  ...userSteps,
  ...applicationSteps,
  ...addonSteps,
  ...accessSteps,
  ...governanceSteps,
  ...attachmentSteps,
  ...pipelineSteps,
  ...spaceSteps,
  ...credentialSteps,
  ...domainSteps,
  ...egressSteps,
  ...processSteps,
  ...featureSteps,
  ...deploymentSteps,
  ...telemetrySteps,
  ...transferSteps,
  ...billingSteps,
  ...regionSteps,
];
