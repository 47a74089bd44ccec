import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { SUITES } from './suites.mjs';

/** How long one test may take, where that differs. */
const SLOW: Readonly<Record<string, number>> = { journey: 300_000, package: 300_000, browser: 120_000, acceptance: 300_000 };

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    environment: 'node',
    env: { TZ: 'Asia/Kathmandu' },
    projects: Object.entries(SUITES).map(([name, include]) => ({
      extends: true as const,
      test: {
        name,
        include: [...include],
        testTimeout: SLOW[name] ?? 20_000,
        hookTimeout: SLOW[name] ?? 20_000,
        globalSetup: name === 'browser' ? ['test/browser/setup.ts'] : [],
      },
    })),
  },
});
