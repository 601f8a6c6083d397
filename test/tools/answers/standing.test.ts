import { IDENTITY_SCOPES } from '../../../src/heroku';
import { Steps } from '../../../src/steps/ids';
import type { Settings } from '../../../tools/answers';
import {
  outcomesIn,
  outcomesWith,
  standingOf,
  stateOfAll,
} from '../../../tools/answers';
import { parse } from '../../questions/j1ql';
import { summaryWith } from '../../questions/summary';

const EVERYTHING: Settings = { ingestAppDetails: true };
const LEAST_KEY: Settings = { ...EVERYTHING, scopes: ['read', 'identity'] };

function standing(query: string, settings: Settings, ...failed: string[]) {
  const { scopes = ['global'] } = settings;
  return standingOf(
    parse(query),
    outcomesIn({
      // Of all users, the key's own says when it was created: for that the key needs to say whose it is.
      entities: scopes.some((scope) => IDENTITY_SCOPES.includes(scope))
        ? [
            {
              _key: 'user-of-the-key',
              _type: 'heroku_account_member',
              _class: 'User',
              createdOn: 1,
            },
          ]
        : [],
      relationships: [],
      mappedRelationships: [],
      summary: summaryWith(settings, failed),
    }),
  );
}

describe('what was not collected', () => {
  test.each<[string, string, Settings, string[]]>([
    [
      'a type whose step the scopes leave out',
      'FIND heroku_team_invitation',
      LEAST_KEY,
      ['the scope global'],
    ],
    [
      'a relationship whose step the scopes leave out',
      'FIND heroku_team THAT HAS >> heroku_account_member',
      LEAST_KEY,
      ['the scope global'],
    ],
    [
      'a property that another source completes',
      'FIND heroku_application WITH production = true',
      { ...EVERYTHING, disabledSources: ['pipelines'] },
      ['the ingestion source Pipelines'],
    ],
    [
      'a property of a relationship that another source completes',
      'FIND heroku_pipeline THAT HAS >> AS m heroku_application WHERE m.fromFork = true',
      { ...EVERYTHING, disabledSources: ['review-apps'] },
      ['the ingestion source Review apps'],
    ],
    [
      'a relationship that is missing since the things at its other end are not read',
      'FIND heroku_release WITH releasedById != undefined THAT !DEPLOYED << heroku_account_member',
      LEAST_KEY,
      ['the scope global'],
    ],
    [
      'things that only other integrations collect',
      'FIND DomainRecord THAT !RELATES TO heroku_domain',
      EVERYTHING,
      ['data of other integrations in JupiterOne (DomainRecord)'],
    ],
    [
      'that nothing of other integrations is joined',
      'FIND heroku_domain THAT !RELATES TO DomainRecord',
      EVERYTHING,
      ['data of other integrations in JupiterOne (DomainRecord)'],
    ],
    [
      'a type that is read app by app',
      'FIND heroku_domain',
      {},
      ['the setting Ingest App Details'],
    ],
    [
      'a source that is off, beside a setting that is on',
      'FIND heroku_application THAT HAS >> heroku_domain',
      { ...EVERYTHING, disabledSources: ['domains'] },
      ['the ingestion source Domains'],
    ],
    [
      'a step without one that it depends on, whose own source is on',
      'FIND heroku_certificate',
      { ...EVERYTHING, disabledSources: ['domains'] },
      ['the ingestion source Domains'],
    ],
    [
      'a hop that must not be there',
      'FIND heroku_account_member THAT !HAS << heroku_team',
      LEAST_KEY,
      ['the scope global'],
    ],
    [
      'what several steps collect, each off for a reason of its own',
      'FIND heroku_space THAT ALLOWS >> heroku_account_member',
      { ...EVERYTHING, disabledSources: ['private-spaces', 'app-access'] },
      [
        'the ingestion source App and space access',
        'the ingestion source Private Spaces',
      ],
    ],
    [
      'what no step collects, but another integration',
      'FIND heroku_account_member THAT !IS Person',
      EVERYTHING,
      ['data of other integrations in JupiterOne (Person)'],
    ],
  ])('%s gives no grounds', (_, query, settings, needs) => {
    const { grounds, needs: told } = standing(query, settings);
    expect([grounds, [...told].sort()]).toEqual(['none', needs]);
  });

  test('a narrow scope is asked for alone where it is enough for all', () => {
    expect(
      standing('FIND heroku_authorization', { scopes: ['read'] }).needs,
    ).toEqual(['the scope global']);
  });
});

