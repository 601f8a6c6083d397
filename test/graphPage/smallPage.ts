import type { Browser, Page } from 'playwright-core';
import type { PageOptions } from '../../tools/graphPage/page';
import type { CollectedGraph } from '../e2e/graph';
import { generatedGraph } from './generatedGraph';
import { madeFinding } from './madeFinding';
import type { OpenedPage, WindowOptions } from './openedPage';
import { openPage } from './openedPage';

/** The VPC that a team and an app are connected to. */
export const VPC_KEY = 'outside:aws_vpc:["vpc-1"]';

/** Sixty entities, two ways to one VPC, and someone who may deploy to one app. */
export function smallGraph(): CollectedGraph {
  const graph = generatedGraph(60);
  graph.mappedRelationships.push(
    ...['heroku_team-0', 'heroku_application-1'].map((source) => ({
      _key: `${source}|connects|vpc-1`,
      _type: 'heroku_x_connects_aws_vpc',
      _class: 'CONNECTS',
      status: 'active',
      _mapping: {
        sourceEntityKey: source,
        relationshipDirection: 'FORWARD',
        targetFilterKeys: [['_type', 'vpcId']],
        targetEntity: { _type: 'aws_vpc', vpcId: 'vpc-1' },
      },
    })),
  );
  graph.relationships.push({
    _key: 'allows',
    _type: 'heroku_application_allows_account_member',
    _class: 'ALLOWS',
    _fromEntityKey: 'heroku_application-1',
    _toEntityKey: 'heroku_account_member-2',
    viewPermission: true,
    deployPermission: true,
  });
  return graph;
}

/** A finding of every state, in two groups. */
export const FINDINGS = [
  madeFinding({
    title: 'Who may?',
    theme: 'Access',
    level: 'HIGH',
    hits: [
      { text: '=app', keys: ['heroku_application-1'] },
      { text: 'b, "c"', keys: ['heroku_application-2'] },
    ],
  }),
  madeFinding({ title: 'Is there a way?', theme: 'Access', isBad: false }),
  madeFinding({
    title: 'What is where?',
    name: 'Near',
    theme: 'Network',
    state: 'notAnswered',
    reason: 'Turn the source spaces on.',
  }),
  madeFinding({
    title: 'What is where?',
    name: 'Far',
    theme: 'Network',
    state: 'partial',
    reason: 'One space was refused.',
    hits: [{ text: 'team-0', keys: ['heroku_team-0'] }],
  }),
];

/** What a test may want to be otherwise. */
export interface SmallPageOptions extends Partial<PageOptions> {
  window?: WindowOptions;
  graph?: CollectedGraph;
}

/** The small graph's page, opened anew for each test, which fails where the page complains or asks anyone. */
export interface SmallPage {
  open: (options?: SmallPageOptions) => Promise<Page>;
  /** The page that was opened last. */
  opened: () => OpenedPage;
}

/** Opens pages for the tests of a file, and closes them. */
export function useSmallPage(browser: () => Browser): SmallPage {
  let all: OpenedPage[] = [];
  afterEach(async () => {
    const complaints = all.flatMap((one) => one.complaints);
    const requests = all.flatMap((one) => one.requests);
    await Promise.all(all.map((one) => one.close()));
    all = [];
    expect({ complaints, requests }).toEqual({ complaints: [], requests: [] });
  });
  return {
    async open({ window, graph = smallGraph(), ...options } = {}) {
      const page = await openPage(
        browser(),
        graph,
        { source: 'x', findings: FINDINGS, ...options },
        window,
      );
      all.push(page);
      return page.page;
    },
    opened() {
      const last = all.at(-1);
      if (last === undefined) throw new Error('No page is open');
      return last;
    },
  };
}
