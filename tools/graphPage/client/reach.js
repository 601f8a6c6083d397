'use strict';
/* global window */

/** Who may reach what: the relationships along which access goes, and all that they join to one entity. */
(function () {
  const COLUMNS = [
    [
      'Credentials',
      ['heroku_oauth_client', 'heroku_authorization', 'heroku_ssh_key'],
    ],
    ['People', ['heroku_account_member']],
    ['Teams', ['heroku_account', 'heroku_team']],
    ['Apps', ['heroku_application', 'heroku_pipeline']],
    [
      'Data, spaces',
      [
        ...['heroku_addon', 'heroku_data_store'],
        ...['heroku_space', 'heroku_vpn_connection'],
      ],
    ],
    ['Beyond', []],
  ];
  const BEYOND = COLUMNS.length - 1;

  function byHolding(relationship, { properties }) {
    // The key's own account is not what gives access to teams.
    return properties.accountType === 'individual' ? undefined : { how: 'has' };
  }

  const forward = (how) => () => ({ how });
  const backward = (how) => () => ({ how, isBackward: true });

  function byPermission({ properties }) {
    const permissions = ['view', 'deploy', 'operate', 'manage'].filter(
      (name) => properties[`${name}Permission`] === true,
    );
    const mayOnlyLook = permissions.every((name) => name === 'view');
    return {
      how: permissions.join(', ') || (properties.role ?? 'allowed'),
      toward: 'on',
      isBackward: true,
      // Whoever may only look at an app reads no config vars, and so gets no further.
      isEnd: mayOnlyLook && properties.role === undefined,
    };
  }

  /** Which relationships give access, by the types of their ends and their verb; `*` is any. */
  const FLOWS = {
    'heroku_application ALLOWS heroku_account_member': byPermission,
    'heroku_space ALLOWS heroku_account_member': byPermission,
    'heroku_account_member MANAGES heroku_account': forward('manages'),
    'heroku_account_member MANAGES heroku_team': forward('manages'),
    'heroku_account HAS heroku_team': byHolding,
    'heroku_team OWNS *': forward('owns'),
    'heroku_account_member OWNS *': forward('owns'),
    'heroku_account_member HAS heroku_authorization': backward('acts as'),
    'heroku_account_member HAS heroku_ssh_key': backward('acts as'),
    'heroku_team HAS heroku_authorization': backward('acts as'),
    'heroku_oauth_client HAS heroku_authorization': forward('holds'),
    'heroku_application HAS heroku_addon': forward('has'),
    'heroku_application USES heroku_addon': forward('uses'),
    'heroku_addon HAS heroku_data_store': forward('has'),
    'heroku_space HAS heroku_application': backward('runs in'),
    'heroku_space HAS heroku_vpn_connection': forward('has'),
    'heroku_space CONNECTS *': forward('connects'),
    'heroku_vpn_connection CONNECTS *': forward('connects'),
  };

  function columnOf({ type, isOutside }) {
    return isOutside
      ? BEYOND
      : COLUMNS.findIndex(([, types]) => types.includes(type));
  }

  function flowOf(graph, relationship) {
    const { from, to, verb } = relationship;
    const start = graph.entity(from);
    const end = graph.entity(to);
    const judge =
      FLOWS[`${start.type} ${verb} ${end.type}`] ??
      FLOWS[`${start.type} ${verb} *`];
    if (judge === undefined || columnOf(end) < 0) {
      return undefined;
    }
    const flow = judge(relationship, start);
    return flow === undefined
      ? undefined
      : {
          relationship,
          how: flow.how,
          toward: flow.toward,
          isEnd: flow.isEnd === true,
          ...(flow.isBackward ? { from: to, to: from } : { from, to }),
        };
  }

  /** All that access comes from (`isUp`) or goes to, from one entity on. */
  function closure(graph, start, isUp) {
    const flows = new Set();
    const keys = new Set([start]);
    const queue = [start];
    for (const key of queue) {
      for (const relationship of graph.relationshipsOf(key)) {
        const flow = flowOf(graph, relationship);
        // Access that ends where it arrives is no way to what lies behind.
        const leads =
          flow !== undefined &&
          (isUp
            ? flow.to === key && !(flow.isEnd && key !== start)
            : flow.from === key);
        if (leads) {
          flows.add(flow);
          const other = isUp ? flow.from : flow.to;
          if (!keys.has(other) && (isUp || !flow.isEnd)) {
            keys.add(other);
            queue.push(other);
          }
        }
      }
    }
    for (const { from, to } of flows) {
      keys.add(from).add(to);
    }
    return { keys, flows: [...flows] };
  }

  /**
   * The people and things that can reach an entity, and what it reaches itself, each with how.
   *
   * @returns the columns of entities in the direction of access, and the relationships that give it
   */
  function reachOf(graph, key) {
    const up = closure(graph, key, true);
    const down = closure(graph, key, false);
    const hows = new Map();
    const say = (of, text) =>
      hows.set(of, new Set([...(hows.get(of) ?? []), text]));
    for (const { from, to, how, toward } of up.flows) {
      const { label } = graph.entity(to);
      say(
        from,
        to === key ? how : [how, toward, label].filter(Boolean).join(' '),
      );
    }
    for (const { from, to, how } of down.flows) {
      say(to, from === key ? how : `through ${graph.entity(from).label}`);
    }
    const keys = [...new Set([...up.keys, ...down.keys])];
    const columns = COLUMNS.map(([title], index) => ({
      title,
      keys: keys.filter((one) => columnOf(graph.entity(one)) === index),
    })).filter((column) => column.keys.length > 0);
    return {
      key,
      columns,
      flows: [...up.flows, ...down.flows],
      howOf: (one) => [...(hows.get(one) ?? [])].sort().join('; '),
    };
  }

  window.reach = {
    of: reachOf,
    /** Whether access comes from or goes to things of this kind. */
    isPartOf: (entity) => columnOf(entity) >= 0 && !entity.isOutside,
  };
})();
