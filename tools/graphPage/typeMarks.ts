import { clampChroma, formatHex } from 'culori';

/** The outline of an entity. `octagon` is kept for types that the table does not know. */
export type Shape =
  | 'circle'
  | 'square'
  | 'triangle'
  | 'flipped'
  | 'diamond'
  | 'pentagon'
  | 'hexagon'
  | 'octagon';

/** How the entities of one type look, on every page. */
export interface TypeMark {
  /** What the legend calls the type. */
  name: string;
  /** What the type is about: the types of one area share a hue. */
  area: Area;
  shape: Shape;
  /** The width, in units of the page. */
  size: number;
  /** The colour on a light ground and on a dark one: the same but for its lightness. */
  light: string;
  dark: string;
}

/** A hue each, far enough apart for every kind of colour blindness. In the order of the legend. */
const AREAS = {
  organisation: { hue: 290, chroma: 0.1 },
  people: { hue: 250, chroma: 0.13 },
  apps: { hue: 165, chroma: 0.11 },
  data: { hue: 65, chroma: 0.13 },
  network: { hue: 345, chroma: 0.15 },
  outside: { hue: 240, chroma: 0.03 },
  unknown: { hue: 0, chroma: 0.08 },
} as const;

export type Area = keyof typeof AREAS;

/** Lightness in OKLCH, and how far a tone of 1 changes it: at least 3:1 against the ground at either end. */
const LIGHTNESS = {
  light: { middle: 0.53, range: 0.12 },
  dark: { middle: 0.72, range: 0.11 },
} as const;

/**
 * Area, shape, tone (-1 to 1) and turn of the hue in degrees. The hue says the area and the shape says the type. Types
 * of the same shape differ enough in colour for readers who see fewer colours; the tests hold that.
 */
const MARKS: Record<string, readonly [Area, Shape, number, number]> = {
  heroku_account: ['organisation', 'square', -1, -1],
  heroku_team: ['organisation', 'square', 0, 7],
  heroku_team_preferences: ['organisation', 'diamond', 0.9, 8],

  heroku_account_member: ['people', 'circle', 0, 20],
  heroku_team_invitation: ['people', 'triangle', -0.4, -7],
  heroku_identity_provider: ['people', 'hexagon', 0.8, -20],
  heroku_authorization: ['people', 'diamond', -0.5, 20],
  heroku_oauth_client: ['people', 'square', 0.9, 20],
  heroku_ssh_key: ['people', 'flipped', 0.3, 5],
  heroku_app_transfer: ['people', 'pentagon', -0.8, 3],

  heroku_application: ['apps', 'circle', 0.7, 3],
  heroku_application_features: ['apps', 'square', -0.2, -6],
  heroku_pipeline: ['apps', 'hexagon', 0, 15],
  heroku_process: ['apps', 'triangle', 0.6, -20],
  heroku_release: ['apps', 'diamond', 0.4, 13],

  heroku_addon: ['data', 'circle', 0.4, 20],
  heroku_data_store: ['data', 'hexagon', 0, -20],
  heroku_log_drain: ['data', 'flipped', -0.5, -17],
  heroku_telemetry_drain: ['data', 'triangle', -1, 20],
  heroku_webhook: ['data', 'diamond', 0.4, -7],

  heroku_domain: ['network', 'circle', -0.9, -20],
  heroku_certificate: ['network', 'diamond', -0.6, 8],
  heroku_application_endpoint: ['network', 'pentagon', 1, -4],
  heroku_space: ['network', 'hexagon', -1, 0],
  heroku_inbound_ruleset: ['network', 'square', -1, 20],
  heroku_nat_address: ['network', 'flipped', 0.6, 14],
  heroku_vpn_connection: ['network', 'triangle', -0.2, 14],

  internet: ['outside', 'pentagon', -1, 0],
  person: ['outside', 'circle', 0.9, 60],
  okta_account: ['outside', 'circle', -0.1, -20],
  github_repo: ['outside', 'square', -0.4, 110],
  domain_record: ['outside', 'pentagon', 0.5, 60],
  aws_vpc: ['outside', 'hexagon', 0.6, -60],
  vendor: ['outside', 'diamond', 0.3, 120],
  network: ['outside', 'triangle', -0.7, -120],
  host: ['outside', 'flipped', -1, 140],
  gateway: ['outside', 'square', 0.8, -170],
};

const SIZES: Record<string, number> = {
  heroku_account: 60,
  heroku_team: 50,
  heroku_application: 28,
  heroku_space: 28,
};
const USUAL_SIZE = 20;

/** The types that the table names, in the order of the legend. */
export const KNOWN_TYPES: readonly string[] = Object.keys(MARKS);

/**
 * How a type looks. It depends on the type alone, whatever else is on the page.
 *
 * @param type an entity type, or a class in lower case where a mapped target has no type
 */
export function markOf(type: string): TypeMark {
  const [area, shape, tone, turn] = MARKS[type] ?? unknownMark(type);
  const colour = ({ middle, range }: { middle: number; range: number }) =>
    formatHex(
      clampChroma(
        {
          mode: 'oklch',
          l: middle + range * tone,
          c: AREAS[area].chroma,
          h: (AREAS[area].hue + turn + 360) % 360,
        },
        'oklch',
      ),
    );
  return {
    name: type.replace(/^heroku_/, '').replace(/_/g, ' '),
    area,
    shape,
    size: SIZES[type] ?? USUAL_SIZE,
    light: colour(LIGHTNESS.light),
    dark: colour(LIGHTNESS.dark),
  };
}

/** The order of the legend: by area, as the table has it; unknown types at the end, by name. */
export function inLegendOrder(types: readonly string[]): string[] {
  const place = (type: string) => {
    const index = KNOWN_TYPES.indexOf(type);
    return index === -1 ? KNOWN_TYPES.length : index;
  };
  return [...types].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** A hue of 24, by the letters of the type. */
function unknownMark(type: string): readonly [Area, Shape, number, number] {
  let sum = 0;
  for (const letter of type) {
    sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  }
  return ['unknown', 'octagon', 0, (sum % 24) * 15];
}
