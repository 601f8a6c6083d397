import type { JupiterOne, ReceivedRequest } from '../test/jupiterone/server';
import { startJupiterOne } from '../test/jupiterone/server';
import type {
  FromJupiterOne,
  ToJupiterOne,
  Upload,
} from './jupiterOneMessages';

const INSTANCE_ID = 'bench-instance';

/** Stands in for JupiterOne as a process of its own: one account that holds nothing for each run. */
function main(): void {
  let jupiterOne: JupiterOne | undefined;
  process.on('message', (message: ToJupiterOne) => {
    void act(message).then(send);
  });
  process.once('disconnect', () => void jupiterOne?.close());
  send({ what: 'ready' });

  async function act(message: ToJupiterOne): Promise<FromJupiterOne> {
    if (message.what === 'begin') {
      const { latencyMs } = message;
      jupiterOne = await startJupiterOne({ latencyMs, keepsGraph: false });
      return {
        what: 'begun',
        environment: jupiterOne.env,
        runArguments: jupiterOne.runArguments(INSTANCE_ID),
      };
    }
    const { requests = [], jobs = [] } = jupiterOne ?? {};
    await jupiterOne?.close();
    jupiterOne = undefined;
    return {
      what: 'uploads',
      uploads: requests.map(uploadOf),
      jobs: jobs.map(({ status }) => status),
    };
  }
}

function uploadOf({ path, at, status, body }: ReceivedRequest): Upload {
  const operation = path.split('/').at(-1) ?? '';
  return { operation, at, status, objects: objectsIn(operation, body) };
}

function objectsIn(operation: string, body: string): number {
  if (operation !== 'entities' && operation !== 'relationships') {
    return 0;
  }
  const sent = JSON.parse(body) as Record<string, unknown[]>;
  return sent[operation]?.length ?? 0;
}

function send(message: FromJupiterOne): void {
  process.send?.(message);
}

main();
