import { readFile } from 'node:fs/promises';
import { inBrowser } from './inBrowser';
import { madeFinding } from './madeFinding';
import { useSmallPage } from './smallPage';

inBrowser((browser) => {
  const { open, opened } = useSmallPage(browser);

  test('an export of a finding is a file of its rows, without a formula in it', async () => {
    const page = await open();
    await page.locator('.worst button').first().click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('who-may.csv');
    expect(await readFile(await download.path(), 'utf8')).toBe(
      '\uFEFFfound\r\n\'=app\r\n"b, ""c"""\r\n',
    );
  });

  test('questions stand in groups that open and close, each with the state of its answer', async () => {
    const page = await open();
    const groups = page.locator('#findings summary');
    expect(await groups.allInnerTexts()).toEqual([
      expect.stringMatching(/^Access\s+1\s+2 questions$/),
      expect.stringMatching(/^Network\s+1\s+2 \?\s+1 question$/),
    ]);
    const queries = page.locator('#findings .query');
    expect(await queries.first().isVisible()).toBe(false);
    await groups.nth(0).focus();
    await page.keyboard.press('Enter');
    await groups.nth(1).click();
    expect(await queries.allInnerTexts()).toEqual([
      expect.stringMatching(/^Who may\?\s+2$/),
      expect.stringMatching(/^Is there a way\?\s+none$/),
      expect.stringMatching(/^Near\s+not answered$/),
      expect.stringMatching(/^Far\s+1\+$/),
    ]);
    await groups.nth(0).click();
    expect(await queries.first().isVisible()).toBe(false);
  });

  test('the questions of one state can be had alone', async () => {
    const page = await open();
    const states = page.locator('#states button');
    expect(await states.allInnerTexts()).toEqual([
      ...['Found 1', 'None 1', 'Partial 1', 'Not answered 1'],
    ]);
    const shown = async () => {
      const all = await page.locator('#findings .query').all();
      const visible = await Promise.all(all.map((one) => one.isVisible()));
      const texts = await page
        .locator('#findings .query .words')
        .allTextContents();
      return texts.filter((_, index) => visible[index]);
    };
    await states.nth(3).click();
    expect(await shown()).toEqual(['Near']);
    await states.nth(0).click();
    expect(await shown()).toEqual(['Who may?']);
    expect(await states.nth(3).getAttribute('aria-pressed')).toBe('false');
    await states.nth(0).click();
    expect(await shown()).toEqual([]);
    expect(await page.locator('#findings summary').count()).toBe(2);
  });

  test('a question that is not answered says why, and dims nothing', async () => {
    const page = await open();
    await page.locator('#findings summary').nth(1).click();
    await page.locator('#findings .query', { hasText: 'Near' }).click();
    const details = page.locator('#details');
    expect(await details.innerText()).toMatch(
      /Not answered\s+Turn the source spaces on\./,
    );
    expect((await opened().state()).lit).toBeUndefined();
    await page.locator('#findings .query', { hasText: 'Far' }).click();
    expect(await details.innerText()).toMatch(
      /1 found, but not everything was collected\s+One space was refused\./,
    );
    await page.keyboard.press('Escape');
    await page.locator('#findings summary').nth(0).click();
    await page.locator('#findings .query', { hasText: 'Is there' }).click();
    expect(await details.innerText()).toContain('None found');
  });

  test('without questions and without anything found the panels say so', async () => {
    const page = await open({ findings: [] });
    expect(await page.locator('aside').innerText()).toContain(
      'No question was asked of this graph.',
    );
    await opened().close();
    await open({ findings: [madeFinding({ title: 'Is there?' })] });
    expect(await opened().page.locator('#details').innerText()).toContain(
      'No question finds anything to act on.',
    );
  });
});
