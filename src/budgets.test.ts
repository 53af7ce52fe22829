import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, isTest, type SourceFile, withoutComments } from './testing/tree.ts'

const LONGEST_FILE = 300
const LONGEST_TEST = 500
const MEDIAN_FILE = 80
const FULLEST_FOLDER = 12

const sources = [
  ...filesBelow('src', '.ts', '.tsx'),
  ...filesBelow('e2e', '.ts'),
  ...filesBelow('bench', '.ts'),
]
const code = sources.filter((file) => !isTest(file.path))
const scripts = filesBelow('scripts', '.mjs')

const matches = (files: readonly SourceFile[], pattern: RegExp) =>
  files.flatMap((file) =>
    [...withoutComments(file.text).matchAll(pattern)].map((match) => `${file.path}: ${match[0]}`),
  )

describe('budgets', () => {
  it(`keeps a file within ${LONGEST_FILE} lines, a test within ${LONGEST_TEST}`, () => {
    const long = [...sources, ...scripts]
      .filter((file) => file.lines > (isTest(file.path) ? LONGEST_TEST : LONGEST_FILE))
      .map((file) => `${file.path}: ${file.lines}`)
    expect(long).toEqual([])
  })

  it(`keeps the median file within ${MEDIAN_FILE} lines`, () => {
    const lines = code.map((file) => file.lines).sort((a, b) => a - b)
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThanOrEqual(MEDIAN_FILE)
  })

  it(`keeps a folder within ${FULLEST_FOLDER} files, tests apart`, () => {
    const folders = Map.groupBy(code, (file) => dirname(file.path))
    const full = [...folders]
      .filter(([, files]) => files.length > FULLEST_FOLDER)
      .map(([folder, files]) => `${folder}: ${files.length}`)
    expect(full).toEqual([])
  })

  it('has no type switched off, and nothing left for later', () => {
    expect(matches(sources, /:\s*an[y]\b|\bas an[y]\b|<an[y]\b|\ban[y]\[\]/g)).toEqual([])
    const unfinished = [...sources, ...scripts, ...filesBelow('src', '.sql', '.css')].flatMap(
      (file) =>
        [
          ...file.text.matchAll(
            /\b(?:TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b|@ts-(?:ignore|expect-error|nocheck)/g,
          ),
        ].map((match) => `${file.path}: ${match[0]}`),
    )
    expect(unfinished).toEqual([])
  })

  it('has no test that is skipped, narrowed or only planned', () => {
    expect(matches(sources, /\b(?:it|test|describe)\.(?:skip|only|todo)\b/g)).toEqual([])
  })

  it('has no junk drawer and no barrel', () => {
    const drawers = sources.filter((file) =>
      /\/(?:utils?|lib|common|helpers?|misc|shared)(?:\/|\.tsx?$)/.test(file.path),
    )
    const barrels = sources.filter((file) => /\/index\.tsx?$/.test(file.path))
    expect([...drawers, ...barrels].map((file) => file.path)).toEqual([])
  })

  it('uses logical directions only, so that Arabic mirrors', () => {
    const physical =
      /["'`\s](?:-?m[lr]|p[lr]|(?:rounded|border)-[lr]|text-left|text-right|float-left|float-right)(?:-[\w./[\]-]+)?(?=["'`\s])/g
    expect(matches(filesBelow('src', '.tsx'), physical)).toEqual([])
    const css =
      /(?:^|[\s;{])(?:margin|padding|border)-(?:left|right)|(?:^|[\s;{])(?:left|right)\s*:|text-align:\s*(?:left|right)|float:\s*(?:left|right)/g
    expect(matches(filesBelow('src', '.css'), css)).toEqual([])
  })
})
