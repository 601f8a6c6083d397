import { readFileSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../package.json';
import { runProgram, UsageError } from './program';
import { releaseFaults } from './release';

const USAGE = `Usage: npm run check:release -- TAG

Checks that TAG is the version in package.json, and that CHANGELOG.md has a dated
section for it. The release workflow runs this before it publishes.`;

void runProgram({
  usage: USAGE,
  mostWords: 1,
  run(_, [tag]) {
    if (tag === undefined) {
      throw new UsageError(`Which tag?\n\n${USAGE}`);
    }
    const changelog = readFileSync(
      path.resolve(__dirname, '../CHANGELOG.md'),
      'utf8',
    );
    const { version } = packageJson;
    const faults = releaseFaults({ tag, version, changelog });
    if (faults.length > 0) {
      throw new UsageError(faults.join('\n'));
    }
    console.log(`${tag} can be published.`);
  },
});
