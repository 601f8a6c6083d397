import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CollectedGraph } from '../../test/e2e/graph';
import type { Consumer } from './consumer';
import { ENTITY_VALIDATOR } from './sdk';

/** What a newer data model says against a property of ours. */
export interface Contradiction {
  type: string;
  className: string;
  property: string;
  says: string;
}

/** Run in the consumer's folder, with its data model and the stand-in for the SDK's validator. */
const PROGRAM = `
const { entitySchemas } = require('@jupiterone/data-model');
const { EntityValidator } = require('${ENTITY_VALIDATOR}');

const validator = new EntityValidator({ schemas: Object.values(entitySchemas) });
const propertiesOf = (schema) => ({
  ...schema.properties,
  ...Object.assign({}, ...(schema.allOf ?? []).map(propertiesOf)),
  ...(schema.$ref ? propertiesOf(entitySchemas[schema.$ref.slice(1)]) : {}),
});
const found = [];
for (const entity of require('./entities.json')) {
  for (const { schemaId, property, message } of validator.validateEntity(entity).errors) {
    found.push([entity._type, schemaId.slice(1), property, message]);
  }
  for (const className of entity._class) {
    for (const [property, { deprecated, description }] of Object.entries(propertiesOf(entitySchemas[className]))) {
      if (deprecated && entity[property] !== undefined) {
        found.push([entity._type, className, property, 'deprecated: ' + description]);
      }
    }
  }
}
console.log(JSON.stringify([...new Set(found.map((one) => JSON.stringify(one)))].map((one) => JSON.parse(one))));
`;

/** What the data model of a consumer says against a graph, each once, by type and property. */
export async function contradictionsIn(
  consumer: Consumer,
  { entities }: CollectedGraph,
): Promise<Contradiction[]> {
  await writeFile(
    path.join(consumer.folder, 'entities.json'),
    JSON.stringify(entities),
  );
  const output = await consumer.mustRun(process.execPath, ['-e', PROGRAM]);
  const found = JSON.parse(output) as [string, string, string, string][];

  const merged = new Map<string, Contradiction & { messages: Set<string> }>();
  for (const [type, className, property, message] of found) {
    const key = `${type} ${property}`;
    const known = merged.get(key) ?? {
      type,
      className,
      property,
      says: '',
      messages: new Set<string>(),
    };
    known.messages.add(message);
    merged.set(key, known);
  }
  return [...merged.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { messages, ...contradiction }]) => ({
      ...contradiction,
      says: sentence([...messages]),
    }));
}

/** Ajv says of alternatives what each wants, and then that none fits. */
function sentence(messages: string[]): string {
  if (messages.some((message) => message.startsWith('must have required'))) {
    return 'is required';
  }
  const deprecated = messages.find((message) =>
    message.startsWith('deprecated'),
  );
  if (deprecated !== undefined) {
    return deprecated;
  }
  return messages
    .filter((message) => !message.startsWith('must match exactly one'))
    .sort()
    .join(' or ');
}

/** The contradictions as a table in Markdown. */
export function contradictionsTable(
  contradictions: readonly Contradiction[],
): string {
  return [
    '| Type | Class | Property | The new data model says |',
    '| --- | --- | --- | --- |',
    ...contradictions.map(
      ({ type, className, property, says }) =>
        `| \`${type}\` | ${className} | \`${property}\` | ${says} |`,
    ),
  ].join('\n');
}
