import { sayDuration } from '../../../i18n/clock.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { DeskHead } from '../../conference-desk/pages/desk-head.tsx'
import { nextTurnOf } from '../../floor/queue/floor.ts'
import { undoable } from '../../floor/queue/queue.ts'
import { standingAt, tellsInscription } from '../../floor/standing.ts'
import { sayInscription, sayMeeting, sayTerm } from '../../floor/terms.print.ts'
import { Screens } from '../../floor-screens/pages/screens.tsx'
import { clockAt, momentAt, partyName, titleOf } from '../names.print.ts'
import { OnDesk, type Rehearsable } from '../rehearsal/rehearsals.tsx'
import { endOf, type Shift } from '../rules/shift.ts'
import { tellingOf } from '../told.print.ts'
import { say } from '../words.ts'
import { Asks } from './asks.tsx'
import { type Desk, deskAddress } from './desk-props.tsx'
import { KeyDeed, Legend } from './key.tsx'
import { Now } from './now.tsx'
import { NotDone, type Since } from './since.tsx'
import { Spoken, Waiting } from './waiting.tsx'

interface Props {
  desk: Desk
  conference: { id: string; name: string }
  since: Since | null
  shift: Shift | null
  rehearsal: Rehearsable['rehearsal']
}

/** The desk in a session: who speaks, who comes next, and everything that one hand does about it. */
export function DeskPage({ desk, conference, since, shift, rehearsal }: Props) {
  const { language, list, now, viewer } = desk
  const { likely } = standingAt(list, Temporal.Instant.fromEpochMilliseconds(now))
  return (
    <>
      <DeskHead
        language={language}
        conference={conference}
        steps={[
          { href: hrefOf(language, `/${conference.id}/desk/floor`), label: say(language, 'title') },
          { href: '', label: titleOf(list, language) },
        ]}
        title={titleOf(list, language)}
      >
        <OnDesk viewer={viewer} rehearsal={rehearsal} />
        <Standing desk={desk} />
      </DeskHead>
      <floor-desk
        class="floor-desk"
        data-moved={say(language, 'moved-to')}
        data-not-now={say(language, 'not-now')}
      >
        <NotDone viewer={viewer} list={list} since={since} language={language} />
        <p class="floor-says" role="status" data-says="" hidden />
        <Now desk={desk} likely={likely} />
        <Undo desk={desk} />
        <Legend desk={desk} />
        <div class="floor-columns">
          <div>
            <Waiting desk={desk} likely={likely} />
            <Spoken desk={desk} />
          </div>
          <div>
            <Late desk={desk} shift={shift} />
            <Asks desk={desk} />
            <Session desk={desk} />
            {list.published && <Screens language={language} of={list} chairs list />}
            <Ways desk={desk} />
          </div>
        </div>
      </floor-desk>
    </>
  )
}

/** How the session and inscription stand, and until when. */
function Standing({ desk: { language, list, now } }: { desk: Desk }) {
  const { inscription } = standingAt(list, Temporal.Instant.fromEpochMilliseconds(now))
  const turn = nextTurnOf(list.window, now)
  const ends = endOf(list.floor, now)
  const { waiting, replies } = list.floor
  return (
    <p class="desk-standing">
      <strong>{sayMeeting(language, list.floor.meeting)}</strong>
      {tellsInscription(list.floor, inscription) && ` · ${sayInscription(language, inscription)}`}
      {turn !== null && (
        <>
          {' · '}
          {say(language, inscription === 'open' ? 'closes-at' : 'opens-at')}{' '}
          <bdi>{momentAt(language, turn, list)}</bdi>
        </>
      )}
      {' · '}
      {sayTerm(language, 'remaining')} {waiting.length + replies.length}
      {ends !== null && list.floor.meeting === 'running' && waiting.length > 0 && (
        <>
          {' · '}
          {say(language, 'through-at')} <bdi>{clockAt(ends, list)}</bdi>
        </>
      )}
    </p>
  )
}

/** The other pages of this list, and its papers. */
function Ways({ desk: { language, list } }: { desk: Desk }) {
  const way = (more: string, word: 'settings' | 'history' | 'summary' | 'paper' | 'table') => (
    <li>
      <a href={hrefOf(language, deskAddress(list.of.conference, list.session.slug, more))}>
        {say(language, word)}
      </a>
    </li>
  )
  return (
    <nav class="floor-ways" aria-labelledby="floor-ways">
      <h2 id="floor-ways">{say(language, 'ways')}</h2>
      <ul>
        {list.floor.meeting === 'before' && way('/settings', 'settings')}
        {way('/list.pdf', 'paper')}
        {way('/list.csv', 'table')}
        {way('/history', 'history')}
        {way('/summary', 'summary')}
      </ul>
    </nav>
  )
}

/** What was done last, and the way back. */
function Undo({ desk }: { desk: Desk }) {
  const { language, list, can } = desk
  const last = undoable(list.floor)
  if (!last || !can.undo) return null
  const { act, parties } = tellingOf(list.floor.standing, language)(last)
  return (
    <div class="floor-undo">
      <p>
        {say(language, 'last')} <bdi>{clockAt(last.at, list)}</bdi> {act}
        {parties.map((code) => (
          <>
            {' · '}
            <bdi>{partyName(list, code, language)}</bdi>
          </>
        ))}
      </p>
      <KeyDeed desk={desk} deed="undo" by="undo">
        {say(language, 'undo')}
      </KeyDeed>
    </div>
  )
}

/** What the public would be told of the times, as the pace suggests; by one button. */
function Late({ desk, shift }: { desk: Desk; shift: Shift | null }) {
  const { language, viewer, list } = desk
  if (!shift) return null
  const { session, minutes } = shift
  const title = titleOf({ session, rehearsal: null }, language)
  return (
    <section class="floor-late" aria-labelledby="floor-late">
      <h2 id="floor-late">{say(language, 'late')}</h2>
      <p>
        <bdi>{title}</bdi>
        {' · '}
        {minutes === 0 ? say(language, 'late.none') : sayDuration(language, minutes)}
      </p>
      <p class="mark">{say(language, 'late.note')}</p>
      <Deed
        viewer={viewer}
        command={minutes === 0 ? 'programme.clear-delay' : 'programme.report-delay'}
        then={viewer.address}
        fixed={{
          ...{ conference: list.of.conference, session: session.id },
          ...(minutes > 0 && { minutes }),
        }}
        label={say(language, 'late.say')}
      />
    </section>
  )
}

/** What is done to the session as a whole, and to inscription by hand. */
function Session({ desk }: { desk: Desk }) {
  const { language, can, list, now } = desk
  const { inscription } = standingAt(list, Temporal.Instant.fromEpochMilliseconds(now))
  const deeds = [
    ...(can.open && inscription !== 'open' ? [['open', 'open'] as const] : []),
    ...(can.close && inscription === 'open' ? [['close', 'close'] as const] : []),
    ...(can.suspend ? [['suspend', 'suspend'] as const] : []),
    ...(can.adjourn ? [['adjourn', 'adjourn'] as const] : []),
  ]
  if (deeds.length === 0) return null
  return (
    <section class="floor-session" aria-labelledby="floor-session">
      <h2 id="floor-session">{say(language, 'session')}</h2>
      <div class="deeds">
        {deeds.map(([deed, word]) => (
          <KeyDeed desk={desk} deed={deed}>
            {say(language, word)}
          </KeyDeed>
        ))}
      </div>
    </section>
  )
}
