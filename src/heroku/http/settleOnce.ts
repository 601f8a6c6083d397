import fetch from 'node-fetch';

/**
 * A promise that is settled once. node-fetch rejects its promise again when a connection breaks after the headers
 * came, and when a request is aborted. That changes nothing, but Node reports it as `multipleResolves`, which
 * JupiterOne's SDK logs as an error with its stack.
 */
class SettledOncePromise<T> extends Promise<T> {
  constructor(
    executor: (
      resolve: (value: T | PromiseLike<T>) => void,
      reject: (reason?: unknown) => void,
    ) => void,
  ) {
    super((resolve, reject) => {
      let isSettled = false;
      const once =
        <A extends unknown[]>(settle: (...values: A) => void) =>
        (...values: A) => {
          if (!isSettled) {
            isSettled = true;
            settle(...values);
          }
        };
      executor(once(resolve), once(reject));
    });
  }
}

/** node-fetch documents `fetch.Promise` as the place for another promise; its types leave it out. */
Object.assign(fetch, { Promise: SettledOncePromise });
