import { inBrowser } from './inBrowser';
import { smallGraph, useSmallPage } from './smallPage';

inBrowser((browser) => {
  const { open, opened } = useSmallPage(browser);

  test('the reach of an app is a view of its own: who can reach it, and nobody else', async () => {
    const page = await open();
    await opened().clickEntity('heroku_application-1');
    await page.getByRole('button', { name: 'Who can reach this' }).click();
    const reached = Object.keys(await opened().places()).sort();
    expect(reached).toEqual(
      [
        ...['heroku_account-0', 'heroku_team-0', 'heroku_application-1'],
        'heroku_account_member-2',
        ...smallGraph()
          .relationships.filter(
            ({ _fromEntityKey, _toEntityKey }) =>
              _fromEntityKey === 'heroku_application-1' &&
              _toEntityKey.startsWith('heroku_addon'),
          )
          .map(({ _toEntityKey }) => _toEntityKey),
      ].sort(),
    );
    const { x: person } = await opened().placeOf('heroku_account_member-2');
    const { x: app } = await opened().placeOf('heroku_application-1');
    expect(person).toBeLessThan(app);
    const details = page.locator('#details');
    expect(await details.innerText()).toMatch(
      /People \(1\)\s+account_member-2\s+view, deploy/,
    );
    const titles = (await opened().texts()).map(({ text }) => text);
    expect(titles).toEqual(expect.arrayContaining(['People', 'Teams', 'Apps']));
    expect(await page.locator('#reach').innerText()).toMatch(
      'Blast radius of application-1',
    );
    await page.getByRole('button', { name: 'Whole graph' }).click();
    expect((await opened().state()).hidden).toEqual([]);
    expect((await opened().state()).reach).toBeUndefined();
    expect(await page.locator('#reach').isVisible()).toBe(false);
  });

  test('the reach of a person begins with the person; Escape and a way out of it end it', async () => {
    const page = await open();
    await opened().clickEntity('heroku_account_member-2');
    const ask = page.getByRole('button', {
      name: 'What can this person reach',
    });
    await ask.click();
    expect(await page.locator('#details').innerText()).toMatch(
      /Apps \(1\)\s+application-1\s+view, deploy/,
    );
    await page.keyboard.press('Escape');
    expect((await opened().state()).hidden).toEqual([]);
    await opened().clickEntity('heroku_account_member-2');
    await ask.click();
    await page.locator('#details .link', { hasText: 'application-1' }).click();
    expect((await opened().state()).reach).toBe('heroku_account_member-2');
    // A team that is not within the reach: the way there leads back to the whole graph.
    await page
      .locator('#details .relationships .link', { hasText: 'account_member-2' })
      .first()
      .click();
    await page.getByRole('button', { name: 'Properties' }).click();
    await page.locator('#details .link', { hasText: 'account-0' }).click();
    expect((await opened().state()).reach).toBeUndefined();
    expect((await opened().state()).chosen).toBe('heroku_account-0');
  });
});
