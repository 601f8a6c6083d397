import { isDataStore, serviceKind } from './addonServices';

test.each([
  ['heroku-postgresql', ['database'], true],
  ['heroku-redis', ['database', 'caching'], true],
  ['heroku-kafka', ['queuing'], true],
  ['bonsai', ['indexing'], true],
  ['bucketeer', ['storage'], true],
  ['memcachier', ['caching'], false],
  ['papertrail', ['logging'], false],
])('%s is for %j; whether it keeps data: %s', (service, functions, keeps) => {
  expect(serviceKind(service)).toEqual({
    category: ['platform'],
    function: functions,
  });
  expect(isDataStore(service)).toBe(keeps);
});

test.each(['auth0', 'ssl', 'trusted-ip'])(
  '%s is for security as well as a part of the platform',
  (service) => {
    expect(serviceKind(service).category).toEqual(['platform', 'security']);
    expect(isDataStore(service)).toBe(false);
  },
);

test.each([
  undefined,
  '',
  'made-last-week',
  'constructor',
  'hasOwnProperty',
  '__proto__',
  'Heroku-Postgresql',
])(
  'what the service %p does is not known, nor whether it keeps data',
  (service) => {
    expect(serviceKind(service)).toEqual({
      category: ['platform'],
      function: [],
    });
    expect(isDataStore(service)).toBeUndefined();
  },
);

test('what one add-on does with its lists leaves those of the next alone', () => {
  serviceKind('heroku-postgresql').function.push('mine');
  serviceKind(undefined).category.push('mine');

  expect(serviceKind('heroku-postgresql').function).toEqual(['database']);
  expect(serviceKind(undefined).category).toEqual(['platform']);
});
