import { existsSync } from 'node:fs'
import { build } from './build.mjs'
import { countLint, countTests, countTypes } from './counts.mjs'

const vitest = (name, ...projects) => ({
  name,
  tool: 'vitest/vitest.mjs',
  args: (report) => [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    ...['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`],
  ],
  show: 'always',
  count: countTests,
})

const hasPostgres15 = existsSync('/usr/lib/postgresql/15/bin/postgres')

const needsBuild = (stage) => ({ ...stage, prepare: build })

/** The stages of `npm test`, in the order in which a fault is found soonest. */
export const STAGES = [
  {
    name: 'types',
    tool: 'typescript/bin/tsc',
    args: () => ['-p', '.', '--pretty', 'false'],
    count: countTypes,
  },
  {
    name: 'lint',
    tool: '@biomejs/biome/bin/biome',
    args: () => ['check', '--reporter=json', '--max-diagnostics=100'],
    show: 'never',
    count: countLint,
  },
  vitest('pure', 'pure'),
  vitest('database', 'database'),
  ...(hasPostgres15 ? [vitest('database-15', 'database-15')] : []),
  needsBuild(vitest('browser', 'browser')),
  needsBuild(vitest('faults', 'faults', 'faults-alone')),
]

/** What this machine lacks, and what is therefore not run on it. */
export const missingHere = () =>
  hasPostgres15
    ? []
    : ['database-15: every database test on PostgreSQL 15 (it is not installed here)']
