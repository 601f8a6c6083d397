import type { Organisation } from '../test/sandbox';
import { startSandbox } from '../test/sandbox';
import type { OrganisationName } from '../test/sandbox/organisations';
import {
  createOrganisation,
  createSizedOrganisation,
} from '../test/sandbox/organisations';
import { expectationOf } from './expectation';
import { createLargeTeam, LARGE_TEAM_NAME } from './largeTeam';
import type { FromSandbox, ToSandbox } from './sandboxMessages';
import type { SizeName } from './sizes';
import { SIZES } from './sizes';

/** More than any run sends: what is measured is not the rate limit. */
const UNLIMITED = { capacity: 1e12, refillPerMinute: 1e12 };

/** Serves one organisation as a process of its own, so that what it uses is not counted. */
async function main(name: string): Promise<void> {
  const organisation = organisationNamed(name);
  const options = {
    organisation,
    rateLimit: UNLIMITED,
    latencyMs: 0,
    // What the server has to do is Heroku's, on other machines: here it would take turns with what is measured.
    keepBodies: true,
  };
  const sandbox = await startSandbox(options);

  process.on('message', (message: ToSandbox) => {
    switch (message.what) {
      case 'begin':
        sandbox.requests.length = 0;
        options.latencyMs = message.latencyMs;
        send({ what: 'begun' });
        break;
      case 'end':
        send({ what: 'traffic', requests: sandbox.requests });
        break;
    }
  });
  process.once('disconnect', () => void sandbox.close());
  send({
    what: 'listening',
    environment: sandbox.environment(),
    expectation: expectationOf(organisation),
  });
}

function organisationNamed(name: string): Organisation {
  if (name === LARGE_TEAM_NAME) {
    return createLargeTeam();
  }
  return name in SIZES
    ? createSizedOrganisation(SIZES[name as SizeName])
    : createOrganisation(name as OrganisationName);
}

function send(message: FromSandbox): void {
  process.send?.(message);
}

void main(process.argv[2] ?? 'enterprise');
