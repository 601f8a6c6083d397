import { createWriteStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { once } from 'node:events';
import path from 'node:path';
import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import type { FloorLine } from './collectors/floor';

/** What a graph holds. */
export interface GraphSize {
  entities: number;
  relationships: number;
}

/**
 * Makes of the graph that a collection wrote a file with one object a line, entities first.
 *
 * @param storage the `.j1-integration` folder
 */
export async function prepareFloor(
  storage: string,
  file: string,
): Promise<GraphSize> {
  const size: GraphSize = { entities: 0, relationships: 0 };
  const output = createWriteStream(file);
  const write = async (line: FloorLine) => {
    if (!output.write(`${JSON.stringify(line)}\n`)) {
      await once(output, 'drain');
    }
  };
  for (const collection of ['entities', 'relationships'] as const) {
    for (const source of await filesOf(storage, collection)) {
      const { entities = [], relationships = [] } = JSON.parse(
        await readFile(source, 'utf8'),
      ) as { entities?: Entity[]; relationships?: Relationship[] };
      for (const entity of entities) {
        await write({ entity });
      }
      for (const relationship of relationships) {
        await write({ relationship });
      }
      size.entities += entities.length;
      size.relationships += relationships.length;
    }
  }
  output.end();
  await once(output, 'close');
  return size;
}

async function filesOf(
  storage: string,
  collection: keyof GraphSize,
): Promise<string[]> {
  const graph = path.join(storage, 'graph');
  const files: string[] = [];
  for (const step of await readdir(graph)) {
    const folder = path.join(graph, step, collection);
    const names = await readdir(folder).catch(() => []);
    files.push(...names.map((name) => path.join(folder, name)));
  }
  return files;
}
