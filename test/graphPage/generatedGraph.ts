import type { CollectedGraph } from '../e2e/graph';
import { WHOLE_COLLECTION } from '../questions/summary';

/**
 * A graph as collections leave it: one account, its teams, their users, apps and add-ons.
 *
 * @param size how many entities there are in it, exactly
 */
export function generatedGraph(size: number): CollectedGraph {
  const graph: CollectedGraph = {
    entities: [],
    relationships: [],
    mappedRelationships: [],
    summary: WHOLE_COLLECTION,
  };
  const teams = Math.ceil(size / 100);
  const rest = size - 1 - teams;
  const users = Math.floor(rest / 5);
  const apps = Math.floor((rest - users) / 3);
  const addons = rest - users - apps;

  const add = (type: string, index: number) => {
    const name = `${type}-${index}`;
    graph.entities.push({
      _key: `heroku_${name}`,
      _type: `heroku_${type}`,
      _class: 'Thing',
      name,
      displayName: name,
      email: type === 'account_member' ? `${name}@example.com` : undefined,
      createdOn: 1_700_000_000_000 + index,
    });
    return `heroku_${name}`;
  };
  const join = (from: string, verb: string, to: string) =>
    graph.relationships.push({
      _key: `${from}|${verb}|${to}`,
      _type: `${from}_${verb}`,
      _class: verb,
      _fromEntityKey: from,
      _toEntityKey: to,
      role: 'member',
    });
  const indexes = (count: number) => Array.from({ length: count }, (_, i) => i);

  const account = add('account', 0);
  const teamKeys = indexes(teams).map((index) => add('team', index));
  teamKeys.forEach((team) => join(account, 'HAS', team));
  const teamOf = (index: number) => teamKeys[index % teams] ?? account;
  indexes(users).forEach((index) => {
    const user = add('account_member', index);
    join(account, 'HAS', user);
    join(teamOf(index), 'HAS', user);
  });
  const appKeys = indexes(apps).map((index) => add('application', index));
  appKeys.forEach((app, index) => join(teamOf(index), 'OWNS', app));
  indexes(addons).forEach((index) => {
    const app = appKeys[index % apps] ?? account;
    join(app, 'HAS', add('addon', index));
  });
  return graph;
}
