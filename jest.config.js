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
  // The CLI as a whole process runs what this has compiled.
  globalSetup: '<rootDir>/test/e2e/compiledProject.ts',
  setupFiles: ['<rootDir>/test/environment.ts'],
  // The SDK's matchers reach into a file that expect 29 no longer exports.
  moduleNameMapper: {
    '^expect/build/jestMatchersObject$':
      '<rootDir>/node_modules/expect/build/jestMatchersObject.js',
  },
  // Jest keeps one core for itself otherwise, and many tests wait for a process of their own.
  maxWorkers: '100%',
  testTimeout: 30000,
};
