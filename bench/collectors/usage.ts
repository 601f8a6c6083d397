import { writeFileSync } from 'node:fs';
import { Variables } from './environment';

/** Loaded before everything else in a measured process: leaves at its end what the process used. */
process.once('exit', () => {
  const file = process.env[Variables.USAGE_FILE];
  if (file) {
    writeFileSync(file, JSON.stringify(process.resourceUsage()));
  }
});
