import { existsSync, readFileSync } from 'node:fs'

/** What a stage found; `notRun` are the names of tests that need what this machine lacks. */
const counted = (passed, failed, notRun = []) => ({ passed, failed, notRun })

/** The compiler says one line for each error: the check is one test, or as many failures as errors. */
export function countTypes({ code, output }) {
  const errors = output.split('\n').filter((line) => /error TS\d+/.test(line)).length
  return code === 0 ? counted(1, 0) : counted(0, Math.max(errors, 1))
}

/** Biome's JSON report counts the errors and warnings; either breaks the stage, and is said in a line. */
export function countLint({ code, output }) {
  const { summary, diagnostics = [] } = JSON.parse(output)
  const serious = diagnostics.filter(({ severity }) => severity !== 'info')
  for (const { location, message, category } of serious) {
    process.stderr.write(`${location.path}:${location.start?.line ?? 1} ${message} (${category})\n`)
  }
  const found = summary.errors + summary.warnings
  return found === 0 && code === 0 ? counted(1, 0) : counted(0, Math.max(found, 1))
}

/**
 * Vitest's JSON report. A file that could not be loaded has no tests and counts as one failure, and so does a run
 * that calls itself a failure although no test failed (an error outside all tests), or that ran nothing.
 */
export function countTests({ code, report }) {
  if (!existsSync(report)) return counted(0, 1)
  const found = JSON.parse(readFileSync(report, 'utf8'))
  const broken = found.testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'),
  ).length
  const failed = found.numFailedTests + broken
  const silent = failed === 0 && (code !== 0 || !found.success || found.numPassedTests === 0)
  const notRun = found.testResults.flatMap((file) =>
    file.assertionResults
      .filter((one) => one.status !== 'passed' && one.status !== 'failed')
      .map((one) => one.fullName),
  )
  return counted(found.numPassedTests, silent ? 1 : failed, notRun)
}
