import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installedChromium, startBrowser } from './browser';

const SIZE = { width: 1400, height: 900 };

/**
 * Makes a picture of a graph's page.
 *
 * @param page the HTML file
 * @param picture the PNG file to write
 * @param finding the title of the question to choose first
 * @throws where no browser is installed, or the question found nothing
 */
export async function takeScreenshot(
  page: string,
  picture: string,
  finding?: string,
): Promise<void> {
  const executable = installedChromium();
  if (executable === undefined) {
    throw new Error(
      'A picture needs Chromium or Chrome: install one, or name it with CHROMIUM_PATH.',
    );
  }
  const browser = await startBrowser(executable);
  try {
    const tab = await browser.newPage({ viewport: SIZE });
    await tab.goto(pathToFileURL(page).href);
    if (finding !== undefined) {
      const group = tab
        .locator('#findings details', { hasText: finding })
        .first();
      await group.locator('summary').click({ timeout: 5_000 });
      await group
        .locator('.question', { hasText: finding })
        .locator('button')
        .first()
        .click({ timeout: 5_000 });
    }
    await mkdir(path.dirname(picture), { recursive: true });
    await tab.screenshot({ path: picture });
  } finally {
    await browser.close();
  }
}
