import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** A browser that asks nothing of anyone: no updates, no experiments, no synchronization. */
const QUIET = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update'],
  '--disable-sync',
];

/** The Chromium or Chrome of this machine: what `CHROMIUM_PATH` names, or one in a usual place. */
export function installedChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  return [...(named ? [named] : []), ...USUAL_PATHS].find((file) =>
    existsSync(file),
  );
}

/**
 * Starts a headless browser with a profile that is removed when it is closed.
 *
 * @param executablePath what {@link installedChromium} found
 */
export function startBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: QUIET });
}
