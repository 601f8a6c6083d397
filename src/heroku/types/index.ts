export * from './accounts';
export * from './addons';
export * from './apps';
export * from './teams';
export type { Resource } from './fields';
