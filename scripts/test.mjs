import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runTool } from './runtime.mjs'
import { missingHere, STAGES } from './stages.mjs'

const REPORTS = join(ROOT, '.cache', 'test')

/** Runs one stage; one that could not run at all is a failure, never a silence. */
async function run({ name, tool, args, show, prepare, count }) {
  process.stderr.write(`\n── ${name}\n`)
  const report = join(REPORTS, `${name}.json`)
  try {
    rmSync(report, { force: true })
    await prepare?.()
    return { name, ...count({ ...(await runTool(tool, args(report), { show })), report }) }
  } catch (error) {
    console.error(error.message)
    return { name, passed: 0, failed: 1, notRun: [], broken: [error.message] }
  }
}

/**
 * Runs all stages, or those that are named; the last line is the sum, alone.
 */
export async function test(names) {
  mkdirSync(REPORTS, { recursive: true })
  const results = []
  for (const stage of STAGES) {
    if (names.length === 0 || names.includes(stage.name)) results.push(await run(stage))
  }
  console.log('')
  for (const { name, passed, failed } of results) {
    console.log(`${name.padEnd(11)} ${passed} passed, ${failed} failed`)
  }
  list('Not run here', [...missingHere(), ...results.flatMap((result) => result.notRun)])
  list(
    'Failed',
    results.flatMap(({ name, broken }) => broken.map((one) => `${name}: ${one}`)),
  )

  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  return results.length > 0 && sum('failed') === 0 ? 0 : 1
}

const list = (title, lines) => {
  if (lines.length > 0) console.log(`\n${title}:\n${lines.map((one) => `  ${one}`).join('\n')}`)
}
