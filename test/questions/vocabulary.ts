import { RelationshipDirection } from '@jupiterone/integration-sdk-core';
import type { Property } from '../../src/model';
import { METADATA } from './j1ql/metadata';
import type { HerokuStep } from '../../src/collection';

/** The type of a property, as far as a comparison cares. */
export type PropertyType = 'string' | 'number' | 'boolean';

export interface EntityName {
  type: string;
  classes: readonly string[];
  properties: ReadonlyMap<string, PropertyType>;
}

export interface RelationshipName {
  /** JupiterOne makes it, of things that have something in common: a query does not say in which direction. */
  isMadeByJupiterOne?: boolean;
  from: string;
  verb: string;
  to: string;
  properties: ReadonlyMap<string, PropertyType>;
}

/** Every name that a query may use. */
export interface Vocabulary {
  entities: readonly EntityName[];
  relationships: readonly RelationshipName[];
}

type Declarations = Pick<
  HerokuStep,
  'entities' | 'relationships' | 'mappedRelationships'
>;

/** Properties of what other integrations collect, beyond those by which it is found. */
const ELSEWHERE: Readonly<Record<string, Record<string, PropertyType>>> = {
  aws_vpc: { accountId: 'string', region: 'string', displayName: 'string' },
  github_repo: { displayName: 'string', public: 'boolean' },
  domain_record: {
    displayName: 'string',
    name: 'string',
    type: 'string',
    value: 'string',
  },
};

/** Things of other integrations that JupiterOne itself joins to those of this one, by their class. */
const JOINED: readonly (EntityName & { verb: string; to: string })[] = [
  {
    // By the e-mail address.
    type: 'Person',
    verb: 'IS',
    to: 'heroku_account_member',
    classes: [],
    properties: new Map([
      ['active', 'boolean'],
      ['displayName', 'string'],
    ]),
  },
];

/** The names that steps declare, and those of what JupiterOne joins to it. */
export function vocabularyOf(steps: readonly Declarations[]): Vocabulary {
  const entities = new Map<string, EntityName>();
  const relationships = new Map<string, RelationshipName>();
  for (const step of steps) {
    for (const { _type, _class, properties } of step.entities) {
      entities.set(_type, {
        type: _type,
        classes: _class,
        properties: typesOf(properties),
      });
    }
    for (const declared of step.relationships) {
      const { _type, _class, sourceType, targetType, properties } = declared;
      relationships.set(_type, {
        from: sourceType,
        verb: _class,
        to: targetType,
        properties: typesOf(properties),
      });
    }
    for (const mapped of step.mappedRelationships ?? []) {
      const { _type, _class, sourceType, targetType, direction, target } =
        mapped;
      const isForward = direction === RelationshipDirection.FORWARD;
      relationships.set(_type, {
        from: isForward ? sourceType : targetType,
        verb: _class,
        to: isForward ? targetType : sourceType,
        properties: typesOf(mapped.properties),
      });
      const found = target.foundBy.map((key) => [key, 'string'] as const);
      const known = Object.entries(ELSEWHERE[targetType] ?? {});
      entities.set(targetType, {
        type: targetType,
        classes: target._class === undefined ? [] : [target._class],
        properties: new Map([...found, ...known]),
      });
    }
  }
  return {
    entities: [...entities.values(), ...JOINED],
    relationships: [
      ...relationships.values(),
      ...JOINED.map(({ type, verb, to }) => ({
        from: type,
        verb,
        to,
        isMadeByJupiterOne: true,
        properties: new Map<string, PropertyType>(),
      })),
    ],
  };
}

/** The properties by their types, and what JupiterOne keeps of everything. An array compares as its elements do. */
function typesOf(
  properties: Readonly<Record<string, Property>>,
): Map<string, PropertyType> {
  return new Map<string, PropertyType>([
    ...METADATA,
    ...Object.entries(properties).map(
      ([name, { type }]): [string, PropertyType] => [
        name,
        type === 'array' ? 'string' : type,
      ],
    ),
  ]);
}
