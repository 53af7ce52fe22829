import { sayDay } from '../../../i18n/days.ts'
import type { PartyCode } from '../../../kernel/ids.ts'
import { BETWEEN } from '../../../ui/text.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import type { Round } from '../reports/rounds.model.ts'
import { say } from '../words.ts'
import { type Desk, Line, PartyName } from './marks.tsx'

/** That reports are asked for now, until when, and from whom they have come: of nobody else anything is said. */
export function Rounds({
  desk,
  rounds,
}: {
  desk: Desk
  rounds: readonly { round: Round; reported: readonly PartyCode[] }[]
}) {
  const { language } = desk
  if (rounds.length === 0) return null
  return (
    <section aria-labelledby="rounds">
      <h2 id="rounds">{say(language, 'rounds')}</h2>
      {rounds.map(({ round, reported }) => (
        <div class="mb-4">
          <p class="mb-1">
            <Title text={round.name} language={language} />
            {BETWEEN}
            <time datetime={round.due}>
              {say(language, 'rounds.until', { date: sayDay(language, round.due) })}
            </time>
          </p>
          {reported.length > 0 && (
            <Line language={language} label={say(language, 'rounds.reported')}>
              {reported.map((code, place) => (
                <>
                  {place > 0 && BETWEEN}
                  <PartyName desk={desk} code={code} />
                </>
              ))}
            </Line>
          )}
        </div>
      ))}
    </section>
  )
}
