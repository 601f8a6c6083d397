import type { Browser } from 'playwright-core';
import type { Finding } from '../../tools/graphPage/findings';
import { findingsOf } from '../../tools/graphPage/findings';
import { readQuestions } from '../../tools/questions/questions';
import type { CollectedGraph } from '../e2e/graph';
import { collectEnterprise, NOW } from '../questions/collectEnterprise';
import { VARIABLES } from '../questions/variables';
import { generatedGraph } from './generatedGraph';
import { inBrowser } from './inBrowser';
import { madeFinding } from './madeFinding';
import type { OpenedPage, Text } from './openedPage';
import { openPage } from './openedPage';

inBrowser((browser) => {
  describe('the collected enterprise organisation', () =>
    tryPage(browser, async () => {
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
        zoomSteps: 10,
      };
    }));

  describe('5,000 entities', () =>
    tryPage(browser, async () => ({
      graph: generatedGraph(5000),
      findings: [
        madeFinding({
          title: 'Every seventh user',
          remedy: 'Count again.',
          hits: Array.from({ length: 100 }, (_, index) => ({
            text: `account_member-${index * 7}`,
            keys: [`heroku_account_member-${index * 7}`],
          })),
        }),
        madeFinding({ title: 'Nothing' }),
      ],
      atLeast: 5000,
      search: 'account_member-77@example.com',
      matches: ['account_member-77'],
      team: 'team-3',
      zoomSteps: 1,
    })));
});

interface Case {
  graph: CollectedGraph;
  findings: Finding[];
  atLeast: number;
  search: string;
  /** The labels of what the search finds. */
  matches: string[];
  team: string;
  zoomSteps: number;
}

