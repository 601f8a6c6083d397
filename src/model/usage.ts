import { number, string } from './properties';

/** What was used in a month, as Heroku counts it. */
export const USAGE = {
  usageMonth: string(
    'The month of the `usage…` properties: the last one that is over, such as `2026-04`',
  ),
  usageDynos: number('The dyno units used'),
  usageData: number('The credits used for Heroku’s data services'),
  usageAddons: number('The credits used for add-ons'),
  usagePartner: number('The credits used for add-ons of partners'),
};

/** The place of a region. */
export const REGION = {
  country: string('The country that it is in'),
  awsRegion: string('The region of AWS that it is in, such as `us-east-1`'),
};
