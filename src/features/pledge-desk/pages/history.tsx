import { BETWEEN } from '../../../ui/text.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import { type Desk, nameIn } from '../desk.tsx'
import type { Reviewed } from '../review.ts'
import { say } from '../words.ts'
import { Moment } from './frame.tsx'

const SAID = [
  'draft',
  'revise',
  'invite',
  'consent',
  'decline',
  'submit',
  'recall',
  'relate',
  'return',
  'accept',
  'sign',
  'unsign',
  'announce',
  'undo',
  'release',
  'amend',
  'withdraw',
  'confirm',
] as const
type Said = (typeof SAID)[number]

/** Everything that was done to a pledge, the last first. */
export function History({ desk, reviewed }: { desk: Desk; reviewed: Reviewed }) {
  const { language } = desk.viewer
  const told = reviewed.deeds.filter(({ deed }) => (SAID as readonly string[]).includes(deed))
  if (told.length === 0) return null
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say(language, 'history')}</h2>
      <ol reversed>
        {told.toReversed().map(({ deed, at, party, note }) => (
          <li>
            <Moment language={language} zone={desk.zone} at={at} />
            {BETWEEN}
            {say(language, `deed.${deed as Said}`)}
            {party && (
              <>
                {BETWEEN}
                {nameIn(desk, party)}
              </>
            )}
            {note && (
              <p class="mb-1">
                <Title text={note} language={language} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
