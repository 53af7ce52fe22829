import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

interface Counted {
  passed: number
  failed: number
  notRun: readonly string[]
  broken: readonly string[]
}
type Count = (stage: { code: number; output?: string; report?: string }) => Counted
const SCRIPT = pathToFileURL(join(import.meta.dirname, '../../scripts/counts.mjs')).href
const { countTypes, countLint, countTests } = (await import(SCRIPT)) as Record<
  'countTypes' | 'countLint' | 'countTests',
  Count
>

const folder = mkdtempSync(join(tmpdir(), 'plenum-counts-'))
afterAll(() => rmSync(folder, { recursive: true }))

function reported(code: number, report: object): Counted {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return countTests({ code, report: file })
}
const file = (status: string, ...assertions: readonly string[]) => ({
  ...{ name: `a file that ${status}`, status },
  assertionResults: assertions.map((one) => ({ status: one, fullName: `a test that ${one}` })),
})

describe('npm test counts', () => {
  it('passed and failed tests, and names those that failed or could not run here', () => {
    expect(
      reported(1, {
        success: false,
        numPassedTests: 2,
        numFailedTests: 1,
        testResults: [file('failed', 'passed', 'passed', 'failed', 'skipped')],
      }),
    ).toEqual({
      ...{ passed: 2, failed: 1 },
      ...{ notRun: ['a test that skipped'], broken: ['a test that failed'] },
    })
  })

  it('a file that could not be loaded as a failure', () => {
    expect(
      reported(1, {
        success: false,
        numPassedTests: 1,
        numFailedTests: 0,
        testResults: [file('passed', 'passed'), file('failed')],
      }),
    ).toEqual({ passed: 1, failed: 1, notRun: [], broken: ['a file that failed'] })
  })

  it('a run that fails outside all tests, runs nothing, or leaves no report as a failure', () => {
    const good = { success: true, numPassedTests: 1, numFailedTests: 0, testResults: [] }
    expect(reported(0, good).failed).toBe(0)
    expect(reported(1, good).failed).toBe(1)
    expect(reported(0, { ...good, success: false }).failed).toBe(1)
    expect(reported(0, { ...good, numPassedTests: 0 }).failed).toBe(1)
    expect(countTests({ code: 0, report: join(folder, 'none.json') }).failed).toBe(1)
  })

  it('each error of the compiler and of the linter', () => {
    const errors = 'a.ts(1,1): error TS1: x\nb.ts(2,2): error TS2: y\n'
    expect(countTypes({ code: 2, output: errors })).toMatchObject({
      ...{ failed: 2, broken: ['a.ts(1,1): error TS1: x', 'b.ts(2,2): error TS2: y'] },
    })
    expect(countTypes({ code: 1, output: 'no such file' }).failed).toBe(1)
    expect(countTypes({ code: 0, output: '' })).toMatchObject({ passed: 1, failed: 0 })
    const lint = (code: number, errors: number, warnings: number) =>
      countLint({ code, output: JSON.stringify({ summary: { errors, warnings } }) })
    expect(lint(1, 3, 1).failed).toBe(4)
    expect(lint(0, 0, 0)).toMatchObject({ passed: 1, failed: 0 })
  })
})
