export { HerokuClient } from './client';
export type { Pages } from './client';
export type { Defects, Page } from './decode';
export * from './errors';
export { herokuBaseUrl } from './baseUrl';
export { plainProse } from './prose';
export type { TransportOptions } from './transport';
export type * from './types';
