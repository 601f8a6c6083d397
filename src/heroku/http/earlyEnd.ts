import type { ClientRequest, Agent } from 'node:http';

/** What Node's agents do and their types do not say: each request is handed to its agent. */
interface RequestTaking {
  addRequest(request: ClientRequest, ...rest: unknown[]): void;
}

/**
 * Makes a connection that ends in the middle of a body an error of its request.
 *
 * node-fetch 2 sees that for chunked bodies only: one of a declared length would be waited for until the time
 * limit, although it is known at once that it will never be whole.
 */
export function noticeEarlyEnds<A extends Agent>(agent: A): A {
  const taking = agent as A & RequestTaking;
  const addRequest = taking.addRequest.bind(agent);
  taking.addRequest = (request, ...rest) => {
    request.once('response', (response) => {
      response.once('close', () => {
        if (!response.complete) {
          request.emit('error', new EarlyEnd());
        }
      });
    });
    addRequest(request, ...rest);
  };
  return agent;
}

class EarlyEnd extends Error {
  readonly code = 'ECONNRESET';

  constructor() {
    super('the connection ended before the body did');
  }
}
