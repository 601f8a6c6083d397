import type { CollectedGraph } from '../e2e/graph';
import { graphPage } from '../../tools/graphPage/page';
import { generatedGraph } from './generatedGraph';
import { madeFinding } from './madeFinding';

const EVIL = '</script><img src=x onerror="document.title=1">';

function named(name: string): CollectedGraph {
  const graph = generatedGraph(20);
  for (const entity of graph.entities) entity.displayName = name;
  return graph;
}

test('the page refers to nothing outside itself', () => {
  const page = graphPage(generatedGraph(20), { source: 'x', findings: [] });
  expect(page).not.toMatch(/(src|href|action)\s*=\s*["']?(https?:)?\/\//i);
  expect(page).not.toMatch(/@import|url\(["']?(https?:)?\/\//i);
  expect(
    page.match(/<(script|link|img|iframe)[^>]*(src|href)=[^>]*>/g),
  ).toEqual(['<link rel="icon" href="data:,">']);
});

test('the page allows its own scripts by their content, and nothing to be fetched or sent', () => {
  const page = graphPage(generatedGraph(20), { source: 'x', findings: [] });
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).toMatch(/script-src ('sha256-[\w+/=]+' ?)+;/);
  expect(policy).not.toMatch(/connect-src|https?:|\*/);
});

test('a name that looks like markup stays a name, wherever it stands', () => {
  const graph = named(EVIL);
  const page = graphPage(graph, {
    source: EVIL,
    findings: [
      madeFinding({
        ...{ title: EVIL, remedy: EVIL, reason: EVIL, level: EVIL },
        hits: [{ text: EVIL, keys: ['heroku_team-0'] }],
      }),
    ],
  });
  expect(page).not.toContain('<img');
  const withoutNames = graphPage(named('plain'), { source: 'x', findings: [] });
  const count = (text: string) => text.match(/<\/script/g)?.length;
  expect(count(page)).toBe(count(withoutNames));
});

test('the page holds what an entity is, and not what it was made from', () => {
  const graph = named('Zoë 測試 🧪');
  const [first] = graph.entities;
  if (first === undefined) throw new Error('nothing generated');
  first._rawData = [{ name: 'default', rawData: { raw: 'not for readers' } }];
  const page = graphPage(graph, { source: 'x', findings: [] });
  expect(page).toContain('Zoë 測試 🧪');
  expect(page).not.toContain('not for readers');
});
