import { LEGEND, printTable } from '../printing.ts'
import type { Canary } from '../stage/stage.ts'
import type { Answered } from './crawl.ts'

/** How the document is written anew. */
export const WRITE_ANEW = 'npx vitest run --project database src/secrets.db.test.ts --update'

const INTRODUCTION = `# Who reads what

Made by \`src/secrets.db.test.ts\`, which fails where this page is stale; written anew by
\`${WRITE_ANEW}\`.

One thing of each kind stands at a conference, and a word in it that stands nowhere else. Everybody of
[who may what](rights.md) then reads every page, file, feed, dataset and stream, looks for these words, and must find
exactly those that are theirs. Whatever tells one is kept by no cache, no log and no journal.

${LEGEND}`

/** What is for some only, and who finds it. */
function printSecrets(canaries: readonly Canary[], answers: readonly Answered[]): string {
  const rows = canaries.map(({ of }) => {
    const names = new Set(
      answers.filter(({ tells, byLink }) => !byLink && tells.includes(of)).map(({ name }) => name),
    )
    return { cells: [of], is: (name: string) => names.has(name) }
  })
  return printTable(['what is told'], rows)
}

/** The pages and files that say who may read them, and who could. */
function printGuarded(answers: readonly Answered[]): string {
  const paths = new Map<string, Set<string>>()
  for (const { address, status, name } of answers) {
    if (!address.reads.may) continue
    const read = paths.get(address.reads.path) ?? new Set()
    if (status === 200) read.add(name)
    paths.set(address.reads.path, read)
  }
  const rows = [...paths].toSorted().map(([path, names]) => ({
    cells: [`\`${path.replaceAll('|', '\\|')}\``],
    is: (name: string) => names.has(name),
  }))
  return printTable(['address'], rows)
}

/** The whole document. */
export const printReaders = (canaries: readonly Canary[], answers: readonly Answered[]): string =>
  [
    INTRODUCTION,
    '## What is not for everybody',
    `Whoever has a link that was given to a person or to a door reads by it what is theirs, and nothing else; that is not
in the table.`,
    printSecrets(canaries, answers),
    '## Pages and files that say who may read them',
    'All others are for everybody. What a page shows of itself to whom stands in the table above.',
    `${printGuarded(answers)}\n`,
  ].join('\n\n')