describe('what is whole stays whole', () => {
  test.each<[string, string, Settings, string[]]>([
    [
      'members of accounts, where members of teams are not read',
      'FIND heroku_account AS a THAT HAS >> AS m heroku_account_member WHERE m.managePermission = true',
      LEAST_KEY,
      [],
    ],
    [
      'drains of spaces, where those of apps are not read',
      'FIND heroku_space THAT !HAS >> heroku_telemetry_drain',
      {},
      [],
    ],
    [
      'apps that nothing is asked of that another source completes',
      'FIND heroku_application WITH maintenance = true',
      { ...EVERYTHING, disabledSources: ['pipelines', 'regions', 'usage'] },
      [],
    ],
    [
      'what has nothing to do with a step that failed',
      'FIND heroku_application WITH maintenance = true',
      EVERYTHING,
      [Steps.TEAM_INVITATIONS, Steps.PIPELINES],
    ],
    [
      'users at the end of a relationship, where further users are not known',
      'FIND heroku_team THAT HAS >> heroku_account_member',
      { ...EVERYTHING, disabledSources: ['app-access'] },
      [],
    ],
    [
      'what only members can have, where people with access to apps are not read',
      'FIND heroku_account_member WITH mfaEnabled = false',
      { ...EVERYTHING, disabledSources: ['app-access'] },
      [],
    ],
    [
      'authorizations of the user, where those of teams are not read',
      "FIND heroku_authorization WITH ownerType = 'user' AND neverExpires = true",
      { ...EVERYTHING, disabledSources: ['team-authorizations'] },
      [],
    ],
    [
      'enterprise accounts, where the account of the key is not read',
      "FIND heroku_application THAT ALLOWS >> heroku_account_member THAT !HAS << heroku_account WITH accountType = 'enterprise'",
      { ...EVERYTHING, scopes: ['read'] },
      [],
    ],
    [
      'users at the beginning of a relationship, where further users are not known',
      'FIND heroku_account_member THAT HAS << heroku_account',
      { ...EVERYTHING, disabledSources: ['app-access'] },
      [],
    ],
  ])('%s', (_, query, settings, failed) => {
    expect(standing(query, settings, ...failed)).toEqual({
      grounds: 'whole',
      needs: [],
      unread: [],
    });
  });
});

describe('what is partial', () => {
  test('is true as far as it goes', () => {
    expect(
      standing(
        'FIND heroku_application WITH maintenance = true',
        EVERYTHING,
        Steps.APPLICATIONS,
      ),
    ).toMatchObject({
      grounds: 'partial',
      needs: [],
      unread: expect.arrayContaining([Steps.APPLICATIONS]) as unknown,
    });
  });

  test('is partial too where one of the steps that collect it did not run', () => {
    expect(
      standing(
        'FIND heroku_account_member WITH emailDomain = "example.net"',
        LEAST_KEY,
      ),
    ).toEqual({ grounds: 'partial', needs: ['the scope global'], unread: [] });
  });

  test('is partial where a dependency was', () => {
    expect(
      standing('FIND heroku_domain', EVERYTHING, Steps.TEAMS).grounds,
    ).toBe('partial');
  });

  test.each([
    ['!=', "FIND heroku_application WITH stack != 'heroku-24'"],
    ['undefined', 'FIND heroku_application WITH releasedOn = undefined'],
    [
      'one of two that may hold',
      'FIND heroku_application WITH releasedOn = undefined OR maintenance = true',
    ],
    ['a relationship', 'FIND heroku_team THAT !OWNS >> heroku_application'],
    [
      'a property of what must not be there',
      "FIND heroku_team THAT !OWNS >> heroku_application WITH stack = 'heroku-24'",
    ],
    [
      'a property of one of two things',
      'FIND heroku_team AS t THAT OWNS >> heroku_application AS a WHERE t.displayName != a.displayName',
    ],
  ])('proves no absence: %s', (_, query) => {
    expect(standing(query, EVERYTHING, Steps.APPLICATIONS)).toMatchObject({
      grounds: 'none',
      unread: expect.arrayContaining([Steps.APPLICATIONS]) as unknown,
    });
  });

  test('is not about absence where the property is asked to be there', () => {
    expect(
      standing(
        "FIND heroku_application WITH stack != 'heroku-24' AND stack != undefined",
        EVERYTHING,
        Steps.APPLICATIONS,
      ).grounds,
    ).toBe('partial');
  });

  test('is about absence where what must not be there has a property that is not known of all', () => {
    expect(
      standing(
        'FIND heroku_application THAT !ALLOWS >> heroku_account_member WITH mfaEnabled = true',
        LEAST_KEY,
      ),
    ).toEqual({ grounds: 'none', needs: ['the scope global'], unread: [] });
  });

  test('denies nothing that another list may say', () => {
    const query = 'FIND heroku_account_member WITH federated = false';
    expect(standing(query, LEAST_KEY).grounds).toBe('none');
    expect(standing(query, EVERYTHING, Steps.USERS).grounds).toBe('none');
  });
});

test('settings alone say what would run', () => {
  const outcomes = outcomesWith({ scopes: ['read'] });
  expect(outcomes.get(Steps.APPLICATIONS)).toEqual({
    state: 'complete',
    needs: [],
  });
  expect(outcomes.get(Steps.TEAM_MEMBERSHIPS)).toEqual({
    state: 'off',
    needs: ['the scope global'],
  });
  expect(outcomes.get(Steps.USERS)).toEqual({
    state: 'complete',
    needs: ['the scope global'],
  });
  expect(outcomes.get(Steps.DOMAINS)).toEqual({
    state: 'off',
    needs: ['the setting Ingest App Details'],
  });
});

test('the state of a question is that of the query with the most to say', () => {
  expect(stateOfAll(['none', 'notAnswered', 'found'])).toBe('found');
  expect(stateOfAll(['none', 'notAnswered', 'partial'])).toBe('partial');
  expect(stateOfAll(['none', 'notAnswered'])).toBe('notAnswered');
  expect(stateOfAll(['none', 'none'])).toBe('none');
});
