import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The version in the package.json above this file: how far above differs between the repository and the package. */
export function packageVersion(): string {
  for (
    let folder = __dirname, last = '';
    folder !== last;
    last = folder, folder = path.dirname(folder)
  ) {
    try {
      const text = readFileSync(path.join(folder, 'package.json'), 'utf8');
      return (JSON.parse(text) as { version: string }).version;
    } catch {
      // It is further up.
    }
  }
  return 'unknown';
}
