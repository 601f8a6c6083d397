/**
 * The architecture of src/, as rules that `npm run lint` checks. docs/development.md describes it and shows a picture,
 * test/architecture.test.ts breaks each rule once.
 *
 * Tests are left out: they may import what they need.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */

/** The files of the run's own folders, by what may be below them. */
const ROOMS = 'cli|collection|heroku|model|steps';
const FILES = 'index|validation|ingestion|config';

/** Forbids `from` to import anything of src/ but `allowed`, which is a regular expression below src/. */
function importsOnly(name, comment, from, allowed) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: `^src/(${from})` },
    to: { path: '^src/', pathNot: `^src/(${allowed})` },
  };
}

/** Forbids files of src/ to have a name that matches `path` and not `allowed`. */
function holdsOnly(name, comment, path, allowed) {
  return {
    name,
    comment,
    severity: 'error',
    from: {},
    // The only way to say "there is no such file"; 100 is the most that the tool takes.
    module: { path, pathNot: allowed, numberOfDependentsLessThan: 100 },
  };
}

module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment:
        'Files that import each other in a circle, be it for a type, can only be understood and changed together.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },

    // Who imports whom. Each room may import those below it only.
    {
      name: 'cli-is-on-top',
      comment: 'Nothing imports the command line.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'index-is-for-the-sdk',
      comment: 'Only the command line imports what the SDK runs.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/index\\.ts$' },
    },
    importsOnly(
      'validation-is-above-ingestion',
      'Ingestion says what the key leaves out; validation logs it.',
      'ingestion\\.ts',
      'steps/|collection/|heroku/|config\\.ts',
    ),
    importsOnly(
      'steps-import-what-they-work-with',
      'A step works with the collection, Heroku and the model. What it may read follows from the key, not from settings.',
      'steps/',
      'steps/|collection/|heroku/|model/',
    ),
    {
      name: 'steps-meet-in-the-index',
      comment:
        "A step uses another's converters or handover, never its steps.ts: the order of steps is data, in dependsOn.",
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/steps/index\\.ts$' },
      to: { path: '^src/steps/[^/]+/steps\\.ts$' },
    },
    importsOnly(
      'collection-knows-no-step',
      'The failure rule is the same for all steps, and knows none of them.',
      'collection/',
      'collection/|heroku/|model/|config\\.ts$',
    ),
    importsOnly(
      'heroku-knows-no-graph',
      'The Platform API client can be read, tested and replaced without JupiterOne.',
      'heroku/',
      'heroku/',
    ),
    importsOnly(
      'http-knows-no-resource',
      'One request and its answer are the same for all resources.',
      'heroku/http/',
      'heroku/http/',
    ),
    importsOnly(
      'model-knows-only-itself',
      'The graph is data, for whoever reads or writes it.',
      'model/',
      'model/',
    ),
    importsOnly(
      'config-is-a-leaf',
      'What a user can set is known to whoever asks, so it may ask nobody.',
      'config\\.ts$',
      '^$',
    ),

    // How rooms are entered.
    {
      name: 'rooms-have-one-door',
      comment:
        'What a room offers is what its index.ts exports; the rest may change without asking.',
      severity: 'error',
      from: { path: '^src/([^/]+)' },
      to: {
        path: '^src/(cli|collection|heroku|model)/',
        pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'],
      },
    },

    // What does no I/O.
    {
      name: 'model-does-no-io',
      comment: 'The model declares. It needs the data model, and nothing else.',
      severity: 'error',
      from: { path: '^src/(model/|config\\.ts$)' },
      to: {
        dependencyTypesNot: ['local'],
        pathNot: '/@jupiterone/integration-sdk-core/',
      },
    },
    {
      name: 'converters-only-translate',
      comment:
        'A converter is a function from what Heroku sent to entities and relationships: it can be tested without a run.',
      severity: 'error',
      from: { path: '^src/steps/[^/]+/converters\\.ts$' },
      to: {
        dependencyTypesNot: ['local'],
        pathNot: '/@jupiterone/integration-sdk-core/',
      },
    },
    {
      name: 'converters-know-no-run',
      comment: 'A converter may use the types of the collection at most.',
      severity: 'error',
      from: { path: '^src/steps/[^/]+/converters\\.ts$' },
      to: {
        path: '^src/collection/',
        dependencyTypesNot: ['type-only'],
      },
    },

    // What is where.
    holdsOnly(
      'src-holds-rooms-only',
      'Each file of src/ has a room: a new one needs a place in these rules and in docs/development.md.',
      '^src/',
      `^src/((${ROOMS})/|(${FILES})\\.ts$)`,
    ),
    holdsOnly(
      'steps-holds-steps-only',
      'Whoever looks for a resource finds a folder, and nothing else in between.',
      '^src/steps/[^/]+$',
      '^src/steps/(index|ids)\\.ts$',
    ),

    // What is shipped.
    {
      name: 'src-is-shipped-alone',
      comment: 'The package has no tests, tools or benchmarks.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|tools|bench)/' },
    },
    {
      name: 'src-is-shipped-with-its-dependencies',
      comment:
        'Whoever installs the package does not get its development dependencies, and need not have what it does not name.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown'],
        dependencyTypesNot: ['npm', 'npm-peer', 'type-only'],
      },
    },
    {
      name: 'runtime-is-for-the-cli',
      comment:
        "The SDK's runtime is an optional peer: whoever runs the integration brings their own.",
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '/@jupiterone/integration-sdk-runtime/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Imports of types count.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.ts$' },
  },
};
