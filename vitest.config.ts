import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './src/testing/order.ts'

/** The database tests run on the PostgreSQL that comes with us, and on Debian's 15 where it is installed. */
const POSTGRES = existsSync('/usr/lib/postgresql/15/bin/postgres')
  ? ['database', 'database-15']
  : ['database']

/** Processes that start, end and recover, a hundred thousand rows. */
const PATIENT = { testTimeout: 240_000, hookTimeout: 120_000 }

/**
 * Four stages: `pure` needs nothing, `database` a PostgreSQL that the set-up starts, `browser` the built application
 * and a Chromium, `faults` kills processes. A test's stage is its name: `*.db.test.ts`, `*.fault.test.ts`,
 * `e2e/*.spec.ts`; all others are pure. Of the faults, those that measure time have the machine to themselves, after
 * the others: `*.alone.fault.test.ts`.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    sequence: { sequencer: LongestFirst },
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
      ...POSTGRES.map((name) => ({
        extends: true as const,
        test: {
          name,
          include: ['src/**/*.db.test.{ts,tsx}'],
          // Who may do and read what depends on no PostgreSQL: it is asked on one of them.
          exclude: name === 'database' ? [] : ['src/{rights,secrets}.db.test.ts'],
          globalSetup: ['src/testing/database/postgres.ts'],
          // The program is imported once for all files: each file has a database of its own, and no module keeps one.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      })),
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['e2e/*.spec.ts'],
          globalSetup: ['src/testing/served.ts'],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['src/**/*.fault.test.ts'],
          exclude: ['src/**/*.alone.fault.test.ts'],
          maxWorkers: 2,
          ...PATIENT,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults-alone',
          include: ['src/**/*.alone.fault.test.ts'],
          fileParallelism: false,
          ...PATIENT,
        },
      },
    ],
  },
})