function tryPage(browser: () => Browser, create: () => Promise<Case>): void {
  let made: Case;
  let opened: OpenedPage;
  beforeAll(async () => {
    made = await create();
    opened = await openPage(browser(), made.graph, {
      source: 'a test',
      findings: made.findings,
    });
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await opened.page.keyboard.press('Escape');
    await opened.page.mouse.move(0, 0);
  });

  const mapped = () => made.graph.mappedRelationships;
  /** What belongs to other integrations: mapped relationships that look for the same find the same. */
  const outside = () =>
    new Set(
      mapped().map(({ _mapping: { targetEntity, targetFilterKeys } }) => {
        const names = [(targetFilterKeys as string[][])[0]].flat();
        return JSON.stringify([
          targetEntity._type ?? targetEntity._class,
          names.map((name) => targetEntity[name ?? '']),
        ]);
      }),
    ).size;
  const total = () => made.graph.entities.length + outside();
  const bad = () => made.findings.filter(({ isBad }) => isBad);
  /** An alert of a higher level comes first, and any alert before what sets off none. */
  const urgency = ({ level }: Finding) =>
    ['INFO', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'].indexOf(level ?? '');
  const keysOf = (findings: Finding[]) =>
    [
      ...new Set(findings.flatMap(({ hits }) => hits.flatMap((h) => h.keys))),
    ].sort();
  const teamKey = () =>
    made.graph.entities.find(
      ({ _type, displayName }) =>
        _type === 'heroku_team' && displayName === made.team,
    )?._key ?? '';
  const relationshipsOf = (key: string) =>
    made.graph.relationships.filter(({ _fromEntityKey, _toEntityKey }) =>
      [_fromEntityKey, _toEntityKey].includes(key),
    );
  const neighboursOf = (key: string) =>
    [
      ...new Set(
        relationshipsOf(key).flatMap((one) => [
          one._fromEntityKey,
          one._toEntityKey,
        ]),
      ),
    ].sort();
  const overlaps = (texts: Text[]) =>
    texts.flatMap((a, index) =>
      texts
        .slice(index + 1)
        .filter(
          (b) =>
            a.x < b.x + b.width &&
            b.x < a.x + a.width &&
            a.y < b.y + b.height &&
            b.y < a.y + a.height,
        )
        .map((b) => `${a.text} / ${b.text}`),
    );

  test('it is there within seconds, whole, and asks no one for anything', async () => {
    expect(made.graph.entities.length).toBeGreaterThanOrEqual(made.atLeast);
    expect(opened.readyAfterMs).toBeLessThan(15_000);
    expect(await opened.status()).toMatch(
      `${made.graph.entities.length} entities shown`,
    );
    expect(
      await opened.page.evaluate('window.graphPage.cy.nodes().length'),
    ).toBe(total());
    expect(
      await opened.page.evaluate('window.graphPage.cy.edges().length'),
    ).toBe(made.graph.relationships.length + mapped().length);
    expect(opened.complaints).toEqual([]);
    expect(opened.requests).toEqual([]);
  });

  test('all of it is in sight, and each team has its name', async () => {
    const box = await opened.page.locator('#graph').boundingBox();
    const texts = await opened.texts();
    const places = await opened.places();
    const away = Object.entries(places).filter(
      ([, { x, y }]) =>
        !(x > 0 && y > 0 && x < (box?.width ?? 0) && y < (box?.height ?? 0)),
    );
    expect(Object.keys(places)).toHaveLength(total());
    expect(away).toEqual([]);
    const teams = made.graph.entities
      .filter(({ _type }) => _type === 'heroku_team')
      .map(({ displayName }) => displayName);
    // Of more teams than have room for their names, as many are named as there is room.
    const named = texts.filter(({ text }) => teams.includes(text));
    expect(named.length).toBeGreaterThanOrEqual(Math.min(teams.length, 25));
  });

  test('the panel tells how much there is, and the worst findings first', async () => {
    const panel = opened.page.locator('#details');
    const numbers = await panel.locator('.totals strong').allInnerTexts();
    const acted = bad().filter(({ hits }) => hits.length > 0);
    expect(numbers.map((text) => Number(text.replace(',', '')))).toEqual([
      made.graph.entities.length,
      made.graph.relationships.length + mapped().length,
      outside(),
      acted.length,
    ]);
    const worst = panel.locator('.worst button');
    expect(await worst.count()).toBe(Math.min(8, acted.length));
    const counts = await worst.locator('.badge.bad').allInnerTexts();
    expect(counts.map(Number)).toEqual(
      [...acted]
        .sort(
          (a, b) => urgency(b) - urgency(a) || b.hits.length - a.hits.length,
        )
        .map(({ hits }) => hits.length)
        .slice(0, 8),
    );
    await worst.first().click();
    expect(await panel.innerText()).toContain(`${counts[0]} found`);
  });

  test('a search dims what does not match, Enter goes to the match and Escape ends it', async () => {
    const { page } = opened;
    const matching = made.graph.entities
      .filter(({ displayName }) => made.matches.includes(String(displayName)))
      .map(({ _key }) => _key);
    await page.locator('#search').fill(made.search);
    const status = `${made.matches.length} of ${total()} match`;
    await page.getByText(status).waitFor();
    expect((await opened.state()).lit).toEqual(matching);
    await page.locator('#search').press('Enter');
    expect(await page.locator('#details h2').innerText()).toBe(made.matches[0]);
    expect((await opened.state()).chosen).toBe(matching[0]);
    await page.keyboard.press('Escape');
    expect(await page.locator('#search').inputValue()).toBe('');
    expect(await opened.status()).toMatch('entities shown');
    const { lit, chosen } = await opened.state();
    expect([lit, chosen]).toEqual([undefined, undefined]);
  });

  test('a type is hidden by its mark in the legend, and all come back at once', async () => {
    const chip = opened.page.locator('#legend [data-type="heroku_addon"]');
    const addons = made.graph.entities
      .filter(({ _type }) => _type === 'heroku_addon')
      .map(({ _key }) => _key);
    expect(await chip.innerText()).toMatch(`addon\n${addons.length}`);
    await chip.click();
    expect(await chip.getAttribute('aria-pressed')).toBe('false');
    expect((await opened.state()).hidden).toEqual(addons.sort());
    expect(await opened.status()).toMatch(
      `${made.graph.entities.length - addons.length} entities shown`,
    );
    await opened.page.getByText('Show all types').click();
    expect((await opened.state()).hidden).toEqual([]);
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
  });

  test('a team that is chosen fills the window alone', async () => {
    const { page } = opened;
    const zoom = () => page.evaluate<number>('window.graphPage.cy.zoom()');
    await page.locator('#fit').click();
    const before = await zoom();
    await page.locator('#team').selectOption(made.team);
    expect(await zoom()).toBeGreaterThan(before * 1.5);
    const { hidden } = await opened.state();
    expect(hidden.length).toBeGreaterThan(total() / 2);
    const titles = (await opened.texts()).filter(({ key }) => !key);
    expect(titles.map(({ text }) => text)).toContain(made.team);
    await page.locator('#team').selectOption('');
    expect(await zoom()).toBeCloseTo(before);
    expect((await opened.state()).hidden).toEqual([]);
  });

  test('an entity that is pointed at has a tooltip at the pointer and lights its neighbours', async () => {
    const { page } = opened;
    const tooltip = page.locator('#tooltip');
    expect(await tooltip.isVisible()).toBe(false);
    await opened.pointAt(teamKey());
    await tooltip.waitFor();
    expect(await tooltip.innerText()).toMatch(
      new RegExp(`^${made.team}\\s+team\\s+OWNS → application × \\d+`),
    );
    const [graph, tip] = await Promise.all(
      ['#graph', '#tooltip'].map((part) => page.locator(part).boundingBox()),
    );
    const { x, y } = await opened.placeOf(teamKey());
    expect(Math.abs((tip?.x ?? 0) - (graph?.x ?? 0) - x)).toBeLessThan(300);
    expect(Math.abs((tip?.y ?? 0) - (graph?.y ?? 0) - y)).toBeLessThan(300);
    const state = await opened.state();
    expect(state.pointed).toBe(teamKey());
    expect(state.lit).toEqual(neighboursOf(teamKey()));
    await page.mouse.move(0, 0);
    expect(await tooltip.isVisible()).toBe(false);
    expect((await opened.state()).lit).toBeUndefined();
  });

  test('a click on an entity tells its properties and relationships, each a way to the other end', async () => {
    const { page } = opened;
    await opened.clickEntity(teamKey());
    expect((await opened.state()).chosen).toBe(teamKey());
    expect(await page.locator('#details h2').innerText()).toBe(made.team);
    expect(await page.locator('#details dl').innerText()).toContain(made.team);
    const lists = page.locator('#details .relationships');
    const links = lists.locator('li .link');
    expect(await links.count()).toBe(relationshipsOf(teamKey()).length);
    const titles = await lists.locator('h3').allInnerTexts();
    expect(titles.join('; ')).toMatch(/→ OWNS application \(\d+\)/);
    const label = await links.first().innerText();
    await links.first().click();
    expect(await page.locator('#details h2').innerText()).toBe(label);
    expect((await opened.state()).chosen).not.toBe(teamKey());
  });

  test('names and verbs never lie on each other, from afar and from near', async () => {
    const { page } = opened;
    const app = made.graph.relationships.find(
      ({ _fromEntityKey, _class }) =>
        _class === 'OWNS' && _fromEntityKey === teamKey(),
    )?._toEntityKey;
    let verbs: string[] = [];
    await page.locator('#fit').click();
    await opened.clickEntity(teamKey());
    for (let step = 0; step < made.zoomSteps; step++) {
      const texts = await opened.texts();
      expect(texts.length).toBeGreaterThan(0);
      expect(overlaps(texts)).toEqual([]);
      verbs = [...verbs, ...texts.map(({ text }) => text)];
      await page.locator('#closer').click();
    }
    if (made.zoomSteps > 1) expect(verbs).toContain('OWNS');
    await page.keyboard.press('Escape');
    await page.locator('#search').fill(app ?? '');
    expect(overlaps(await opened.texts())).toEqual([]);
  });

  test('a question that is chosen marks its offenders and no one else', async () => {
    const { page } = opened;
    expect((await opened.state()).offenders).toEqual(keysOf(bad()));
    const [first] = bad().filter(({ hits }) => hits.length > 0);
    if (first === undefined) throw new Error('There is no finding');
    const buttons = page.locator('#findings .query');
    expect(await buttons.count()).toBe(made.findings.length);
    const button = page
      .locator('#findings .question', { hasText: first.title })
      .locator('.query', { hasText: first.name ?? first.title })
      .first();
    if (!(await button.isVisible())) {
      await page
        .locator('#findings summary', { hasText: first.theme })
        .first()
        .click();
    }
    await button.click();
    const state = await opened.state();
    expect(state.offenders).toEqual(keysOf([first]));
    expect(state.lit).toEqual(keysOf([first]));
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    const told = await page.locator('#details').innerText();
    expect(told).toContain(`${first.hits.length} found`);
    expect(told).toContain(first.remedy);
    await page.keyboard.press('Escape');
    expect((await opened.state()).offenders).toEqual(keysOf(bad()));
    expect((await opened.state()).lit).toBeUndefined();
  });

  test('after all that there is no complaint and no request', () => {
    expect(opened.complaints).toEqual([]);
    expect(opened.requests).toEqual([]);
  });
}
