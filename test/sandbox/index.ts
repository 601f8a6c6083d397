export * from './organisation';
export type { Fault, FaultKind } from './faults';
export type { RateLimitOptions } from './rateLimit';
export {
  SANDBOX_API_KEY,
  startSandbox,
  type RequestRecord,
  type Sandbox,
  type SandboxOptions,
} from './server';
