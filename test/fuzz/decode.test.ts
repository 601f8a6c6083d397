import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { decode, decodePage } from '../../src/heroku/decode';
import type { Resource } from '../../src/heroku/types';
import { declaredResources } from './clientRoutes';
import { fieldPaths, isTransformed, shapeOf } from './declaredFields';
import { expectedOf, mutate, mutationOf } from './mutations';
import { announce, effort, seed } from './seed';
import { entriesOf, goodObjectOf, MARK } from './values';

const resources = declaredResources();
const CASES_EACH = Math.ceil((9_500 * effort) / resources.length);
let cases = 0;

afterAll(() => announce('decoding', cases));

function goodObject(resource: Resource<unknown>) {
  return goodObjectOf(entriesOf(shapeOf(resource)));
}

/** Whether declarations turn strings into something else, so that what is decoded cannot be decoded again. */
function isReadAsSent(resource: Resource<unknown>): boolean {
  return !fieldPaths(shapeOf(resource)).some(({ shape }) =>
    isTransformed(shape),
  );
}

test.each(resources.map((resource) => [resource.name, resource] as const))(
  'whatever is done to one %s, the others are read, and what is not of its form is left out and counted',
  (_, resource) => {
    const readAsSent = isReadAsSent(resource);
    fc.assert(
      fc.property(
        goodObject(resource),
        goodObject(resource),
        goodObject(resource),
        mutationOf(resource),
        (before, object, after, mutation) => {
          cases++;
          const hurt = mutate(object, mutation);
          const expected = expectedOf(resource, hurt);

          const page = decodePage(resource, [before, hurt, after]);

          const { skipped, fields } = page.defects;
          const healthy = [before, after].map(
            (one) => decode(resource, one).object,
          );
          const read = [...page.objects];
          expect(isDeepStrictEqual(read.shift(), healthy[0])).toBe(true);
          expect(isDeepStrictEqual(read.pop(), healthy[1])).toBe(true);
          expect([read.length, skipped, [...fields]]).toEqual(
            expected.read === 'skipped'
              ? [0, 1, []]
              : [1, 0, expected.read === 'whole' ? [] : [[expected.field, 1]]],
          );
          if (read[0] !== undefined && readAsSent) {
            const again = decode(resource, read[0]);
            expect(again.dropped).toEqual([]);
            expect(isDeepStrictEqual(again.object, read[0])).toBe(true);
          }
          expect(JSON.stringify([read, [...fields]])).not.toContain(MARK);
          expect(Object.keys(Object.prototype)).toEqual([]);
        },
      ),
      { seed, numRuns: CASES_EACH },
    );
  },
);
