import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['src/**/*.test.ts', 'test/*.test.ts', 'test/case/*.test.ts', 'test/contract/**/*.test.ts', 'test/proof/*.test.ts'],
    environment: 'node',
    env: { TZ: 'Asia/Kathmandu' },
    testTimeout: 20_000,
  },
});
