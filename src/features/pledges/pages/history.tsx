import { BETWEEN } from '../../../ui/text.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import { type Done, TOLD } from '../history/done.ts'
import { say } from '../words.ts'
import { Moment, partyName } from './names.tsx'
import { namesOf, type PledgeDesk } from './pledge/desk.tsx'

type Told = (typeof TOLD)[number]

const isTold = (deed: string): deed is Told => (TOLD as readonly string[]).includes(deed)

/** Everything that was done to a pledge, the last first. */
export function History({
  desk,
  zone,
  deeds,
}: {
  desk: PledgeDesk
  zone: string
  deeds: readonly Done[]
}) {
  const { language } = desk
  const told = deeds.flatMap((done) => (isTold(done.deed) ? [{ ...done, deed: done.deed }] : []))
  if (told.length === 0) return null
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say(language, 'history')}</h2>
      <ol reversed>
        {told.toReversed().map(({ deed, at, party, note }) => (
          <li>
            <Moment language={language} zone={zone} at={at} />
            {BETWEEN}
            {say(language, `deed.${deed}`)}
            {party && (
              <>
                {BETWEEN}
                {partyName(desk, party, namesOf(desk))}
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
