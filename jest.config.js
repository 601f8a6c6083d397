/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  // Without it the SDK creates entities in unit tests that JupiterOne would refuse.
  setupFiles: ['<rootDir>/test/validateEntities.ts'],
  // The SDK's matchers reach into a file that expect 29 no longer exports.
  moduleNameMapper: {
    '^expect/build/jestMatchersObject$':
      '<rootDir>/node_modules/expect/build/jestMatchersObject.js',
  },
  testTimeout: 30000,
};
