import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';

const FOLDER = path.resolve(__dirname, '../../tools/graphPage/client');

/**
 * Runs scripts of the page without a browser.
 *
 * @returns what they put into `window`
 */
export function runClient<T>(...names: string[]): T {
  const window = {};
  const context = createContext({ window });
  for (const name of names) {
    const file = path.join(FOLDER, `${name}.js`);
    runInContext(readFileSync(file, 'utf8'), context, { filename: file });
  }
  return window as T;
}
