import type { Finding } from '../../tools/graphPage/findings';
import { findingsOf } from '../../tools/graphPage/findings';
import { readQuestions } from '../../tools/questions/questions';
import type { EnterpriseOptions } from './collectEnterprise';
import { collectEnterprise, NOW } from './collectEnterprise';
import { withFurtherCases } from './furtherCases';
import { VARIABLES } from './variables';

/** What each query says, by question and name, of an organisation that was collected in a certain way. */
type Answers = Map<string, Finding>;

async function answersWith(options?: EnterpriseOptions): Promise<Answers> {
  const findings = findingsOf(
    readQuestions(),
    withFurtherCases(await collectEnterprise(options), NOW),
    { now: NOW, variables: VARIABLES },
  );
  return new Map(
    findings.map((finding) => [
      [finding.title, finding.name].filter(Boolean).join(': '),
      finding,
    ]),
  );
}

function hitsIn(answer: Finding | undefined): string[] {
  return (answer?.hits ?? []).map(({ keys }) => keys.join(' ')).sort();
}

function statesOf(answers: Answers, state: Finding['state']): string[] {
  return [...answers]
    .filter(([, finding]) => finding.state === state)
    .map(([label]) => label);
}

/** Refuses what one team is asked for. */
function refused(route: string, times = Infinity): EnterpriseOptions {
  return {
    faults: [
      {
        kind: 'status',
        status: 403,
        herokuId: 'forbidden',
        match: route,
        times,
      },
    ],
  };
}

let whole: Answers;

beforeAll(async () => {
  whole = await answersWith();
});

test('of all that there is, every query finds something, but for those about things of other integrations or about changes', () => {
  const elsewhere = [...whole.values()].filter(
    ({ reason }) =>
      reason?.startsWith('needs data of other integrations') ||
      reason === 'asks for what changed between two runs; ask it in JupiterOne',
  );
  expect(statesOf(whole, 'found')).toHaveLength(whole.size - elsewhere.length);
  expect(statesOf(whole, 'notAnswered')).toHaveLength(elsewhere.length);
});

/** Queries that stand on what is read app by app. */
const IS_PER_APP =
  /heroku_(domain|certificate|log_drain|webhook|process|application_endpoint|application_features)\b/;

/** Queries that stand on what only a key of the scope global may read: members of teams, what teams set, credentials. */
const NEEDS_GLOBAL =
  /heroku_(team_invitation|team_preferences|identity_provider|authorization|ssh_key)\b|heroku_team\b[^<]*THAT HAS >>[^<>]*heroku_account_member|THAT !HAS << heroku_team\b|\bfederated\b|MANAGES <<|!DEPLOYED <<|\b(onAllowlist|suspensionDueOn)\b/;

test.each<[string, RegExp, EnterpriseOptions]>([
  ['the default settings', IS_PER_APP, { ingestAppDetails: false }],
  [
    'a key that may read, and say whose it is',
    NEEDS_GLOBAL,
    { scopes: ['read', 'identity'] },
  ],
])(
  'with %s, what was not collected is not answered, and everything else is',
  async (_, isBeyond, options) => {
    const answers = await answersWith(options);
    const beyond = readQuestions().flatMap(({ title, queries }) =>
      queries
        .filter(({ query }) => isBeyond.test(query))
        .map(({ name }) => [title, name].filter(Boolean).join(': ')),
    );
    expect(beyond.length).toBeGreaterThan(8);
    const always = statesOf(whole, 'notAnswered');
    expect(
      statesOf(answers, 'notAnswered').filter((one) => !always.includes(one)),
    ).toEqual(beyond.filter((one) => !always.includes(one)));
  },
);

describe.each<[string, EnterpriseOptions]>([
  ['the default settings', { ingestAppDetails: false }],
  [
    'a key that may read, and say whose it is',
    { scopes: ['read', 'identity'] },
  ],
  ['a key that may only read', { scopes: ['read'] }],
  ['members of a team refused', refused('/teams/:id/members', 1)],
  ['apps of a team refused', refused('/teams/:id/apps', 1)],
  ['permissions of a team refused', refused('/teams/:id/permissions', 1)],
  [
    'members of an account refused',
    refused('/enterprise-accounts/:id/members', 1),
  ],
  ['teams of an account refused', refused('/enterprise-accounts/:id/teams', 1)],
  ['the list of pipeline couplings refused', refused('/pipeline-couplings')],
  ['domains of an app refused', refused('/apps/:id/domains', 3)],
])('with %s', (_, options) => {
  let answers: Answers;

  beforeAll(async () => {
    answers = await answersWith(options);
  });

  test('what is found, or said to be none, is what there is', () => {
    for (const [label, answer] of answers) {
      if (answer.state === 'found' || answer.state === 'none') {
        expect([label, hitsIn(answer)]).toEqual([
          label,
          hitsIn(whole.get(label)),
        ]);
      }
    }
  });

  test('nobody is accused who would not be by all that there is', () => {
    for (const [label, answer] of answers) {
      const all = hitsIn(whole.get(label));
      expect([
        label,
        hitsIn(answer).filter((hit) => !all.includes(hit)),
      ]).toEqual([label, []]);
    }
  });
});
