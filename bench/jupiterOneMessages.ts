/** What the benchmark tells the process that stands in for JupiterOne. */
export type ToJupiterOne =
  { what: 'begin'; latencyMs: number } | { what: 'end' };

/** What that process answers. */
export type FromJupiterOne =
  | { what: 'ready' }
  | {
      what: 'begun';
      /** What `j1-integration run` needs in its environment. */
      environment: Record<string, string>;
      /** The arguments that send it there. */
      runArguments: string[];
    }
  | { what: 'uploads'; uploads: Upload[]; jobs: string[] };

/** One request to JupiterOne. */
export interface Upload {
  /** The last part of its path: `jobs`, `entities`, `relationships`, `finalize`. */
  operation: string;
  /** When it came, in ms since 1970. */
  at: number;
  status: number | undefined;
  /** Entities and relationships in it. */
  objects: number;
}
