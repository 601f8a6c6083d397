import type { CollectOptions, Outcome } from '../collectInMemory';
import { collectInMemory } from '../collectInMemory';
import type { CollectedGraph } from '../e2e/graph';
import type { Organisation, Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import {
  deletions,
  defects,
  differences,
  falsehoods,
  LONGEST_MS,
  losses,
  numbersOf,
  typesBehind,
  unsaid,
} from './checks';
import type { Expected, Extent, FaultKind, Only } from './faultKinds';
import { WITHOUT_IDS } from './faultKinds';
import type { RouteClass, Target } from './routeClasses';
import { listsNaming, targetIn } from './routeClasses';
import { optionalSources } from './sources';
import { VirtualClock } from './virtualClock';

/** No fault of the matrix is an empty bucket. */
const RATE_LIMIT = { capacity: 1_000_000 };

/** What faults are tried on. */
export interface MatrixOptions {
  organisation: Organisation;
  /** So small that every list but the shortest has several pages. */
  pageSize: number;
  /** The ingestion sources that are on when a route is struck, beside the documented graph. */
  sourcesFor: (route: RouteClass) => ReadonlySet<string>;
}

/** What came of one fault on one route, for the table. */
export interface Cell {
  outcome:
    | 'same graph'
    | 'without the list'
    | 'less known'
    | 'known by its parent'
    | 'partial'
    | 'partial from there on'
    | 'run ended'
    | 'cannot happen';
}

/** A fault, and what came of it. */
interface Tried {
  outcome: Outcome;
  /** What is collected without it. */
  right: CollectedGraph;
  route: RouteClass;
  kind: FaultKind;
  target: Target;
}

/** A simulated organisation, what is right of it, and the collections that faults are tried on. */
export class Matrix {
  private readonly emptied = new Map<string, CollectedGraph>();
  private readonly right = new Map<string, CollectedGraph>();

  private constructor(
    private readonly options: MatrixOptions,
    private readonly sandbox: Sandbox,
  ) {}

  static async start(options: MatrixOptions): Promise<Matrix> {
    return new Matrix(options, await serve(options));
  }

  async stop(): Promise<void> {
    await this.sandbox.close();
  }

  /** Collects under one fault, and checks what came of it against what must. */
  async check(
    kind: FaultKind,
    route: RouteClass,
    extent: Extent,
  ): Promise<Cell> {
    const expected = expectedOf(kind, route, extent);
    if (expected === undefined) {
      return { outcome: 'cannot happen' };
    }
    const target = targetIn(this.options.organisation, route);
    const { sandbox } = this;
    const right = await this.rightFor(route);
    const clock = new VirtualClock(sandbox);
    sandbox.requests.length = 0;
    kind.inject({ sandbox, target, extent, clock });
    const outcome = await this.collect(sandbox, route, {
      clock,
      ...kind.tuning,
    });
    const struck = sandbox.requests.some(
      ({ fault, route: pattern }) =>
        fault !== undefined && pattern === target.pattern,
    );
    sandbox.clearFaults();
    await kind.heal?.(sandbox);
    sandbox.closeIdleConnections();

    if (!struck) {
      throw outcome.endedBy ?? new Error(`Nothing asked for ${target.path}`);
    }
    expect(outcome.durationMs).toBeLessThan(LONGEST_MS);
    await this.expectations[expected]({ outcome, right, route, kind, target });
    return cellOf(outcome, expected);
  }

  private readonly expectations: Record<
    Expected,
    (tried: Tried) => void | Promise<void>
  > = {
    same: ({ outcome, right }) => {
      expectComplete(outcome);
      expect(differences(outcome.graph, right)).toEqual([]);
    },

    partial: async ({ outcome, right, route, kind, target }) => {
      expect(outcome.failedSteps).toEqual([...route.steps].sort());
      expect(outcome.partialTypes).toEqual(
        typesBehind(route.steps, outcome.stepsRun),
      );
      expect(unsaid(outcome, route, kind)).toEqual([]);
      expectNothingFalse(outcome, right);
      if (target.parent && !kind.strikesAll) {
        expect(
          losses(outcome.graph, await this.without(target, route), right),
        ).toEqual([]);
      }
    },

    rest: ({ outcome, right, route, kind }) => {
      expect(outcome.failedSteps).toEqual(
        expect.arrayContaining([...route.steps]),
      );
      expect(outcome.warnings.length).toBeGreaterThan(0);
      for (const warning of outcome.warnings) {
        expect(warning).toMatch(kind.status);
        expect(warning).toMatch(kind.remedy);
      }
      expectNothingFalse(outcome, right);
    },

    gone: async ({ outcome, route, target }) => {
      expectComplete(outcome);
      expect(
        differences(outcome.graph, await this.without(target, route)),
      ).toEqual([]);
    },

    less: ({ outcome, right, kind: { status, remedy } }) => {
      expectNothingFalse(outcome, right);
      const { warnings, failedSteps } = outcome;
      expect(warnings.length > 0).toBe(failedSteps.length > 0);
      // Others tell of what follows from it, as where a space does not say what it lacks and is asked for it.
      expect(
        warnings.some((text) => status.test(text) && remedy.test(text)),
      ).toBe(failedSteps.length > 0);
    },

    rekeyed: ({ outcome, right }) => {
      expectComplete(outcome);
      expect(numbersOf(outcome.graph)).toEqual(numbersOf(right));
    },

    ended: ({ outcome: { endedBy, graph }, kind: { status } }) => {
      expect(endedBy?.message).toMatch(status);
      expect(graph.summary).toBeUndefined();
    },
  };

  /** What is collected where nothing goes wrong, with the sources that are on for a route. */
  private async rightFor(route: RouteClass): Promise<CollectedGraph> {
    const sources = [...this.options.sourcesFor(route)].sort().join(' ');
    const known = this.right.get(sources);
    if (known) {
      return known;
    }
    const { graph, endedBy } = await this.collect(this.sandbox, route);
    if (endedBy) {
      throw endedBy;
    }
    this.right.set(sources, graph);
    return graph;
  }

  /** Collects on a clock that jumps. */
  private collect(
    sandbox: Sandbox,
    route: RouteClass,
    tuning: CollectOptions['heroku'] = { clock: new VirtualClock(sandbox) },
  ): Promise<Outcome> {
    const sources = this.options.sourcesFor(route);
    return collectInMemory(sandbox, {
      disabledSources: optionalSources.filter((source) => !sources.has(source)),
      ingestAppDetails: true,
      heroku: { timeoutMs: 5_000, ...tuning },
    });
  }

  /** The graph of the organisation without what is at these paths. */
  private async without(
    target: Target,
    route: RouteClass,
  ): Promise<CollectedGraph> {
    const { path, goneWith } = target;
    const known = this.emptied.get(path);
    if (known) {
      return known;
    }
    const graph = await this.collectWithout([path, ...goneWith], route);
    this.emptied.set(path, graph);
    return graph;
  }

  /** What is then "not found" of a parent that is there leaves the same out as what is gone with its parent. */
  private async collectWithout(
    paths: string[],
    route: RouteClass,
  ): Promise<CollectedGraph> {
    const { organisation } = this.options;
    const resources = new Map(organisation.resources);
    for (const path of paths) {
      if (Array.isArray(resources.get(path)) && !route.becomesOne) {
        resources.set(path, []);
      } else {
        resources.delete(path);
      }
    }
    const sandbox = await serve({
      ...this.options,
      organisation: { ...organisation, resources },
    });
    const { graph, endedBy } = await this.collect(sandbox, route);
    await sandbox.close();
    if (endedBy) {
      throw endedBy;
    }
    return graph;
  }
}

function serve({ organisation, pageSize }: MatrixOptions): Promise<Sandbox> {
  return startSandbox({
    organisation,
    maxPageSize: pageSize,
    rateLimit: RATE_LIMIT,
    // Hundreds of collections ask for the same pages.
    keepBodies: true,
  });
}

function expectNothingFalse(outcome: Outcome, right: CollectedGraph): void {
  expect(outcome.endedBy).toBeUndefined();
  expect(falsehoods(outcome.graph, right)).toEqual([]);
  expect(deletions(outcome, right)).toEqual([]);
  expect(defects(outcome)).toEqual([]);
}

function expectComplete(outcome: Outcome): void {
  expect(outcome.endedBy).toBeUndefined();
  expect(outcome.failedSteps).toEqual([]);
  expect(outcome.partialTypes).toEqual([]);
  expect(outcome.warnings).toEqual([]);
  expect(defects(outcome)).toEqual([]);
}

/** What must come of a fault on a route; `undefined` where it cannot strike there. */
function expectedOf(
  kind: FaultKind,
  route: RouteClass,
  extent: Extent,
): Expected | undefined {
  const { name, only, isHerokusNotFound, leavesKeyProven, refusesKey } = kind;
  if (only !== undefined && !CAN_STRIKE[only](route)) {
    return undefined;
  }
  if (route.notFoundIsAnswer && isHerokusNotFound) {
    return 'gone';
  }
  if (route.hasNoIds && name.startsWith('206')) {
    return 'partial';
  }
  if (route.needsNoId && name === WITHOUT_IDS) {
    return 'rekeyed';
  }
  const expected = kind.expected[extent];
  const isProven = leavesKeyProven || (expected === 'same' && !refusesKey);
  return route.provesKey && !isProven ? 'ended' : expected;
}

const CAN_STRIKE: Record<Only, (route: RouteClass) => boolean> = {
  lists: ({ isObject }) => !isObject,
  'what has a parent': ({ route }) => route.includes('}'),
  'what a list names': ({ route }) => listsNaming(route).length > 0,
};

function cellOf({ endedBy, partialTypes }: Outcome, expected: Expected): Cell {
  if (endedBy) {
    return { outcome: 'run ended' };
  }
  if (partialTypes.length > 0) {
    return {
      outcome: expected === 'rest' ? 'partial from there on' : 'partial',
    };
  }
  switch (expected) {
    case 'gone':
      return { outcome: 'without the list' };
    // Where a step without types of its own has failed, no type is partial.
    case 'partial':
    case 'less':
      return { outcome: 'less known' };
    case 'rekeyed':
      return { outcome: 'known by its parent' };
    default:
      return { outcome: 'same graph' };
  }
}
