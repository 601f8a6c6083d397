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
  /** What the drawing shows now. */
  state(): Promise<DrawnState>;
  /** The names and verbs that are written in the drawing, with their boxes. */
  texts(): Promise<Text[]>;
  /** Where the middle of an entity is in the drawing, as it stands on the screen. */
  placeOf(key: string): Promise<{ x: number; y: number; radius: number }>;
  /** Where the middle of each entity that is shown is, by key. */
  places(): Promise<Record<string, { x: number; y: number }>>;
  /** Points at the middle of an entity. */
  pointAt(key: string): Promise<void>;
  /** Clicks the middle of an entity. */
  clickEntity(key: string): Promise<void>;
  close(): Promise<void>;
}

/** The keys of entities by what the drawing does with them, each list in order. */
export interface DrawnState {
  hidden: string[];
  /** Those that stand out of the rest; absent where nothing is dimmed. */
  lit?: string[];
  offenders: string[];
  chosen?: string;
  pointed?: string;
  /** Whose reach is shown, in the view of its own. */
  reach?: string;
}

/** Something that is written in the drawing. */
export interface Text {
  text: string;
  /** The entity that it names; absent for verbs and titles. */
  key?: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How the window is. */
export interface WindowOptions {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
}

/** Writes a graph's page to a file and opens it. */
export async function openPage(
  browser: Browser,
  graph: CollectedGraph,
  options: PageOptions,
  { width = 1400, height = 900, colorScheme = 'light' }: WindowOptions = {},
): Promise<OpenedPage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'graph-page-'));
  const file = path.join(folder, 'graph.html');
  const remove = () => rm(folder, { recursive: true, force: true });
  await writeFile(file, graphPage(graph, options));

  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
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
  page.setDefaultTimeout(25_000);
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
  const placeOf = (key: string) =>
    page.evaluate<{ x: number; y: number; radius: number }>(
      `window.graphPage.placeOf(${JSON.stringify(key)})`,
    );
  const positionOf = async (key: string) => {
    const { x, y } = await placeOf(key);
    return { position: { x, y } };
  };
  return {
    page,
    complaints,
    requests,
    readyAfterMs,
    status: () => page.locator('#status').innerText(),
    async state() {
      const state = await page.evaluate<DrawnState>('window.graphPage.state()');
      return {
        ...state,
        hidden: state.hidden.sort(),
        lit: state.lit?.sort(),
        offenders: state.offenders.sort(),
      };
    },
    texts: () => page.evaluate<Text[]>('window.graphPage.texts()'),
    placeOf,
    places: () =>
      page.evaluate<Record<string, { x: number; y: number }>>(
        'Object.fromEntries(window.graphPage.keys().map((key) => [key, window.graphPage.placeOf(key)]))',
      ),
    async pointAt(key) {
      await page.locator('#graph').hover(await positionOf(key));
    },
    async clickEntity(key) {
      await page.locator('#graph').click(await positionOf(key));
    },
    async close() {
      await context.close();
      await remove();
    },
  };
}
