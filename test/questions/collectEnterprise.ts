import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createIntegrationLogger,
  executeIntegrationInstance,
  LOCAL_INTEGRATION_INSTANCE,
} from '@jupiterone/integration-sdk-runtime';
import { invocationConfig } from '../../src';
import type { CollectedGraph } from '../e2e/graph';
import { readGraph } from '../e2e/graph';
import { startSandbox } from '../sandbox';
import { createOrganisation } from '../sandbox/organisations';

/** The present of the organisation, of its collection and of the questions: what is 30 days old stays so. */
export const NOW = new Date('2026-05-01T10:00:00Z');

/** Collects everything there is of the enterprise organisation, as of {@link NOW}. */
export async function collectEnterprise(): Promise<CollectedGraph> {
  const folder = await mkdtemp(path.join(tmpdir(), 'graph-heroku-questions-'));
  const sandbox = await startSandbox({
    organisation: createOrganisation('enterprise', { now: NOW }),
  });
  const variables = {
    JUPITERONE_INTEGRATION_STORAGE_DIRECTORY: folder,
    DISABLE_DISK_USAGE_METRIC: '1',
    LOG_LEVEL: 'fatal',
  };
  Object.assign(process.env, variables);
  const clock = jest.spyOn(Date, 'now').mockReturnValue(NOW.getTime());
  try {
    await executeIntegrationInstance(
      createIntegrationLogger({ name: 'test', invocationConfig }),
      {
        ...LOCAL_INTEGRATION_INSTANCE,
        config: { apiKey: sandbox.apiKey, ingestAppDetails: true },
      },
      {
        ...invocationConfig,
        loadExecutionConfig: () => ({
          heroku: { baseUrl: new URL(sandbox.url) },
        }),
      },
      { current: { startedOn: NOW.getTime() } },
      { enableSchemaValidation: true },
    );
    return await readGraph(folder);
  } finally {
    clock.mockRestore();
    for (const name of Object.keys(variables)) delete process.env[name];
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}
