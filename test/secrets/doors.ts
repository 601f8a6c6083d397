import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Something that left the process by a door, and where it was seen. */
export interface Item {
  where: string;
  text: string;
}

/** A secret that came out. */
export interface Find {
  door: string;
  where: string;
  /** A little of what is around it. */
  context: string;
}

/** The ways in which a process can let something out, and all that went through each. */
export class Doors {
  private readonly items = new Map<string, Item[]>();

  /** Notes what went through a door. A door that nothing went through is noted too. */
  add(door: string, items: Item[]): void {
    const known = this.items.get(door) ?? [];
    known.push(...items);
    this.items.set(door, known);
  }

  /** Adds all that was noted here to what was noted there. */
  into(others: Doors): void {
    for (const [door, items] of this.items) others.add(door, items);
  }

  /** Every secret at every door, whole or encoded, in whatever case. */
  search(secrets: Iterable<string>): Find[] {
    const pattern = new RegExp(
      [...new Set([...secrets].flatMap(guises))].map(escape).join('|'),
      'i',
    );
    return [...this.items].flatMap(([door, items]) =>
      items.flatMap(({ where, text }) => {
        const index = text.search(pattern);
        return index < 0
          ? []
          : [{ door, where, context: text.slice(index - 60, index + 100) }];
      }),
    );
  }

  /** What was searched: `2,000 characters in 3 files`. */
  counts(): { door: string; items: number; characters: number }[] {
    return [...this.items].map(([door, items]) => ({
      door,
      items: items.length,
      characters: items.reduce((sum, { text }) => sum + text.length, 0),
    }));
  }
}

/** The forms in which a secret may come out: as it is, in a URL, in JSON, as base64 at any offset, as hexadecimal. */
function guises(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('hex'),
    ...[0, 1, 2].map((offset) => {
      const encoded = Buffer.from(' '.repeat(offset) + secret).toString(
        'base64',
      );
      // What stands at the ends depends on what is before and behind.
      return encoded.slice(offset === 0 ? 0 : 4, -4);
    }),
  ];
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Every file under a folder, links to folders not followed. */
export async function filesUnder(folder: string): Promise<Item[]> {
  const children: Dirent[] = await readdir(folder, {
    withFileTypes: true,
  }).catch(() => []);
  const items = await Promise.all(
    children.map(async (child): Promise<Item[]> => {
      const file = path.join(folder, child.name);
      if (child.isDirectory()) return filesUnder(file);
      return child.isFile()
        ? [{ where: file, text: `${file}\n${await readFile(file, 'utf8')}` }]
        : [];
    }),
  );
  return items.flat();
}
