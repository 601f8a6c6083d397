import type { Browser } from 'playwright-core';
import { installedChromium, startBrowser } from '../../tools/graphPage/browser';
import type { Finding } from '../../tools/graphPage/findings';
import { findingsOf } from '../../tools/graphPage/findings';
import { readQuestions } from '../../tools/questions/questions';
import type { CollectedGraph } from '../e2e/graph';
import { collectEnterprise, NOW } from '../questions/collectEnterprise';
import { VARIABLES } from '../questions/variables';
import { generatedGraph } from './generatedGraph';
import type { OpenedPage } from './openedPage';
import { openPage } from './openedPage';

const executable = installedChromium();
let browser: Browser;

if (executable === undefined) {
  test.skip('the page in a browser: install Chromium or Chrome, or name one with CHROMIUM_PATH', () => {});
} else {
  beforeAll(async () => {
    browser = await startBrowser(executable);
  });
  afterAll(() => browser.close());

  describe('the collected enterprise organisation', () =>
    tryPage(async () => {
      const graph = await collectEnterprise();
      return {
        graph,
        findings: findingsOf(readQuestions(), graph, {
          now: NOW,
          variables: VARIABLES,
        }),
        atLeast: 300,
        search: 'GUS.MOREAU@example.com',
        matches: ['Gus Moreau'],
        team: 'example-payments',
      };
    }));
  describe('5,000 entities', () =>
    tryPage(async () => ({
      graph: generatedGraph(5000),
      findings: [
        {
          title: 'Every seventh user',
          theme: 'Tests',
          state: 'found',
          isBad: true,
          remedy: 'Count again.',
          hits: Array.from({ length: 100 }, (_, index) => ({
            text: `account_member-${index * 7}`,
            keys: [`heroku_account_member-${index * 7}`],
          })),
        },
        {
          title: 'Nothing',
          theme: 'Tests',
          state: 'none',
          isBad: true,
          remedy: 'Nothing.',
          hits: [],
        },
        {
          title: 'Not known',
          theme: 'Tests',
          state: 'notAnswered',
          isBad: true,
          remedy: 'Nothing.',
          hits: [],
        },
      ],
      atLeast: 5000,
      search: 'account_member-77@example.com',
      matches: ['account_member-77'],
      team: 'team-3',
    })));

  test('a name that looks like markup is shown as it is, and runs nothing', async () => {
    const graph = generatedGraph(20);
    const name = '</script><img src=x onerror="window.hurt=1">Zoë 測試';
    for (const entity of graph.entities) entity.displayName = name;
    const opened = await openPage(browser, graph, {
      source: name,
      findings: [
        {
          title: name,
          theme: name,
          state: 'found',
          isBad: true,
          remedy: name,
          hits: [{ text: name, keys: ['heroku_team-0'] }],
        },
      ],
    });
    try {
      const { page } = opened;
      await page.locator('#findings button').click();
      await page.locator('#details li .link').first().click();
      expect(await page.locator('#details h2').innerText()).toBe(name);
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.evaluate('window.hurt')).toBeUndefined();
      expect(opened.complaints).toEqual([]);
      expect(opened.requests).toEqual([]);
    } finally {
      await opened.close();
    }
  });

  test('what lies outside Heroku is told with the entity that it is joined to', async () => {
    const graph = generatedGraph(20);
    graph.mappedRelationships.push({
      _key: 'heroku_team-0|connects|vpc-1',
      _type: 'heroku_team_connects_aws_vpc',
      _class: 'CONNECTS',
      status: 'active',
      _mapping: {
        sourceEntityKey: 'heroku_team-0',
        relationshipDirection: 'FORWARD',
        targetEntity: { _type: 'aws_vpc', vpcId: 'vpc-1' },
      },
    });
    const opened = await openPage(browser, graph, {
      source: 'x',
      findings: [],
    });
    try {
      const place = await opened.placeOf('heroku_team-0');
      await opened.page.locator('#graph').hover({ position: place });
      const details = opened.page.locator('#details');
      await details.getByText('→ CONNECTS aws_vpc, outside Heroku').waitFor();
      expect(await details.innerText()).toMatch(/vpcId vpc-1\s+status active/);
      expect(await opened.keysWith('near')).toContain('heroku_account-0');
      expect(await opened.keysWith('chosen')).toEqual([]);
    } finally {
      await opened.close();
    }
  });

  test('in a narrow window all three parts have room, one above the other', async () => {
    const opened = await openPage(browser, generatedGraph(60), {
      source: 'x',
      findings: [],
    });
    try {
      await opened.page.setViewportSize({ width: 600, height: 900 });
      for (const part of ['aside', '#graph', '#details']) {
        const box = await opened.page.locator(part).boundingBox();
        expect(box?.width).toBe(600);
        expect(box?.height).toBeGreaterThan(200);
      }
    } finally {
      await opened.close();
    }
  });
}

interface Case {
  graph: CollectedGraph;
  findings: Finding[];
  atLeast: number;
  search: string;
  /** The labels of what the search finds. */
  matches: string[];
  team: string;
}

