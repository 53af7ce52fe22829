import { Part } from '../../../ui/part.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { Nameplate } from '../../floor/pages/nameplate.tsx'
import { nameplateOf, OnBehalfOf, remarksOn, sayTongue } from '../../floor/pages/speaker-line.tsx'
import { SpeechClock } from '../../floor/pages/speech-clock.tsx'
import { speaking, type Turn } from '../../floor/queue/floor.ts'
import { ahead } from '../../floor/queue/likely.ts'
import { sayMeeting, sayTerm } from '../../floor/terms.print.ts'
import {
  Announcement,
  clockOf,
  conferenceName,
  RehearsalMark,
  type Screen,
  SessionTitle,
} from './screen.tsx'

/** How many of those who come next a hall reads. */
const NEXT = 2

/** What a whole room reads: who speaks, in which language, for how long, and who comes next. */
export function HallPage({ screen }: { screen: Screen }) {
  const { floor, language, sight, zones } = screen
  const turn = sight.list ? speaking(floor) : null
  const clock = clockOf(screen)
  return (
    <Part id="hall" class="hall">
      <RehearsalMark screen={screen} />
      <p class="hall-head">
        <span>
          {conferenceName(screen)}
          {BETWEEN}
          <SessionTitle screen={screen} />
        </span>
        <span>{sayMeeting(language, floor.meeting)}</span>
      </p>
      <div class="hall-plate">
        {turn ? (
          <Speaking turn={turn} screen={screen} />
        ) : (
          <h1 class="hall-session">
            <SessionTitle screen={screen} />
          </h1>
        )}
        {!turn && (
          <p class="hall-what">
            {floor.meeting === 'running'
              ? sayTerm(language, 'speaker.none')
              : sayMeeting(language, floor.meeting)}
          </p>
        )}
      </div>
      <div class="hall-foot">
        <Next screen={screen} />
        {clock && <SpeechClock class="hall-clock" countdown={clock} zones={zones} />}
      </div>
      <Announcement screen={screen} />
    </Part>
  )
}

function Speaking({ turn: { speech }, screen }: { turn: Turn; screen: Screen }) {
  const { language, speakers } = screen
  const remarks = [
    ...remarksOn(language, speech),
    ...(speech.language ? [sayTongue(language, speech.language)] : []),
  ]
  return (
    <>
      <h1>
        <Nameplate party={speech.party} of={speakers} />
      </h1>
      <p class="hall-what">
        <OnBehalfOf speech={speech} of={speakers} />
        {remarks.length > 0 && <span>{remarks.join(BETWEEN)}</span>}
      </p>
    </>
  )
}

function Next({ screen }: { screen: Screen }) {
  const { floor, language, speakers, sight } = screen
  const waiting = sight.list && floor.meeting !== 'adjourned' ? ahead(floor) : []
  if (waiting.length === 0) return <div class="hall-next" />
  return (
    <div class="hall-next">
      <p class="hall-label">
        <span>{sayTerm(language, 'speaker.next')}</span>
        <span>
          {sayTerm(language, 'remaining')} <bdi>{waiting.length}</bdi>
        </span>
      </p>
      <ol>
        {waiting.slice(0, NEXT).map((speech) => (
          <li>{nameplateOf(speakers, speech.party)}</li>
        ))}
      </ol>
    </div>
  )
}
