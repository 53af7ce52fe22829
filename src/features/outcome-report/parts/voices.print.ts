import { sayPartialDay } from '../../../i18n/days.ts'
import { isolateIn } from '../../../i18n/isolate.ts'
import { sayTerm } from '../../pledges/pages/terms.print.ts'
import { type Cell, line, type Part, paragraph } from '../blocks.ts'
import { BESIDE, type Desk, wordsOf } from '../desk.print.ts'
import { say } from '../words.ts'

/** What others say of the edition as a whole, each in its own voice; what is said of single states is not repeated. */
export function voicesPart(desk: Desk): Part | null {
  const { language, outcome } = desk
  const said = outcome.observations.filter(
    ({ parties, pledges }) => parties.length === 0 && pledges.length === 0,
  )
  if (said.length === 0) return null
  return {
    id: 'voices',
    heading: say(language, 'voices'),
    blocks: [
      paragraph('plain', say(language, 'voices.text')),
      {
        kind: 'list',
        items: said.map(
          ({ note, voice, author, on, source }): Cell => [
            line('plain', wordsOf(desk, note), desk.cite([source])),
            line(
              'quiet',
              [
                sayTerm(language, `voice.${voice}`),
                author === null ? '' : isolateIn(language, author),
                on === null ? '' : sayPartialDay(language, on),
              ]
                .filter((part) => part !== '')
                .join(BESIDE),
            ),
          ],
        ),
      },
    ],
  }
}
