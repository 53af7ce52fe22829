import type { Observation } from '../observations/model.ts'
import { say } from '../words.ts'
import { Statement, type StatementDesk } from './statement.tsx'

/** What is said of an edition as a whole, or of a state at it. */
export function ConferenceSection({
  desk,
  statements,
}: {
  desk: StatementDesk
  statements: readonly Observation[]
}) {
  const { language } = desk
  return (
    <section aria-labelledby="statements">
      <h2 id="statements">{say(language, 'conference')}</h2>
      <p class="label">{say(language, 'conference.note')}</p>
      <ol class="grid list-none gap-x-14 ps-0 lg:grid-cols-2">
        {statements.map((said) => (
          <Statement desk={desk} said={said} />
        ))}
      </ol>
    </section>
  )
}
