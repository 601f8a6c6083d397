/** The variables by which the benchmark tells a measured process what to do. */
export const Variables = {
  /** Ingestion sources that are off, with commas between them. */
  DISABLED_SOURCES: 'BENCH_DISABLED_SOURCES',
  /** Most requests in flight; the client's own number where it is not set. */
  CONCURRENCY: 'BENCH_CONCURRENCY',
  /** The file of prepared graph objects that the floor adds. */
  GRAPH_FILE: 'BENCH_GRAPH_FILE',
  /** Set where the floor makes its objects by the SDK's functions, and has them checked. */
  MAKING: 'BENCH_MAKING',
  /** The file of requests that are read and forgotten. */
  REQUESTS_FILE: 'BENCH_REQUESTS_FILE',
  /** Where a process that ends leaves what it used. */
  USAGE_FILE: 'BENCH_USAGE_FILE',
} as const;
