import { lastClosedMonth, Usage } from './usage';

test.each([
  ['2026-05-01T00:00:00.000Z', '2026-04'],
  ['2026-04-30T23:59:59.999Z', '2026-03'],
  ['2026-01-15T10:00:00Z', '2025-12'],
  ['2024-03-31T10:00:00Z', '2024-02'],
])('on %s the last month that is over is %s', (now, month) => {
  expect(lastClosedMonth(Date.parse(now))).toBe(month);
});

describe('what was used in a month', () => {
  const amounts = { dynos: 1.5, data: 2, addons: 3, partner: 0 };
  const values = {
    usageMonth: '2026-04',
    usageDynos: 1.5,
    usageData: 2,
    usageAddons: 3,
    usagePartner: 0,
  };
  const april = {
    month: '2026-04',
    ...amounts,
    teams: [
      { id: 'team', ...amounts, apps: [{ app_name: 'shop', ...amounts }] },
    ],
  };
  const of = (...months: object[]) =>
    new Usage('2026-04', new Map([['account', months]]));

  test('is told of the account, its teams, and their apps by name', () => {
    const usage = of(april);

    expect(usage.ofAccount('account')).toEqual(values);
    expect(usage.ofTeam('team')).toEqual(values);
    expect(usage.ofApp('team', 'shop')).toEqual(values);
  });

  test('is unknown of all others', () => {
    const usage = of(april);

    expect(usage.ofAccount('other')).toEqual({});
    expect(usage.ofTeam('other')).toEqual({});
    expect(usage.ofApp('other', 'shop')).toEqual({});
    expect(usage.ofApp('team', null)).toEqual({});
  });

  test('is not that of another month', () => {
    expect(of({ ...april, month: '2026-05' }).ofTeam('team')).toEqual({});
    expect(of({ ...april, month: '2026-04-01' }).ofTeam('team')).toEqual(
      values,
    );
  });
});
