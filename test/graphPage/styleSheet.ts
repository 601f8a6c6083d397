import { readFileSync } from 'node:fs';
import path from 'node:path';

const FILE = path.resolve(__dirname, '../../tools/graphPage/page.css');

/** The colours of a theme, by the names of the custom properties of the page's style sheet. */
export function coloursOf(theme: 'light' | 'dark'): Record<string, string> {
  const selector =
    theme === 'light'
      ? /^:root \{([^}]*)\}/m
      : /^:root\[[^\]]*dark[^{]*\{([^}]*)\}/m;
  const block = selector.exec(readFileSync(FILE, 'utf8'))?.[1] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#\w+);/g)].map(
      ([, name = '', colour = '']) => [name, colour],
    ),
  );
}
