import packageJson from '../../package.json';

const SDK = '@jupiterone/integration-sdk';

/** A version of JupiterOne's SDK that the package is tried under. */
export interface Sdk {
  /** The version, for a table. */
  name: string;
  /** What a consumer installs beside the package. */
  packages: string[];
  /** Whether it loads the entity validator, for which there is a stand-in. */
  needsEntityValidator: boolean;
}

export const ENTITY_VALIDATOR = `${SDK}-entity-validator`;

/** Integrations run under this data model when they run under SDK 17. */
export const NEXT_DATA_MODEL = '0.62.0';

/** The SDK that the package is developed under. */
export const CURRENT_SDK: Sdk = sdk(
  packageJson.devDependencies[`${SDK}-core`],
  packageJson.devDependencies[`${SDK}-runtime`],
);

/** The SDKs that JupiterOne runs integrations under by now: both ends of the range of peer dependencies. */
export const NEXT_SDKS: readonly Sdk[] = [
  sdk('17.4.0', '17.4.0', NEXT_DATA_MODEL),
  sdk('17.6.1', '17.4.0', NEXT_DATA_MODEL),
];

function sdk(core: string, runtime: string, dataModel?: string): Sdk {
  return {
    name: core === runtime ? core : `${core}, runtime ${runtime}`,
    packages: [
      `${SDK}-core@${core}`,
      `${SDK}-runtime@${runtime}`,
      ...(dataModel === undefined
        ? []
        : [`@jupiterone/data-model@${dataModel}`]),
    ],
    needsEntityValidator: dataModel !== undefined,
  };
}
