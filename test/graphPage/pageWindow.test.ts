import { inBrowser } from './inBrowser';
import { smallGraph, useSmallPage } from './smallPage';

inBrowser((browser) => {
  const { open, opened } = useSmallPage(browser);

  test('the heading says which accounts it is, and when they were collected', async () => {
    const page = await open({
      source: undefined,
      collectedOn: new Date('2026-05-01T10:00:00Z'),
    });
    expect(await page.locator('header').innerText()).toMatch(
      /Heroku graph\s+Collected 1 May 2026, 10:00 UTC · account-0/,
    );
    expect(await page.locator('time').getAttribute('datetime')).toBe(
      '2026-05-01T10:00:00.000Z',
    );
  });

  test('types of which not everything was collected are named', async () => {
    const graph = smallGraph();
    graph.summary = {
      integrationStepResults: [],
      metadata: { partialDatasets: { types: ['heroku_space'] } },
    };
    const page = await open({ graph });
    expect(await page.locator('#details').innerText()).toContain(
      'Not everything was collected of: heroku_space.',
    );
  });

  test.each([
    { width: 1400, height: 900 },
    { width: 800, height: 900 },
  ])(
    'at $width × $height search, legend, graph and panels are all in sight and clear of each other',
    async (size) => {
      const page = await open({ window: size });
      const parts = ['header', 'aside', '#canvas', '#legend', '#details'];
      const boxes = await Promise.all(
        parts.map((part) => page.locator(part).boundingBox()),
      );
      boxes.forEach((box, index) => {
        const { x = -1, y = -1, width = 0, height = 0 } = box ?? {};
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(size.width);
        expect(y + height).toBeLessThanOrEqual(size.height);
        for (const other of boxes.slice(index + 1)) {
          const isClear =
            x + width <= (other?.x ?? 0) ||
            (other?.x ?? 0) + (other?.width ?? 0) <= x ||
            y + height <= (other?.y ?? 0) ||
            (other?.y ?? 0) + (other?.height ?? 0) <= y;
          expect(isClear).toBe(true);
        }
      });
      expect(boxes[2]?.height).toBeGreaterThan(350);
      const [width] = await page.evaluate<[number]>(
        '[document.documentElement.scrollWidth]',
      );
      expect(width).toBeLessThanOrEqual(size.width);
    },
  );

  test('in a very narrow window the parts follow each other, and nothing is cut off', async () => {
    const page = await open({ window: { width: 480, height: 800 } });
    for (const part of ['aside', '#canvas', '#details']) {
      const box = await page.locator(part).boundingBox();
      expect(box?.width).toBe(480);
      expect(box?.height).toBeGreaterThan(100);
    }
    expect(
      await page.evaluate<number>('document.documentElement.scrollWidth'),
    ).toBe(480);
  });

  test('the whole graph stays in sight when the window changes, until the reader moves it', async () => {
    const page = await open();
    const isInSight = async () => {
      const box = await page.locator('#graph').boundingBox();
      return Object.values(await opened().places()).every(
        ({ x, y }) =>
          x > 0 && y > 0 && x < (box?.width ?? 0) && y < (box?.height ?? 0),
      );
    };
    await page.setViewportSize({ width: 820, height: 620 });
    await page.waitForFunction(
      'window.graphPage.cy.width() === document.getElementById("graph").clientWidth',
    );
    expect(await isInSight()).toBe(true);
    for (let step = 0; step < 4; step++) await page.locator('#closer').click();
    const before = await opened().placeOf('heroku_team-0');
    await page.setViewportSize({ width: 1200, height: 620 });
    await page.waitForFunction(
      'window.graphPage.cy.width() === document.getElementById("graph").clientWidth',
    );
    expect(await opened().placeOf('heroku_team-0')).toEqual(before);
    await page.locator('#fit').click();
    expect(await isInSight()).toBe(true);
  });

  test('all can be done by keys alone', async () => {
    const page = await open();
    await page.keyboard.press('/');
    await page.keyboard.type('application-1');
    await page.keyboard.press('Enter');
    expect(await page.locator('#details h2').innerText()).toBe('application-1');
    await page.keyboard.press('Escape');
    const focused = () =>
      page.evaluate<string>(
        'document.activeElement.id || document.activeElement.className',
      );
    const visited: string[] = [];
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab');
      visited.push(await focused());
    }
    for (const part of ['team', 'dark', 'graph', 'closer', 'chip', 'query']) {
      expect(visited).toContain(part);
    }
    await page.locator('#graph').focus();
    const outline = await page.evaluate<string>(
      'getComputedStyle(document.activeElement).outlineStyle',
    );
    expect(outline).toBe('solid');
    const { x } = await opened().placeOf('heroku_team-0');
    await page.keyboard.press('ArrowRight');
    expect((await opened().placeOf('heroku_team-0')).x).toBeLessThan(x);
    const zoom = () => page.evaluate<number>('window.graphPage.cy.zoom()');
    const before = await zoom();
    await page.keyboard.press('+');
    expect(await zoom()).toBeGreaterThan(before);
    await page.keyboard.press('0');
    const whole = await opened().placeOf('heroku_team-0');
    await page.locator('#fit').click();
    expect(await opened().placeOf('heroku_team-0')).toEqual(whole);
  });

  test('every button and field has a name for those who do not see it', async () => {
    const page = await open();
    await opened().clickEntity('heroku_application-1');
    const nameless = await page.evaluate<string[]>(`
      [...document.querySelectorAll('button, input, select, summary, [role]')]
        .filter((one) => one.role !== 'status')
        .filter((one) => !one.ariaLabel && !one.labels?.length && !one.textContent.trim())
        .map((one) => one.outerHTML)`);
    expect(nameless).toEqual([]);
  });

  test('a search goes first to what is called just so, then to what begins so, then to the rest', async () => {
    const graph = smallGraph();
    const names = ['my shop', 'shop-web', 'shop', 'other'];
    names.forEach((name, index) => {
      const entity = graph.entities[index + 10];
      if (entity !== undefined) entity.displayName = name;
      if (entity !== undefined && name === 'other') entity.owner = 'shop';
    });
    const page = await open({ graph });
    await page.locator('#search').fill('SHOP');
    await page.getByText('4 of 61 match').waitFor();
    const visited: string[] = [];
    for (let step = 0; step < 5; step++) {
      await page.locator('#search').press('Enter');
      visited.push(await page.locator('#details h2').innerText());
    }
    expect(visited).toEqual(['shop', 'shop-web', 'my shop', 'other', 'shop']);
  });
});
