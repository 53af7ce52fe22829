import { defineConfig } from 'vitest/config'

/**
 * Three stages: `pure` needs nothing, `database` a PostgreSQL that the set-up starts, `faults` kills processes.
 * A test's stage is its name: `*.db.test.ts`, `*.fault.test.ts`, all others are pure.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['src/**/*.{db,fault}.test.{ts,tsx}'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['src/**/*.db.test.{ts,tsx}'],
          globalSetup: ['src/testing/postgres.ts'],
          maxWorkers: 2,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['src/**/*.fault.test.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
