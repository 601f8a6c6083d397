import type { Decoded } from './fields';
import { identifier, maybe, number, object, resource, text } from './fields';
import { timestamp } from './timestamp';
import { unordered } from './unordered';

/** When unpaid bills have consequences, `GET /teams/{team}/delinquency` and `GET /account/delinquency`. */
export const delinquencyResource = resource('delinquency', {
  scheduled_suspension_time: maybe(timestamp),
  scheduled_deletion_time: maybe(timestamp),
});
export type Delinquency = Decoded<typeof delinquencyResource>;

const amounts = {
  addons: maybe(number),
  data: maybe(number),
  dynos: maybe(number),
  partner: maybe(number),
};

/** What an enterprise account used in a month, `GET /enterprise-accounts/{account}/usage/monthly`, by team and app. */
export const monthlyUsageResource = resource('monthly usage', {
  id: maybe(identifier),
  /** `2026-04`. */
  month: maybe(text),
  ...amounts,
  space: maybe(number),
  teams: maybe(
    unordered(
      object({
        id: maybe(identifier),
        ...amounts,
        space: maybe(number),
        apps: maybe(
          unordered(object({ app_name: maybe(text), ...amounts }), 'app_name'),
        ),
      }),
      'id',
    ),
  ),
});
export type MonthlyUsage = Decoded<typeof monthlyUsageResource>;

/** A region, `GET /regions`. */
export const regionResource = resource('region', {
  id: maybe(identifier),
  name: text,
  /** Such as `United States`. */
  country: maybe(text),
  /** `region` is that of AWS, such as `us-east-1`. */
  provider: maybe(object({ name: maybe(text), region: maybe(text) })),
});
export type Region = Decoded<typeof regionResource>;
