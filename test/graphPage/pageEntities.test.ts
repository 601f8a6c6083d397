import { inBrowser } from './inBrowser';
import { madeFinding } from './madeFinding';
import { isNearly } from './pixels';
import { smallGraph, useSmallPage, VPC_KEY } from './smallPage';
import { coloursOf } from './styleSheet';

inBrowser((browser) => {
  const { open, opened } = useSmallPage(browser);

  test('a name that looks like markup is shown as it is, and runs nothing', async () => {
    const graph = smallGraph();
    const name = '</script><img src=x onerror="window.hurt=1">Zoë 測試';
    for (const entity of graph.entities) entity.displayName = name;
    const page = await open({
      source: name,
      findings: [
        madeFinding({
          ...{
            title: name,
            name,
            remedy: name,
            reason: name,
            theme: 'Other',
          },
          hits: [{ text: name, keys: ['heroku_application-1'] }],
        }),
      ],
      graph,
    });
    await page.locator('#findings summary').click();
    await page.locator('#findings .query').click();
    await page.locator('#details li .link').first().click();
    expect(await page.locator('#details h2').innerText()).toBe(name);
    await opened().pointAt('heroku_team-0');
    expect(await page.locator('#tooltip').innerText()).toContain(name);
    await page.locator('#details .action').click();
    expect(await page.locator('#details h2').innerText()).toContain(name);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.evaluate('window.hurt')).toBeUndefined();
  });

  test('what lies outside Heroku is one dashed node, joined to all that lead to it', async () => {
    const page = await open();
    expect(await opened().status()).toBe(
      '60 entities shown, and 1 outside Heroku',
    );
    const style = (name: string) =>
      page.evaluate<string>(
        `window.graphPage.cy.getElementById(${JSON.stringify(VPC_KEY)}).style('${name}')`,
      );
    expect(await style('border-style')).toBe('dashed');
    expect(parseFloat(await style('border-width'))).toBeGreaterThan(0);
    await opened().pointAt('heroku_team-0');
    expect((await opened().state()).lit).toContain(VPC_KEY);
    await opened().clickEntity('heroku_team-0');
    const details = page.locator('#details');
    await details.getByText('→ CONNECTS aws_vpc, outside Heroku').waitFor();
    expect(await details.innerText()).toMatch(/vpc-1\s+status active/);
    await details.getByRole('button', { name: 'vpc-1' }).click();
    expect(await details.innerText()).toContain('of another integration');
    expect(
      await details.locator('.relationships .link').allInnerTexts(),
    ).toEqual(['application-1', 'team-0']);
  });

  /** Looks at an app and someone whom it allows, from near, and tells where they are. */
  async function lookAtBoth() {
    await opened().page.evaluate(
      `void window.graphPage.cy.fit('#heroku_application-1, #heroku_account_member-2', 120)`,
    );
    return {
      app: await opened().placeOf('heroku_application-1'),
      user: await opened().placeOf('heroku_account_member-2'),
    };
  }

  test('a relationship that is lit says its verb, and its arrow points where it goes', async () => {
    const page = await open();
    await lookAtBoth();
    await opened().clickEntity('heroku_application-1');
    const { app, user } = await lookAtBoth();
    await page.mouse.move(0, 0);
    const texts = await opened().texts();
    expect(texts.map(({ text }) => text)).toContain('ALLOWS');
    const length = Math.hypot(user.x - app.x, user.y - app.y);
    const dx = (user.x - app.x) / length;
    const dy = (user.y - app.y) / length;
    // Beside the line, just off either end: there is the side of the arrowhead, or nothing.
    const besideUser = (side: number) => ({
      x: user.x - dx * (user.radius + 8) - side * dy * 1.6,
      y: user.y - dy * (user.radius + 8) + side * dx * 1.6,
    });
    const besideApp = (side: number) => ({
      x: app.x + dx * (app.radius + 14) - side * dy * 1.6,
      y: app.y + dy * (app.radius + 14) + side * dx * 1.6,
    });
    const { accent } = coloursOf('light');
    for (const side of [-1, 1]) {
      expect(await isNearly(page, besideUser(side), accent)).toBe(true);
      expect(await isNearly(page, besideApp(side), accent)).toBe(false);
    }
  });

  test('from near, relationships say their verbs without being asked', async () => {
    await open();
    const verbs = async () =>
      (await opened().texts()).filter(({ text }) => /^[A-Z]+$/.test(text));
    expect(await verbs()).toEqual([]);
    await lookAtBoth();
    expect((await verbs()).map(({ text }) => text)).toContain('ALLOWS');
  });

  test('a relationship that is pointed at tells its ends, its verb and its properties', async () => {
    const page = await open();
    const { app, user } = await lookAtBoth();
    await page.locator('#graph').hover({
      position: { x: (app.x + user.x) / 2, y: (app.y + user.y) / 2 },
    });
    expect(await page.locator('#tooltip').innerText()).toMatch(
      /application-1\s+ALLOWS →\s+account_member-2\s+viewPermission, deployPermission/,
    );
  });
});
