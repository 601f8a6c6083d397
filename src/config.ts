import type {
  IntegrationInstanceConfig,
  IntegrationInstanceConfigFieldMap,
} from '@jupiterone/integration-sdk-core';

/** What a user can set for an instance of the integration. */
export interface IntegrationConfig extends IntegrationInstanceConfig {
  /** A Heroku API key (an OAuth authorization), configured for read access. */
  apiKey: string;
  /**
   * Whether to ask Heroku once for every app: for its domains, certificates, log drains, webhooks,
   * processes, features and telemetry drains.
   * Off unless set, since on a large account it spends the hourly requests that the customer's own deploys share.
   */
  ingestAppDetails?: boolean;
}

export const instanceConfigFields: IntegrationInstanceConfigFieldMap<IntegrationConfig> =
  {
    apiKey: { type: 'string', mask: true },
    ingestAppDetails: { type: 'boolean', optional: true },
  };
