export * from './organisation';
export type { Duration, Fault, FaultKind, Shape } from './faults';
export type { RateLimitOptions } from './rateLimit';
export type { RequestRecord, Sandbox, SandboxOptions } from './sandbox';
export { SANDBOX_API_KEY, startSandbox } from './server';
