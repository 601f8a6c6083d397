export {
  createEntity,
  createRelationship,
  declareEntity,
  declareRelationship,
} from './declare';
export type {
  EntityDeclaration,
  Property,
  RelationshipDeclaration,
} from './declare';
export * from './keys';
export * from './links';
export { ACCOUNT } from './accounts';
export * from './addonServices';
export * from './governance';
export * from './pipelines';
export * from './stacks';
export { ADDON } from './addons';
export { APPLICATION } from './applications';
export { TEAM } from './teams';
export { USER } from './users';
export * from './relationships';
