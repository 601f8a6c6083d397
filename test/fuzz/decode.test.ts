import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { decode, decodePage } from '../../src/heroku/decode';
import type { Resource } from '../../src/heroku/types';
import { declaredResources } from './clientRoutes';
import { fieldPaths } from './declaredFields';
import { expectedOf, mutate, mutationOf } from './mutations';
import { announce, effort, seed } from './seed';
import { shuffled } from './shuffled';
import { goodObjectOf, MARK } from './values';

const resources = declaredResources();
const CASES_EACH = Math.ceil((9_500 * effort) / resources.length);
let cases = 0;

afterAll(() => announce('decoding', cases));

function goodObject(resource: Resource<unknown>) {
  return goodObjectOf(resource.form.fields ?? {});
}

/** Whether strings are reduced to something else, so that what is decoded cannot be decoded again. */
function isReadAsSent({ form }: Resource<unknown>): boolean {
  return !fieldPaths(form).some(({ form: { isReduced } }) => isReduced);
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
          expect([read.length, skipped, [...fields].sort()]).toEqual(
            expected
              ? [1, 0, expected.leftOut.map((name) => [name, 1])]
              : [0, 1, []],
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

test.each(resources.map((resource) => [resource.name, resource] as const))(
  'in whatever order the fields and elements of one %s come, what is decoded is the same byte for byte',
  (_, resource) => {
    fc.assert(
      fc.property(goodObject(resource), fc.nat(), (object, order) => {
        cases++;
        const decoded = decode(resource, object);

        const again = decode(resource, shuffled(object, order));

        expect(JSON.stringify(again.object)).toBe(
          JSON.stringify(decoded.object),
        );
        expect(decoded.object).toBeDefined();
      }),
      { seed, numRuns: Math.ceil(CASES_EACH / 4) },
    );
  },
);
