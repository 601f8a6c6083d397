import type { Outcome } from '../collectInMemory';
import { collectInMemory } from '../collectInMemory';
import type { CollectedGraph } from '../e2e/graph';
import type { Sandbox } from '../sandbox';
import { listOf, startSandbox } from '../sandbox';
import { byKey, defects, deletions, falsehoods } from './checks';
import type { ComparedOrganisation } from './comparedOrganisations';
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
  ingestAppDetails: boolean;
  right: CollectedGraph;
  /** What a complete collection asks for, in order. */
  asked: { route: string; path: string }[];
}

const FIR = '"fir"';

/** However much the first organisations show, so many are tried for every route. */
const FEWEST_TRIED = 2;

/**
 * Refuses routes, for one parent and for all, in several organisations with every source on, and compares the types
 * that are partial with those that differ from the complete graph. Organisations are tried until each partial type has
 * differed in one of them. A type that differs in none could not have differed: it is partial needlessly.
 */
export class ExactnessCheck {
  private constructor(private readonly served: readonly Served[]) {}

  static async start(
    organisations: readonly ComparedOrganisation[],
  ): Promise<ExactnessCheck> {
    const served: Served[] = [];
    for (const { organisation, ingestAppDetails } of organisations) {
      const sandbox = await startSandbox({
        organisation,
        rateLimit: { capacity: 1e9 },
        keepBodies: true,
      });
      const { graph, endedBy } = await collect(sandbox, ingestAppDetails);
      if (endedBy) throw endedBy;
      const asked = sandbox.requests.map(({ route, path }) => ({
        route,
        path,
      }));
      served.push({ sandbox, ingestAppDetails, right: graph, asked });
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
    const needless = () => [...partial].filter((type) => !differing.has(type));
    let tried = 0;
    for (const served of this.served) {
      if (tried >= FEWEST_TRIED && needless().length === 0) break;
      const struck = struckIn(served, route);
      tried += struck.length > 0 ? 1 : 0;
      for (const match of struck) {
        const outcome = await refusing(served, match);
        expectNothingLost(outcome, served, match);
        for (const type of outcome.partialTypes) partial.add(type);
        for (const type of differingTypes(outcome.graph, served.right)) {
          differing.add(type);
        }
      }
    }
    if (tried === 0) throw new Error(`Nothing asks for ${route.route}`);
    return {
      partial: [...partial].sort(),
      differing: [...differing].sort(),
      needless: needless().sort(),
      lessKnown: [...differing].filter((type) => !partial.has(type)).sort(),
    };
  }
}

function expectNothingLost(
  outcome: Outcome,
  { sandbox: { organisation }, right }: Served,
  match: string,
): void {
  const refused = `${match} in ${organisation.name}`;
  expect({
    refused,
    wrong: falsehoods(outcome.graph, right),
    deleted: deletions(outcome, right),
    defects: defects(outcome),
  }).toEqual({ refused, wrong: [], deleted: [], defects: [] });
}

/** What of a route is refused: all of it, and where it has parents, that of the first one too. */
function struckIn(
  { asked, sandbox }: Served,
  { route, mayBeRefusedByFir }: RouteClass,
): string[] {
  const fir = listOf(sandbox.organisation, '/spaces')
    .filter(
      ({ generation }) =>
        mayBeRefusedByFir && JSON.stringify(generation).includes(FIR),
    )
    .map(({ id }) => id as string);
  const first = asked.find(
    ({ path }) => isOf(path, route) && !fir.some((id) => path.includes(id)),
  );
  if (first === undefined) return [];
  return route.includes('}') ? [first.route, first.path] : [first.route];
}

async function refusing(
  { sandbox, ingestAppDetails }: Served,
  match: string,
): Promise<Outcome> {
  sandbox.inject({
    kind: 'status',
    status: 403,
    // A refusal by scope leaves the key proven, even where it is for the account itself.
    acceptedScopes: ['write-protected'],
    match,
    times: Infinity,
  });
  const outcome = await collect(sandbox, ingestAppDetails);
  sandbox.clearFaults();
  if (outcome.endedBy) throw outcome.endedBy;
  return outcome;
}

function collect(
  sandbox: Sandbox,
  ingestAppDetails: boolean,
): Promise<Outcome> {
  return collectInMemory(sandbox, {
    ingestAppDetails,
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
