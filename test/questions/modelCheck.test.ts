import { integrationSteps } from '../../src/steps';
import { parse } from './j1ql';
import { faultsOf } from './modelCheck';
import { vocabularyOf } from './vocabulary';

const vocabulary = vocabularyOf(integrationSteps);

const check = (query: string) => faultsOf(parse(query), vocabulary);

test('a query in the names of the model has no fault', () => {
  expect(
    check(`
      FIND heroku_team AS team
        THAT HAS >> AS membership User WITH mfaEnabled != true AS user
        THAT OWNS >> Workflow
      WHERE membership.role = 'admin' AND user.createdOn < date.now - 1 day
      RETURN team.name, membership.role, count(user)`),
  ).toEqual([]);
});

test.each([
  ['a type that is not', 'FIND heroku_taem', 'no type or class heroku_taem'],
  ['a class that is not', 'FIND Gizmo', 'no type or class Gizmo'],
  [
    'a property that is not',
    'FIND heroku_team WITH ssoEnabeld = false',
    'no property ssoEnabeld of heroku_team',
  ],
  [
    'a property that only one of two types has',
    'FIND (heroku_team|heroku_pipeline) WITH ssoEnabled = false',
    'no property ssoEnabled of heroku_pipeline',
  ],
  [
    'a property of a relationship that it does not have',
    "FIND heroku_team THAT HAS >> AS m heroku_account_member WHERE m.stage = 'x'",
    'no property stage of heroku_team HAS heroku_account_member',
  ],
  [
    'a verb that is not',
    'FIND heroku_team THAT MANAGES >> heroku_application',
    'no relationship heroku_team MANAGES heroku_application',
  ],
  [
    'the other direction',
    'FIND heroku_team THAT OWNS << heroku_application',
    'no relationship heroku_application OWNS heroku_team',
  ],
  [
    'no direction',
    'FIND heroku_team THAT OWNS heroku_application',
    'no direction of OWNS: >> or <<',
  ],
  [
    'the other direction where there must be none',
    'FIND heroku_pipeline THAT !OWNS >> heroku_team',
    'no relationship heroku_pipeline OWNS heroku_team',
  ],
  [
    'one verb of two that is not',
    'FIND heroku_application THAT (HAS|OWNS) >> heroku_addon',
    'no relationship of the verb OWNS in heroku_application HAS|OWNS heroku_addon',
  ],
  [
    'one type of two that is not related',
    'FIND heroku_team THAT OWNS >> (heroku_application|heroku_addon)',
    'no relationship with heroku_addon in heroku_team OWNS heroku_application|heroku_addon',
  ],
  [
    'an alias that nothing has',
    'FIND heroku_team AS team RETURN teams.name',
    'no alias teams',
  ],
  [
    'an alias that two things have',
    'FIND heroku_team AS x THAT OWNS >> heroku_application AS x RETURN x.name',
    'x stands for two things',
  ],
  [
    'an alias for what must not be there',
    'FIND heroku_team THAT !OWNS >> heroku_application AS app RETURN app.name',
    'nothing to call app where there is none',
  ],
  [
    'text where a boolean is',
    "FIND heroku_team WITH ssoEnabled = 'false'",
    'ssoEnabled is a boolean, never a string',
  ],
  [
    'an order where there is none',
    "FIND heroku_team WITH name > 'a'",
    'name is a string, which has no >',
  ],
  [
    'a part of what is not text',
    "FIND heroku_team WITH membershipLimit ~= '2'",
    'membershipLimit is a number, which has no ~=',
  ],
  [
    'a sum of what is no number',
    'FIND heroku_team AS team RETURN sum(team.name)',
    'name is a string, which has no sum',
  ],
  [
    'two properties of different types',
    'FIND heroku_application AS app WHERE app.stack = app.locked',
    'stack is a string, never a boolean',
  ],
])('%s is a fault', (_, query, fault) => {
  expect(check(query)).toContain(fault);
});
