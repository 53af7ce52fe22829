import { existsSync, readFileSync } from 'node:fs'

/** What a stage found; `notRun` are the names of tests that need what this machine lacks, `broken` what failed. */
const counted = (passed, failed, { notRun = [], broken = [] } = {}) => ({
  ...{ passed, failed, notRun, broken },
})

/** The compiler says one line for each error: the check is one test, or as many failures as errors. */
export function countTypes({ code, output }) {
  const broken = output.split('\n').filter((line) => /error TS\d+/.test(line))
  return code === 0 ? counted(1, 0) : counted(0, Math.max(broken.length, 1), { broken })
}

/** Biome's JSON report counts the errors and warnings; either breaks the stage, and is said in a line. */
export function countLint({ code, output }) {
  const { summary, diagnostics = [] } = JSON.parse(output)
  const serious = diagnostics.filter(({ severity }) => severity !== 'info')
  const broken = serious.map(
    ({ location, message, category }) =>
      `${location.path}:${location.start?.line ?? 1} ${message} (${category})`,
  )
  process.stderr.write(broken.map((line) => `${line}\n`).join(''))
  const found = summary.errors + summary.warnings
  return found === 0 && code === 0 ? counted(1, 0) : counted(0, Math.max(found, 1), { broken })
}

/**
 * Vitest's JSON report. A file that could not be loaded has no tests and counts as one failure, and so does a run
 * that calls itself a failure although no test failed (an error outside all tests), or that ran nothing.
 */
export function countTests({ code, report }) {
  if (!existsSync(report)) return counted(0, 1)
  const found = JSON.parse(readFileSync(report, 'utf8'))
  const named = (isMeant) =>
    found.testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(isMeant).map(({ fullName }) => fullName),
    )
  const unloaded = found.testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'),
  )
  const failed = found.numFailedTests + unloaded.length
  const silent = failed === 0 && (code !== 0 || !found.success || found.numPassedTests === 0)
  return counted(found.numPassedTests, silent ? 1 : failed, {
    notRun: named(({ status }) => status !== 'passed' && status !== 'failed'),
    broken: [...named(({ status }) => status === 'failed'), ...unloaded.map(({ name }) => name)],
  })
}
