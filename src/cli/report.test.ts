import type { JobEvent, Outcome } from './protocol';
import { reportOn, reportText } from './report';

const OUTCOME: Outcome = {
  sdk: '8.41.0',
  steps: [
    { id: 'fetch-teams', name: 'Fetch teams', status: 'success' },
    { id: 'fetch-apps', name: 'Fetch apps', status: 'failure' },
    { id: 'fetch-addons', name: 'Fetch add-ons', status: 'disabled' },
  ],
  partialTypes: ['heroku_application'],
  entities: 3,
  relationships: 2,
};

const COMPLETE: Outcome = {
  ...OUTCOME,
  steps: OUTCOME.steps.filter(({ status }) => status !== 'failure'),
  partialTypes: [],
};

const UPLOAD = {
  jobId: 'a-job',
  status: 'FINISHED',
  entities: 3,
  relationships: 2,
};

function report(outcome: Outcome, events: JobEvent[] = []) {
  return reportOn({
    invocation: {
      command: 'run',
      storageDirectory: '/work/.j1-integration',
      apiBaseUrl: 'https://api.us.jupiterone.io',
    },
    version: '3.0.0',
    outcome,
    events,
    durationMs: 1_400,
  });
}

const text = (outcome: Outcome, events?: JobEvent[]) =>
  reportText(report(outcome, events), '/work');

test('a report is complete when every step that was not turned off succeeded', () => {
  expect(report(COMPLETE)).toMatchObject({ result: 'complete', exitCode: 0 });
  expect(text(COMPLETE)).toBe(
    'Complete: 3 entities and 2 relationships are in .j1-integration/graph.',
  );
});

test.each([
  ['a step that failed', { ...OUTCOME, partialTypes: [] }],
  ['a partial type', { ...COMPLETE, partialTypes: ['heroku_team'] }],
  [
    'a step whose dependency failed',
    {
      ...COMPLETE,
      steps: [
        {
          id: 'fetch-apps',
          name: 'Fetch apps',
          status: 'partial_success_due_to_dependency_failure',
        },
      ],
    },
  ],
])('%s makes a report partial, uploaded or not', (_, outcome) => {
  for (const upload of [undefined, UPLOAD]) {
    expect(report({ ...outcome, upload })).toMatchObject({
      result: 'partial',
      exitCode: 2,
    });
  }
});

test.each(['ABORTED', 'ERROR_BAD_DATA'])(
  'an upload whose job ends as %s has failed',
  (status) => {
    const outcome = { ...COMPLETE, upload: { ...UPLOAD, status } };

    expect(report(outcome)).toMatchObject({ result: 'failed', exitCode: 1 });
    expect(text(outcome)).toBe(
      `Failed: JupiterOne ended the job a-job as ${status}.`,
    );
  },
);

test('a failure has the code of the job log, which is what JupiterOne shows', () => {
  const failure = { code: 'OURS', message: 'No.', isDefect: false };
  const events = [
    {
      name: 'validation_failure',
      description:
        'Error occurred while validating. (errorCode="UNEXPECTED_ERROR", reason="…")',
    },
  ];

  expect(report({ ...OUTCOME, failure }).failure?.code).toBe('OURS');
  expect(report({ ...OUTCOME, failure }, events).failure?.code).toBe(
    'UNEXPECTED_ERROR',
  );
});

test('a warning is one problem, however often it is said, and a failed step another only without one', () => {
  const warning = {
    name: 'warn_missing_permission',
    description: 'Could not read the "apps" of a team. Do this.',
  };
  const events = [
    warning,
    warning,
    {
      name: 'step_failure',
      description:
        'Step "Fetch apps" failed to complete due to error. (errorCode="A_CODE", reason="Missed: (1) Could not read the \\"apps\\" of a team. Do this.")',
    },
    {
      name: 'step_failure',
      description:
        'Step "Fetch teams" failed to complete due to error. (errorCode="UPLOAD", reason="Not uploaded.")',
    },
  ];

  expect(report(OUTCOME, events)).toMatchObject({
    problems: [warning.description, events[3]?.description],
    failedSteps: [
      { name: 'Fetch apps', code: 'A_CODE' },
      { name: 'Fetch teams', code: 'UPLOAD' },
    ],
  });
});

test('the steps that the scopes do not allow are named, those that the user turned off are not', () => {
  const events = [
    {
      name: 'step_skip',
      description:
        'Skipped step "Fetch members". The required permission was not provided to perform this step.',
    },
    {
      name: 'step_skip',
      description:
        'Skipped step "Fetch domains". Step was disabled via configuration. Update instance config to enable.',
    },
  ];

  expect(report(COMPLETE, events).notAllowed).toEqual(['Fetch members']);
  expect(text(COMPLETE, events)).toMatch(
    /\nNot collected, because the API key's scopes do not allow it: Fetch members\.$/,
  );
});

test('however much went wrong, it is said in ten lines', () => {
  const events = Array.from({ length: 50 }, (_, index) => ({
    name: 'warn_missing_entity',
    description: `Problem ${index}\non two lines.`,
  }));
  const lines = text(OUTCOME, events).split('\n');

  expect(lines.length).toBeLessThanOrEqual(10);
  expect(lines[1]).toBe('- Problem 0 on two lines.');
  expect(lines.join('\n')).toContain('and 45 more');
  expect(lines.at(-1)).toBe(
    'JupiterOne keeps what it had of: heroku_application.',
  );
});
