/**
 * Properties that are read from elsewhere before their entity is made, since it cannot be changed: where that could not
 * be read they are absent, which makes nothing partial. Each with its type and the client's methods that read it.
 */
const ENRICHMENTS: readonly [
  type: RegExp,
  property: RegExp,
  methods: readonly string[],
][] = [
  [/^heroku_(application|space)$/, /^(country|awsRegion)$/, ['regions']],
  [
    /^heroku_(account|team|application)$/,
    /^usage/,
    ['monthlyUsage', 'enterpriseAccounts'],
  ],
  [
    /^heroku_(account|team)$/,
    /^(suspension|deletion)DueOn$/,
    ['accountDelinquency', 'teamDelinquency'],
  ],
  [
    /^heroku_application$/,
    /^(stage|production|tag\.Production|temporary|.*URLs?)$/,
    ['pipelineCouplings'],
  ],
  [/^heroku_release$/, /^production$/, ['pipelineCouplings']],
  [/^heroku_application$/, /^(generation|shield)$/, ['spaces']],
  [/^heroku_space$/, /^nat(State|Addresses)$/, ['spaceNat']],
  [/^heroku_addon$/, /^onAllowlist$/, ['teamPreferences']],
  [
    /^heroku_(addon|team_preferences)$/,
    /^(onAllowlist|allowedAddonServices)$/,
    ['allowedAddonServices'],
  ],
  [
    /^heroku_pipeline_has_application$/,
    /^(branch|prNumber|fromFork|reviewAppStatus|createdBy|createdById)$/,
    ['reviewApps', 'reviewAppConfig'],
  ],
];

/** Whether a property may be absent where what these methods read was not of its form. */
export function mayBeUnread(
  type: string,
  property: string,
  malformed: ReadonlySet<string>,
): boolean {
  return ENRICHMENTS.some(
    ([types, properties, methods]) =>
      types.test(type) &&
      properties.test(property) &&
      methods.some((method) => malformed.has(method)),
  );
}

/** What the data model wants an answer for, even where there is none. */
export function isStandIn(
  type: string,
  property: string,
  value: unknown,
): boolean {
  return type === 'heroku_space' && property === 'public' && value === false;
}
