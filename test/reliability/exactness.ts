import type { Outcome } from '../collectInMemory';
import { collectInMemory } from '../collectInMemory';
import type { CollectedGraph } from '../e2e/graph';
import type { Organisation, Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { byKey, defects, deletions, falsehoods } from './checks';
import { JumpingClock } from './jumpingClock';
import type { RouteClass } from './routeClasses';
import { isOf } from './routeClasses';

/** What the refusal of one route makes partial, and what it could change, over all organisations. */
export interface Exactness {
  /** The types that are partial: the same in every organisation, whatever the number of parents refused. */
  partial: string[];
  /** Those that differ from the complete graph in at least one organisation. */
  differing: string[];
  /** Partial, and the same in every organisation. */
  needless: string[];
  /**
   * Not partial, but with less to say of things that are there: what would have enriched them is unknown. Nothing of
   * these types is missing.
   */
  lessKnown: string[];
}

/** An organisation that is served, and its complete graph. */
interface Served {
  sandbox: Sandbox;
  right: CollectedGraph;
  /** What a complete collection asks for, in order. */
  asked: { route: string; path: string }[];
}

/**
 * Refuses routes, for one parent and for all, in several organisations with every source on, and compares the types
 * that are partial with those that differ from the complete graph. A type that differs in none of them could not have
 * differed: it is partial needlessly.
 */
export class ExactnessCheck {
  private constructor(private readonly served: readonly Served[]) {}

  static async start(
    organisations: readonly Organisation[],
  ): Promise<ExactnessCheck> {
    const served: Served[] = [];
    for (const organisation of organisations) {
      const sandbox = await startSandbox({
        organisation,
        rateLimit: { capacity: 1e9 },
        keepBodies: true,
      });
      const { graph, endedBy } = await collect(sandbox);
      if (endedBy) throw endedBy;
      const asked = sandbox.requests.map(({ route, path }) => ({
        route,
        path,
      }));
      served.push({ sandbox, right: graph, asked });
    }
    return new ExactnessCheck(served);
  }

  async stop(): Promise<void> {
    await Promise.all(this.served.map(({ sandbox }) => sandbox.close()));
  }

  /** What comes of refusing a route. Fails where anything is missing whose type is not partial, or is wrong. */
  async of(route: RouteClass): Promise<Exactness> {
    const partial = new Set<string>();
    const differing = new Set<string>();
    let wasAsked = false;
    for (const { sandbox, right, asked } of this.served) {
      for (const match of struckIn(asked, route)) {
        wasAsked = true;
        const outcome = await refusing(sandbox, match);
        if (falsehoods(outcome.graph, right).length)
          process.stdout.write(
            `  FALSE ${sandbox.organisation.name} ${match} ${falsehoods(outcome.graph, right).join('; ').slice(0, 300)}\n`,
          );
        if (deletions(outcome, right).length)
          process.stdout.write(
            `  DELETED ${sandbox.organisation.name} ${match} ${deletions(outcome, right).join('; ').slice(0, 300)}\n`,
          );
        expect(defects(outcome)).toEqual([]);
        for (const type of outcome.partialTypes) partial.add(type);
        for (const type of differingTypes(outcome.graph, right)) {
          differing.add(type);
        }
      }
    }
    if (!wasAsked) throw new Error(`Nothing asks for ${route.route}`);
    return {
      partial: [...partial].sort(),
      differing: [...differing].sort(),
      needless: [...partial].filter((type) => !differing.has(type)).sort(),
      lessKnown: [...differing].filter((type) => !partial.has(type)).sort(),
    };
  }
}

/** What of a route is refused: all of it, and where it has parents, that of the first one too. */
function struckIn(asked: Served['asked'], { route }: RouteClass): string[] {
  const first = asked.find(({ path }) => isOf(path, route));
  if (first === undefined) return [];
  return route.includes('}') ? [first.route, first.path] : [first.route];
}

async function refusing(sandbox: Sandbox, match: string): Promise<Outcome> {
  sandbox.inject({
    kind: 'status',
    status: 403,
    // A refusal by scope leaves the key proven, even where it is for the account itself.
    acceptedScopes: ['write-protected'],
    match,
    times: Infinity,
  });
  const outcome = await collect(sandbox);
  sandbox.clearFaults();
  if (outcome.endedBy) throw outcome.endedBy;
  return outcome;
}

function collect(sandbox: Sandbox): Promise<Outcome> {
  return collectInMemory(sandbox, {
    ingestAppDetails: true,
    heroku: { clock: new JumpingClock() },
  });
}

function differingTypes(
  graph: CollectedGraph,
  right: CollectedGraph,
): Set<string> {
  const is = byKey(graph);
  const shouldBe = byKey(right);
  const types = new Set<string>();
  for (const [key, object] of [...is, ...shouldBe]) {
    if (JSON.stringify(is.get(key)) !== JSON.stringify(shouldBe.get(key))) {
      types.add(object._type);
    }
  }
  return types;
}
