/**
 * The suites of tests, in the order in which they are run. `npm test` runs each of them, vitest knows each as a project, and every
 * test file belongs to exactly one.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const SUITES = {
  architecture: ['test/architecture.test.ts', 'test/architecture/*.test.ts'],
  unit: ['src/**/*.test.{ts,tsx}'],
  journey: ['test/journey/*.test.ts'],
  proof: ['test/proof/*.test.ts'],
  contract: ['test/contract/**/*.test.ts', 'test/cli.test.ts'],
  case: ['test/case/*.test.ts', 'test/catalogue.test.ts'],
  acceptance: ['test/acceptance/*.test.ts'],
  package: ['test/package/*.test.ts'],
  browser: ['test/browser/*.test.ts'],
};
