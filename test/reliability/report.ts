import type { Extent } from './faultKinds';
import { settleSection, table } from './document';
import type { Cell } from './matrix';

const SHORT: Record<Cell['outcome'], string> = {
  'same graph': 'same',
  'without the list': 'empty',
  'less known': 'less',
  'known by its parent': 'rekeyed',
  partial: 'partial',
  'partial from there on': 'rest',
  'run ended': 'ended',
  'cannot happen': '–',
};

/** The results of a matrix, for the section of the documentation that shows them. */
export class Report {
  private readonly cells = new Map<string, Cell>();

  /** @param section between whose markers the tables are */
  constructor(
    private readonly section: string,
    private readonly kinds: readonly string[],
    private readonly routes: readonly string[],
  ) {}

  add(kind: string, route: string, extent: Extent, cell: Cell): void {
    this.cells.set(`${kind} ${route} ${extent}`, cell);
  }

  /** Compares the documentation with the results, or writes it anew. Every cell must have a result. */
  settle(): Promise<void> {
    return settleSection(this.section, this.render());
  }

  /** A row for each fault: what comes of it on most routes, and on which something else does. */
  private render(): string {
    return table(
      ['fault', 'once', 'for good', 'elsewhere'],
      this.kinds.map((kind) => {
        const routesBy = new Map<string, string[]>();
        for (const route of this.routes) {
          const outcomes = this.outcomes(kind, route);
          routesBy.set(outcomes, [...(routesBy.get(outcomes) ?? []), route]);
        }
        const [usual, ...others] = [...routesBy].sort(
          ([, a], [, b]) => b.length - a.length,
        );
        const [once = '', forGood = ''] = usual?.[0].split(', ') ?? [];
        return [kind, once, forGood, others.map(describe).join('; ')];
      }),
    );
  }

  /** `same, partial`: once, and for good. */
  private outcomes(kind: string, route: string): string {
    return (['once', 'for good'] as const)
      .map((extent) => {
        const cell = this.cells.get(`${kind} ${route} ${extent}`);
        if (cell === undefined) {
          throw new Error(`No result for ${kind} on ${route}, ${extent}`);
        }
        return SHORT[cell.outcome];
      })
      .join(', ');
  }
}

function describe([outcomes, routes]: [string, string[]]): string {
  const [once, forGood] = outcomes.split(', ');
  const short = once === forGood ? once : `${once}, then ${forGood}`;
  return `${short}: ${routes.map((route) => `\`${route}\``).join(', ')}`;
}
