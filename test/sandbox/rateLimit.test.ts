import { TokenBucket } from './rateLimit';

function bucketWithClock(
  options: ConstructorParameters<typeof TokenBucket>[0],
) {
  const clock = { ms: 1_000_000 };
  return { clock, bucket: new TokenBucket(options, () => clock.ms) };
}

test('holds 4,500 tokens and gets 75 back a minute, as Heroku documents', () => {
  const { bucket, clock } = bucketWithClock({});
  expect(bucket.remaining()).toBe(4500);
  bucket.drain(4500);
  clock.ms += 60_000;
  expect(bucket.remaining()).toBe(75);
});

test('never holds more than its capacity', () => {
  const { bucket, clock } = bucketWithClock({ capacity: 10, remaining: 9 });
  clock.ms += 3_600_000;
  expect(bucket.remaining()).toBe(10);
});

test('gives no token before a whole one has come back', () => {
  const { bucket, clock } = bucketWithClock({
    capacity: 2,
    refillPerMinute: 60,
  });
  expect([bucket.take(), bucket.take(), bucket.take()]).toEqual([
    true,
    true,
    false,
  ]);
  clock.ms += 999;
  expect(bucket.take()).toBe(false);
  clock.ms += 1;
  expect(bucket.take()).toBe(true);
  expect(bucket.take()).toBe(false);
});

test('loses nothing when it is looked at in many small steps', () => {
  const { bucket, clock } = bucketWithClock({ remaining: 0 });
  for (let step = 0; step < 60_000; step++) {
    clock.ms += 1;
    bucket.remaining();
  }
  expect(bucket.remaining()).toBe(75);
});

test('another client cannot take more than there is', () => {
  const { bucket, clock } = bucketWithClock({ remaining: 5 });
  bucket.drain(100);
  expect(bucket.remaining()).toBe(0);
  clock.ms += 60_000;
  expect(bucket.remaining()).toBe(75);
});
