/** What a request to the synchronization API asks for. */
export type Operation =
  | 'create'
  | 'status'
  | 'entities'
  | 'relationships'
  | 'events'
  | 'finalize'
  | 'abort';

interface FaultScope {
  /** The operations that it strikes; by default both kinds of upload. */
  on?: Operation | Operation[];
  /** How many requests it strikes; by default every one until it is lifted. */
  times?: number;
  /** Strikes only requests whose body has this text in it, such as a `_type`. */
  containing?: string;
}

export type Fault = FaultScope &
  (
    | {
        /** Answers with this status and JupiterOne's form of an error. */
        kind: 'status';
        status: number;
        code?: string;
        message?: string;
        /** The request does its work before the error is sent: a repetition finds it done. */
        afterWork?: boolean;
      }
    | {
        /** Answers 413 to bodies above this size. */
        kind: 'tooLarge';
        limitBytes: number;
      }
    /** JupiterOne has ended the job meanwhile: what comes now is refused with JOB_NOT_AWAITING_UPLOADS. */
    | { kind: 'jobEnded' }
    /** The connection is closed without an answer. */
    | { kind: 'close' }
  );

interface ActiveFault {
  fault: Fault;
  remaining: number;
}

/** The faults that are in force. */
export class Faults {
  private readonly active = new Set<ActiveFault>();

  /** Puts a fault in force. Returns what lifts it. */
  inject(fault: Fault): () => void {
    const entry = { fault, remaining: fault.times ?? Infinity };
    this.active.add(entry);
    return () => {
      this.active.delete(entry);
    };
  }

  /** The fault that strikes this request, if any; it counts as spent once. */
  strike(operation: Operation, body: string): Fault | undefined {
    for (const entry of this.active) {
      const { fault } = entry;
      if (
        ![fault.on ?? ['entities', 'relationships']].flat().includes(operation)
      ) {
        continue;
      }
      if (!body.includes(fault.containing ?? '')) continue;
      if (
        fault.kind === 'tooLarge' &&
        Buffer.byteLength(body) <= fault.limitBytes
      ) {
        continue;
      }
      entry.remaining -= 1;
      if (entry.remaining <= 0) this.active.delete(entry);
      return fault;
    }
    return undefined;
  }
}