function tryPage(create: () => Promise<Case>): void {
  let made: Case;
  let opened: OpenedPage;
  beforeAll(async () => {
    made = await create();
    opened = await openPage(browser, made.graph, {
      source: 'a test',
      findings: made.findings,
    });
  });
  afterAll(() => opened.close());
  beforeEach(() => opened.page.keyboard.press('Escape'));

  const total = () => made.graph.entities.length;
  const bad = () => made.findings.filter(({ isBad }) => isBad);
  const keysOf = (findings: Finding[]) =>
    [
      ...new Set(findings.flatMap(({ hits }) => hits.flatMap((h) => h.keys))),
    ].sort();

  test('it is there within seconds, whole, and asks no one for anything', async () => {
    expect(total()).toBeGreaterThanOrEqual(made.atLeast);
    expect(opened.readyAfterMs).toBeLessThan(15_000);
    expect(await opened.status()).toBe(`${total()} entities shown`);
    expect(
      await opened.page.evaluate('window.graphPage.cy.nodes().length'),
    ).toBe(total());
    expect(
      await opened.page.evaluate('window.graphPage.cy.edges().length'),
    ).toBe(made.graph.relationships.length);
    expect(opened.complaints).toEqual([]);
    expect(opened.requests).toEqual([]);
  });

  test('a search fades what does not match, Enter goes to the match and Escape ends it', async () => {
    const { page } = opened;
    await page.locator('#search').fill(made.search);
    const status = `${made.matches.length} of ${total()} entities match`;
    await page.getByText(status).waitFor();
    expect(await opened.keysWith('faded')).toHaveLength(
      total() - made.matches.length,
    );
    await page.locator('#search').press('Enter');
    expect(await page.locator('#details h2').innerText()).toBe(made.matches[0]);
    expect(await opened.keysWith('chosen')).toHaveLength(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('#search').inputValue()).toBe('');
    expect(await opened.status()).toBe(`${total()} entities shown`);
    expect(await opened.keysWith('faded')).toEqual([]);
    expect(await opened.keysWith('chosen')).toEqual([]);
  });

  test('a type that is not ticked is hidden', async () => {
    const box = opened.page.locator('input[data-type="heroku_addon"]');
    const addons = made.graph.entities
      .filter(({ _type }) => _type === 'heroku_addon')
      .map(({ _key }) => _key);
    await box.uncheck();
    expect(await opened.keysWith('hidden')).toEqual(addons.sort());
    expect(await opened.status()).toBe(
      `${total() - addons.length} entities shown`,
    );
    await box.check();
    expect(await opened.keysWith('hidden')).toEqual([]);
  });

  test('a team that is chosen fills the window alone', async () => {
    const { page } = opened;
    const zoom = () => page.evaluate<number>('window.graphPage.cy.zoom()');
    await page.locator('#fit').click();
    const before = await zoom();
    await page.locator('#team').selectOption(made.team);
    expect(await zoom()).toBeGreaterThan(before * 1.5);
    const hidden = await opened.keysWith('hidden');
    expect(await opened.status()).toBe(
      `${total() - hidden.length} entities shown`,
    );
    expect(hidden.length).toBeGreaterThan(total() / 2);
    await page.locator('#team').selectOption('');
    await page.locator('#fit').click();
    // Names keep their size on the screen, so the fit is nearly, not wholly, the same.
    expect(Math.abs((await zoom()) - before)).toBeLessThan(before / 10);
  });

  test('a click on an entity tells its properties and relationships, each a way to the other end', async () => {
    const { page } = opened;
    const team = made.graph.entities.find(
      ({ _type, displayName }) =>
        _type === 'heroku_team' && displayName === made.team,
    );
    const own = made.graph.relationships.filter(
      ({ _fromEntityKey, _toEntityKey }) =>
        [_fromEntityKey, _toEntityKey].includes(team?._key ?? ''),
    );
    await opened.clickEntity(team?._key ?? '');
    expect(await opened.keysWith('chosen')).toEqual([team?._key]);
    expect(await page.locator('#details h2').innerText()).toBe(made.team);
    expect(await page.locator('#details dl').innerText()).toContain(made.team);
    const links = page.locator('#details li .link');
    expect(await links.count()).toBe(own.length);
    const titles = await page.locator('#details h3').allInnerTexts();
    expect(titles.join('; ')).toMatch(/→ OWNS application \(\d+\)/);
    const label = await links.first().innerText();
    await links.first().click();
    expect(await page.locator('#details h2').innerText()).toBe(label);
    expect(await opened.keysWith('chosen')).not.toEqual([team?._key]);
  });

  test('a question that is chosen marks its offenders and no one else', async () => {
    const { page } = opened;
    expect(await opened.keysWith('offender')).toEqual(keysOf(bad()));
    const withHits = made.findings.filter(({ hits }) => hits.length > 0);
    const buttons = page.locator('#findings button');
    expect(await buttons.count()).toBe(withHits.length);
    const count = (wanted: Finding['state']) =>
      made.findings.filter(({ state }) => state === wanted).length;
    const unanswered = count('notAnswered');
    expect(await page.locator('#without-hits').innerText()).toBe(
      `${count('none')} of ${made.findings.length} queries find nothing here.${unanswered > 0 ? ` ${unanswered} are not answered: what they take was not collected.` : ''}`,
    );
    const [first] = bad();
    if (first === undefined) throw new Error('There is no finding');
    await buttons.first().click();
    expect(await opened.keysWith('offender')).toEqual(keysOf([first]));
    expect(await opened.keysWith('faded')).toHaveLength(
      total() - keysOf([first]).length,
    );
    expect(await buttons.first().getAttribute('aria-pressed')).toBe('true');
    const told = await page.locator('#details').innerText();
    expect(told).toContain(`${first.hits.length} found`);
    expect(told).toContain(first.remedy);
    await page.keyboard.press('Escape');
    expect(await opened.keysWith('offender')).toEqual(keysOf(bad()));
    expect(await opened.keysWith('faded')).toEqual([]);
  });

  test('after all that there is no complaint and no request', () => {
    expect(opened.complaints).toEqual([]);
    expect(opened.requests).toEqual([]);
  });
}
