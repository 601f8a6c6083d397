import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { graphPage } from '../../tools/graphPage/page';
import { takeScreenshot } from '../../tools/graphPage/screenshot';
import { inBrowser } from './inBrowser';
import { FINDINGS, smallGraph } from './smallPage';

inBrowser(() => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'graph-page-'));
    await writeFile(
      path.join(folder, 'graph.html'),
      graphPage(smallGraph(), { source: 'a test', findings: FINDINGS }),
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const picture = async (finding?: string) => {
    const file = path.join(folder, 'graph.png');
    await takeScreenshot(path.join(folder, 'graph.html'), file, finding);
    return readFile(file);
  };

  test('a picture of a chosen question is another than that of the whole', async () => {
    const [whole, chosen] = [await picture(), await picture('Who may?')];
    expect(chosen.subarray(1, 4).toString()).toBe('PNG');
    expect(chosen.equals(whole)).toBe(false);
  });

  test('a question that there is not is an error', async () => {
    await expect(picture('Who knows?')).rejects.toThrow('Who knows?');
  });
});
