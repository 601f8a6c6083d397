import { markOf } from '../../tools/graphPage/typeMarks';
import { inBrowser } from './inBrowser';
import { colourAt, hexOf } from './pixels';
import { useSmallPage } from './smallPage';
import { coloursOf } from './styleSheet';

inBrowser((browser) => {
  const { open, opened } = useSmallPage(browser);

  test('each type has its declared colour in the drawing, in the legend too, in both themes', async () => {
    const page = await open();
    const type = 'heroku_application';
    for (const theme of ['light', 'dark'] as const) {
      const fill = await page.evaluate<string>(
        `getComputedStyle(document.querySelector('#legend [data-type="${type}"] .swatch')).fill`,
      );
      expect(hexOf(fill)).toBe(markOf(type)[theme]);
      const { x, y } = await opened().placeOf('heroku_application-0');
      expect(await colourAt(opened().page, { x, y })).toBe(markOf(type)[theme]);
      await page.locator('#dark').click();
    }
  });

  test.each(['light', 'dark'] as const)(
    'the page is %s where the system is, and the switch turns it',
    async (colorScheme) => {
      const other = colorScheme === 'light' ? 'dark' : 'light';
      const page = await open({ window: { colorScheme } });
      const dark = page.getByRole('button', { name: 'Dark' });
      const pressed = () => dark.getAttribute('aria-pressed');
      const corner = { x: 3, y: 3 };
      expect(await colourAt(opened().page, corner)).toBe(
        coloursOf(colorScheme).ground,
      );
      expect(await pressed()).toBe(String(colorScheme === 'dark'));
      await dark.click();
      expect(await pressed()).toBe(String(other === 'dark'));
      expect(await colourAt(opened().page, corner)).toBe(
        coloursOf(other).ground,
      );
      // What the reader has chosen stays, whatever the system does.
      await page.emulateMedia({ colorScheme: other });
      await page.emulateMedia({ colorScheme });
      expect(await colourAt(opened().page, corner)).toBe(
        coloursOf(other).ground,
      );
    },
  );

  test('the page follows the system while it is open', async () => {
    const page = await open({ window: { colorScheme: 'light' } });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await colourAt(opened().page, { x: 3, y: 3 })).toBe(
      coloursOf('dark').ground,
    );
  });

  test('what is not lit is dimmed, what is lit keeps its colour', async () => {
    const page = await open();
    const own = markOf('heroku_application').light;
    const neighbour = await opened().placeOf('heroku_application-1');
    const stranger = await opened().placeOf('heroku_application-2');
    await opened().pointAt('heroku_account_member-2');
    expect(await colourAt(opened().page, neighbour)).toBe(own);
    expect(await colourAt(opened().page, stranger)).not.toBe(own);
    await page.mouse.move(0, 0);
    expect(await colourAt(opened().page, stranger)).toBe(own);
  });
});
