import { RelationshipDirection } from '@jupiterone/integration-sdk-core';
import { ingestionConfig } from '../src/ingestion';
import type {
  EntityDeclaration,
  Property,
  RelationshipDeclaration,
} from '../src/model';
import { integrationSteps } from '../src/steps';
import type { HerokuStep } from '../src/collection';

/** A relationship with an entity of another integration: JupiterOne finds its end. */
type MappedRelationship = NonNullable<
  HerokuStep['mappedRelationships']
>[number] & {
  description?: string;
  properties?: Readonly<Record<string, Property>>;
};

type AnyRelationship = RelationshipDeclaration | MappedRelationship;

/** `docs/data-model.md`: every type with its properties, and a picture of the whole graph. */
export function dataModelDocument(): string {
  const entities = uniqueByType(integrationSteps.flatMap((s) => s.entities));
  const relationships = uniqueByType<AnyRelationship>(
    integrationSteps.flatMap((step) => [
      ...step.relationships,
      ...((step.mappedRelationships ?? []) as MappedRelationship[]),
    ]),
  );
  return [
    '# Data model',
    '',
    '<!-- Generated from the declarations in src/model and src/steps by "npm run document:model". Do not edit. -->',
    '',
    'Every type that this integration creates, with every property. Properties that Heroku does not return are omitted: we do not guess them, and unknown is not `false`. Times are milliseconds since 1970. The `_key` of `heroku_account`, `heroku_account_member`, `heroku_team`, `heroku_application` and `heroku_addon` is the id in Heroku; every other key is `<type>:<id>`.',
    '',
    '## The graph',
    '',
    'Solid lines are the documented graph, which is always collected; dashed ones belong to ingestion sources that can be turned off.',
    '',
    mermaid(relationships),
    '',
    '## Entities',
    '',
    ...entities.flatMap(entitySection),
    '## Relationships',
    '',
    ...relationships.flatMap(relationshipSection),
    '## Sources',
    '',
    'The requests of each step. E is the number of enterprise accounts, T of teams, A of apps, P of pipelines and S of Private Spaces. Each list takes one more request for every further 1,000 entries.',
    '',
    ...sourceTable(),
    '',
  ].join('\n');
}

function uniqueByType<D extends { _type: string }>(declarations: D[]): D[] {
  return [...new Map(declarations.map((d) => [d._type, d])).values()].sort(
    (a, b) => (a._type < b._type ? -1 : 1),
  );
}

function mermaid(relationships: AnyRelationship[]): string {
  const alwaysOn = new Set(
    integrationSteps
      .filter(({ ingestionSourceId }) => ingestionSourceId === undefined)
      .flatMap((step) => step.relationships.map(({ _type }) => _type)),
  );
  const lines = relationships.map((relationship) => {
    const { _type, _class } = relationship;
    const [from, to] = ends(relationship);
    return alwaysOn.has(_type)
      ? `  ${from} -->|${_class}| ${to}`
      : `  ${from} -.->|${_class}| ${to}`;
  });
  return ['```mermaid', 'graph LR', ...lines, '```'].join('\n');
}

/** The types that a relationship leads from and to: the SDK names ours first, whatever the direction. */
function ends(relationship: AnyRelationship): [string, string] {
  const { sourceType, targetType } = relationship;
  const isReverse =
    'direction' in relationship &&
    relationship.direction === RelationshipDirection.REVERSE;
  return isReverse ? [targetType, sourceType] : [sourceType, targetType];
}

function entitySection(entity: EntityDeclaration): string[] {
  return [
    `### ${entity.resourceName}`,
    '',
    `\`${entity._type}\`, of the class ${entity._class.map((name) => `\`${name}\``).join(', ')}. ${entity.description}${fromSources(entity._type)}`,
    '',
    ...propertyTable(entity.properties),
    '',
  ];
}

function relationshipSection(relationship: AnyRelationship): string[] {
  const { _type, _class } = relationship;
  const [from, to] = ends(relationship);
  const properties = relationship.properties ?? {};
  const mapped = 'direction' in relationship ? ' A mapped relationship.' : '';
  return [
    `### \`${_type}\``,
    '',
    `\`${from}\` **${_class}** \`${to}\`. ${relationship.description ?? ''}${mapped}${fromSources(_type)}`,
    '',
    ...(Object.keys(properties).length > 0
      ? [...propertyTable(properties), '']
      : []),
  ];
}

/** Which sources a type comes from, where none of its steps is always on. */
function fromSources(type: string): string {
  const steps = integrationSteps.filter((step) =>
    [
      ...step.entities,
      ...step.relationships,
      ...(step.mappedRelationships ?? []),
    ].some(({ _type }) => _type === type),
  );
  if (steps.some(({ ingestionSourceId }) => ingestionSourceId === undefined)) {
    return '';
  }
  const sources = new Set(steps.map((step) => `\`${step.ingestionSourceId}\``));
  return ` Source: ${[...sources].join(', ')}.`;
}

function propertyTable(properties: Readonly<Record<string, Property>>) {
  return [
    '| Property | Type | What it says |',
    '| --- | --- | --- |',
    ...Object.entries(properties).map(
      ([name, { type, items, format, description }]) =>
        `| \`${name}\` | ${typeName(type, items?.type, format)} | ${description} |`,
    ),
  ];
}

function typeName(type: string, items?: string, format?: string): string {
  if (format === 'date-time') {
    return 'time';
  }
  return items === undefined ? type : `${items}[]`;
}

function sourceTable(): string[] {
  return [
    '| Source | Step | Requests | Only with "Ingest App Details" |',
    '| --- | --- | --- | --- |',
    ...integrationSteps.map(
      ({ ingestionSourceId, name, requests, isPerApp }) =>
        `| ${ingestionSourceId ? (ingestionConfig[ingestionSourceId]?.title ?? ingestionSourceId) : 'always on'} | ${name} | ${requests} | ${isPerApp ? 'yes' : ''} |`,
    ),
  ];
}
