import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { IntegrationStepResult } from '@jupiterone/integration-sdk-core';

import type {
  StoredEntity,
  StoredMappedRelationship,
  StoredRelationship,
} from '../jupiterone/graphObjects';
import {
  isRecord,
  isStoredEntity,
  isStoredMappedRelationship,
  isStoredRelationship,
} from '../jupiterone/graphObjects';

/** `summary.json` as the SDK writes it at the end of a collection. */
export interface CollectionSummary {
  integrationStepResults: IntegrationStepResult[];
  metadata: { partialDatasets: { types: string[] } };
}

/** What a collection wrote. Objects keep the order of their files, which says nothing. */
export interface CollectedGraph {
  entities: StoredEntity[];
  relationships: StoredRelationship[];
  mappedRelationships: StoredMappedRelationship[];
  /** Absent when the collection did not come to its end. */
  summary?: CollectionSummary;
}

/**
 * Reads all that a collection wrote.
 *
 * @param storageDirectory the `.j1-integration` folder
 * @throws when a file holds what is neither an entity nor a relationship
 */
export async function readGraph(
  storageDirectory: string,
): Promise<CollectedGraph> {
  const graph: CollectedGraph = {
    entities: [],
    relationships: [],
    mappedRelationships: [],
    summary: await readSummary(storageDirectory),
  };

  for (const file of await jsonFilesIn(path.join(storageDirectory, 'graph'))) {
    const content = JSON.parse(await readFile(file, 'utf8')) as unknown;
    if (!isRecord(content)) throw new Error(`${file} holds no object`);
    for (const entity of listIn(content.entities)) {
      if (!isStoredEntity(entity)) throw malformed(file, entity);
      graph.entities.push(entity);
    }
    for (const relationship of listIn(content.relationships)) {
      if (isStoredMappedRelationship(relationship)) {
        graph.mappedRelationships.push(relationship);
      } else if (isStoredRelationship(relationship)) {
        graph.relationships.push(relationship);
      } else {
        throw malformed(file, relationship);
      }
    }
  }
  return graph;
}

async function readSummary(
  storageDirectory: string,
): Promise<CollectionSummary | undefined> {
  try {
    const text = await readFile(
      path.join(storageDirectory, 'summary.json'),
      'utf8',
    );
    return JSON.parse(text) as CollectionSummary;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function jsonFilesIn(folder: string): Promise<string[]> {
  let children: Dirent[];
  try {
    children = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
  const files = await Promise.all(
    children.map(async (child) => {
      const childPath = path.join(folder, child.name);
      if (child.isDirectory()) return jsonFilesIn(childPath);
      return child.name.endsWith('.json') ? [childPath] : [];
    }),
  );
  return files.flat().sort();
}

function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isMissing(error: unknown): boolean {
  return isRecord(error) && error.code === 'ENOENT';
}

function malformed(file: string, object: unknown): Error {
  return new Error(
    `${file} holds what is no graph object: ${JSON.stringify(object)}`,
  );
}
