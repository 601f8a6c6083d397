import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { CollectedGraph } from '../e2e/graph';
import type { PageOptions } from '../../tools/graphPage/page';
import { graphPage } from '../../tools/graphPage/page';

/** A graph's page in a browser without network, and what it did that a page should not. */
export interface OpenedPage {
  page: Page;
  /** Errors and warnings of the console, and errors that nothing caught. */
  complaints: string[];
  /** The addresses that the page asked for beside its own. */
  requests: string[];
  /** From the start of loading until it can be used, in ms. */
  readyAfterMs: number;
  /** The text of the status line. */
  status(): Promise<string>;
  /** The keys of the entities in a state, in order. */
  keysWith(
    state: 'hidden' | 'faded' | 'offender' | 'near' | 'chosen',
  ): Promise<string[]>;
  /** Where the middle of an entity is in the drawing, as it stands on the screen. */
  placeOf(key: string): Promise<{ x: number; y: number }>;
  /** Clicks the middle of an entity. */
  clickEntity(key: string): Promise<void>;
  close(): Promise<void>;
}

/** Writes a graph's page to a file and opens it. */
export async function openPage(
  browser: Browser,
  graph: CollectedGraph,
  options: PageOptions,
): Promise<OpenedPage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'graph-page-'));
  const file = path.join(folder, 'graph.html');
  const remove = () => rm(folder, { recursive: true, force: true });
  await writeFile(file, graphPage(graph, options));

  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
  });
  const requests: string[] = [];
  const complaints: string[] = [];
  await context.route(/^(https?|wss?):/, (route) => {
    requests.push(route.request().url());
    return route.abort();
  });
  await context.setOffline(true);
  const page = await context.newPage();
  // Shorter than a test may take, so that what fails is closed and removed too.
  page.setDefaultTimeout(10_000);
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) requests.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(String(error)));

  await page.goto(pathToFileURL(file).href);
  const readyAfterMs = await page
    .evaluate<number>('window.graphPage.readyAfterMs')
    .catch(async (error: unknown) => {
      await remove();
      throw new Error(`The page is not ready: ${complaints.join('; ')}`, {
        cause: error,
      });
    });
  const cy = 'window.graphPage.cy';
  const placeOf = (key: string) =>
    page.evaluate<{ x: number; y: number }>(
      `${cy}.getElementById(${JSON.stringify(key)}).renderedPosition()`,
    );
  return {
    page,
    complaints,
    requests,
    readyAfterMs,
    status: () => page.locator('#status').innerText(),
    keysWith: (state) =>
      page.evaluate<string[]>(
        `${cy}.nodes('.${state}').map((node) => node.id()).sort()`,
      ),
    placeOf,
    async clickEntity(key) {
      await page.locator('#graph').click({ position: await placeOf(key) });
    },
    async close() {
      await context.close();
      await remove();
    },
  };
}
