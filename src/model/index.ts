export * from './accounts';
export * from './accountRelationships';
export * from './addons';
export * from './addonRelationships';
export * from './addonServices';
export * from './applications';
export * from './applicationRelationships';
export {
  createEntity,
  createMappedRelationship,
  createRelationship,
  keyOf,
} from './create';
export * from './credentialRelationships';
export * from './credentials';
export * from './deployments';
export * from './dataStores';
export type {
  EntityDeclaration,
  MappedRelationshipDeclaration,
  RelationshipDeclaration,
} from './declare';
export * from './domains';
export * from './domainRelationships';
export * from './egress';
export * from './features';
export * from './governance';
export * from './pipelines';
export * from './pipelineRelationships';
export * from './processes';
export type { Property, ValuesOf } from './properties';
export * from './spaces';
export * from './spaceRelationships';
export * from './stacks';
export * from './teams';
export * from './telemetry';
export * from './transfers';
export * from './teamRelationships';
export * from './users';
export * from './userRelationships';
