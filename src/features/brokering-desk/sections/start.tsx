import { Deed } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import { addressOfDesk, type Wording } from '../../brokering/model.ts'
import type { Desk } from '../desk.tsx'
import type { Line } from '../facts.ts'
import { sayWhere } from '../one/need.tsx'
import { WhoForWhat } from '../one/shares.tsx'
import { say } from '../words.ts'

/** On the page of a need in a calculation: who would be asked for what, and the button that asks them. */
export function StartSection({
  desk,
  of,
  wording,
  there,
  why,
}: {
  desk: Desk
  of: { run: string; requirement: string }
  wording: Wording | null
  /** The conversations on it that there are or were, the newest first. */
  there: readonly Line[]
  /** Why nobody is asked for what this calculation proposes; null where they may be. */
  why: 'supposed' | 'recorded' | null
}) {
  const { viewer, conference } = desk
  const { language } = viewer
  const list = addressOfDesk(conference)
  const isOpen = there.some(({ proposal }) => proposal.endedAt === null)
  return (
    <section aria-labelledby="conversation">
      <h2 id="conversation">{say(language, 'conversation')}</h2>
      {there.length > 0 && (
        <ul class="list-none ps-0">
          {there.map(({ proposal }) => (
            <li>
              <a href={hrefOf(language, `${list}/${proposal.id}`)}>
                {say(language, 'conversation.to')}
              </a>
              {say(language, 'colon')}
              {sayWhere(language, proposal)}
            </li>
          ))}
        </ul>
      )}
      {!isOpen && why !== null && <Notice>{say(language, `conversation.${why}`)}</Notice>}
      {!isOpen && why === null && wording === null && (
        <Empty>{say(language, 'conversation.none')}</Empty>
      )}
      {!isOpen && why === null && wording !== null && (
        <>
          <p>{say(language, 'conversation.text')}</p>
          <WhoForWhat desk={desk} wording={wording} />
          {wording.mission !== null && (
            <p class="label">
              {say(language, 'mission.readers')}
              {say(language, 'colon')}
              {say(language, `mission.readers.${wording.missionFor}`)}
            </p>
          )}
          <Deed
            viewer={viewer}
            command="brokering.start"
            then={`${list}/{proposal}`}
            fixed={{ conference, ...of }}
            label={say(language, 'conversation.start')}
            quiet={false}
          />
        </>
      )}
    </section>
  )
}
