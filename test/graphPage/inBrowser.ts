import type { Browser } from 'playwright-core';
import { installedChromium, startBrowser } from '../../tools/graphPage/browser';

/**
 * Tests that need a browser. Where none is installed, one test says so instead.
 *
 * @param run declares the tests; the browser is there while they run
 */
export function inBrowser(run: (browser: () => Browser) => void): void {
  const executable = installedChromium();
  if (executable === undefined) {
    test.skip('the page in a browser: install Chromium or Chrome, or name one with CHROMIUM_PATH', () => {});
    return;
  }
  // Without a graphics card, and with other tests beside it, a browser takes its time.
  jest.setTimeout(120_000);
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser(executable);
  });
  afterAll(() => browser.close());
  run(() => browser);
}
