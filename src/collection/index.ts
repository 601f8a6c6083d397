export { Collection, handover } from './collection';
export type { Converted, Handover, Parent } from './collection';
export type { HerokuStep, Needs, StepDeclaration } from './declaration';
export * from './parents';
export { runOf } from './run';
export type { ExecutionConfig, Run } from './run';
export { SharedList } from './sharedList';
export { defineStep, PROGRESS_INTERVAL_MS } from './step';
