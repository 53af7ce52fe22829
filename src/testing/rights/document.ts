import { sayDeed } from '../../features/journal/entries.tsx'
import { PLACES } from './actors.ts'
import type { Tried } from './matrix.ts'
import { LEGEND, printTable, type Row } from './printing.ts'

/** How the document is written anew. */
export const WRITE_ANEW = 'npx vitest run --project database src/rights.db.test.ts --update'

const INTRODUCTION = `# Who may what

Made from the rules themselves by \`src/rights.db.test.ts\`, which fails where this page is stale; written anew by
\`${WRITE_ANEW}\`.

Each deed is tried upon one real thing of ${PLACES.own.conference} and ${PLACES.own.party}, made by real deeds. Who tries
holds one role alone: at that conference and for that party; at that conference for ${PLACES.beside.party}, with another
account; or for the same party at ${PLACES.elsewhere.conference}. What stands empty is refused (403, and 401 to whoever has
not signed in) by pages, forms and the interface for programs alike, and leaves no trace. What may be done may still be
refused for other reasons: a list that is closed, a text that was signed off.

${LEGEND}

Whoever asks without an account stands in the first column. Where it is ● beside «by a link», the link is the right: it
was given to one person or one door, and the same deed with another one is refused to everybody.`

/** Deeds whose right is a link. */
const BY_LINK =
  /^(?:registration\.(?:register|change|withdraw|erase)|checkin\.record-scans|notifications\.stop)$/

const rowOf = ({ command: { name }, how, allowed }: Tried): Row => ({
  cells: [
    [
      sayDeed('en', name) ?? name,
      how === '' && BY_LINK.test(name) ? ', by a link' : '',
      how && ` (${how})`,
    ].join(''),
    `\`${name}\``,
  ],
  is: (who) => allowed.has(who),
})

/** The deeds of each feature that has some, in the order in which features build on one another. */
export function printDeeds(tried: readonly Tried[]): string {
  const features = [...new Set(tried.map(({ feature }) => feature))]
  return features
    .map(({ name }) => {
      const rows = tried.filter(({ feature }) => feature.name === name).map(rowOf)
      return `### ${name}\n\n${printTable(['deed', 'command'], rows)}`
    })
    .join('\n\n')
}

/** The whole document. */
export const printDocument = (tried: readonly Tried[]): string =>
  `${INTRODUCTION}\n\n## Deeds\n\n${printDeeds(tried)}\n`
