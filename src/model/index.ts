export {
  createEntity,
  createMappedRelationship,
  createRelationship,
  declareEntity,
  declareMappedRelationship,
  declareRelationship,
} from './declare';
export type {
  EntityDeclaration,
  MappedRelationshipDeclaration,
  Property,
  RelationshipDeclaration,
} from './declare';
export * from './keys';
export * from './links';
export { ACCOUNT } from './accounts';
export * from './access';
export * from './addonServices';
export * from './credentials';
export * from './domains';
export * from './egress';
export * from './governance';
export * from './pipelines';
export * from './processes';
export * from './spaces';
export * from './stacks';
export * from './unordered';
export { ADDON } from './addons';
export { APPLICATION } from './applications';
export { TEAM } from './teams';
export { USER } from './users';
export * from './relationships';
