import { sayPartialDay } from '../../../i18n/days.ts'
import { sayTerm } from '../../conferences/terms.print.ts'
import { type Cell, line, type Part } from '../blocks.ts'
import { BESIDE, citeKeys, type Desk, wordsOf } from '../desk.print.ts'
import { say } from '../words.ts'
import { endorsements } from './figures.print.ts'

/** What the conference adopted or published of its result, and how many endorsed it. */
export function documentsPart(desk: Desk): Part | null {
  const { language, outcome } = desk
  const documents = outcome.conference.documents.filter(({ kind }) => RESULTS.has(kind))
  const blocks = endorsements(desk)
  if (documents.length === 0 && blocks.length === 0) return null
  const items = documents.map(
    ({ kind, name, date, note, sources }): Cell => [
      line('strong', wordsOf(desk, name), citeKeys(desk, sources)),
      line(
        'quiet',
        [sayTerm(language, `document.${kind}`), date ? sayPartialDay(language, date) : '']
          .filter((part) => part !== '')
          .join(BESIDE),
      ),
      ...(note ? [line('quiet', wordsOf(desk, note))] : []),
    ],
  )
  return {
    id: 'documents',
    heading: say(language, 'documents'),
    blocks: [...(items.length > 0 ? [{ kind: 'list' as const, items }] : []), ...blocks],
  }
}

const RESULTS: ReadonlySet<string> = new Set(['outcome', 'report'])
