export * from './organisation';
export type { Fault, FaultKind } from './faults';
export type { RateLimitOptions } from './rateLimit';
export type { RequestRecord, Sandbox, SandboxOptions } from './sandbox';
export { SANDBOX_API_KEY, startSandbox } from './server';
