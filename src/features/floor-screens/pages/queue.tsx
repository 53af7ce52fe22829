import { Empty } from '../../../ui/notices.tsx'
import { ConferenceTime } from '../../../ui/reader-time.tsx'
import { LikelyTime } from '../../floor/pages/likely-time.tsx'
import { SpeakerLine } from '../../floor/pages/speaker-line.tsx'
import type { Heard, Speech } from '../../floor/queue/floor.ts'
import { ahead } from '../../floor/queue/likely.ts'
import { sayReason, sayRuling, sayTerm } from '../../floor/terms.print.ts'
import { say } from '../words.ts'
import type { Screen } from './screen.tsx'

const instant = (at: number) => Temporal.Instant.fromEpochMilliseconds(at)

/** Whether anything is said of when somebody will be called: while a session is suspended nobody knows. */
export const hasLikely = ({ floor: { meeting } }: Pick<Screen, 'floor'>) =>
  meeting === 'before' || meeting === 'running'

/** Those who are still to be called, in their order, each with a likely time; the first ones only, where that is asked. */
export function Waiting({ screen, most }: { screen: Screen; most?: number }) {
  const { floor, language } = screen
  const all = ahead(floor)
  if (all.length === 0) return <Empty>{say(language, 'waiting.none')}</Empty>
  return (
    <ol class="floor-queue">
      {all.slice(0, most).map((speech, index) => (
        <WaitingLine speech={speech} number={index + 1} screen={screen} />
      ))}
    </ol>
  )
}

function WaitingLine({
  speech,
  number,
  screen,
}: {
  speech: Speech
  number: number
  screen: Screen
}) {
  const { speakers, standing, zones, session, sight, language } = screen
  const at = hasLikely(screen) ? standing.likely.begins.get(speech.id) : undefined
  return (
    <li id={`speech-${speech.id}`}>
      <span class="floor-number">{number}</span>
      <span>
        <SpeakerLine speech={speech} of={speakers} named={sight.names} tongue={sight.names} />
        <WhyHere speech={speech} language={language} />
      </span>
      {at !== undefined && <LikelyTime at={at} day={session.day} zones={zones} />}
    </li>
  )
}

/** Why somebody stands elsewhere than the rule of the list would have them. */
function WhyHere({
  speech: { place },
  language,
}: {
  speech: Speech
  language: Screen['language']
}) {
  if (place.by === 'rule') return null
  const why =
    place.by === 'hand'
      ? `${sayTerm(language, 'place.hand')}: ${sayReason(language, place.reason)}`
      : sayTerm(language, `place.${place.by}`)
  return <span class="speaker-remarks">{why}</span>
}

/** Those who have spoken, in the order in which they did, with their times. */
export function HaveSpoken({ screen }: { screen: Screen }) {
  const { floor, language } = screen
  if (floor.heard.length === 0) return <Empty>{say(language, 'heard.none')}</Empty>
  return (
    <ol class="floor-queue floor-heard">
      {floor.heard.map((heard) => (
        <HeardLine heard={heard} screen={screen} />
      ))}
    </ol>
  )
}

function HeardLine({ heard, screen }: { heard: Heard; screen: Screen }) {
  const { speakers, zones, session, language } = screen
  const { speech, givenAt, endedAt, ruling } = heard
  return (
    <li id={`heard-${speech.id}`}>
      <span class="floor-time">
        <ConferenceTime
          span={{ start: instant(givenAt), end: instant(endedAt) }}
          day={session.day}
          zones={zones}
        />
      </span>
      <span>
        <SpeakerLine speech={speech} of={speakers} tongue />
        {ruling && <span class="speaker-remarks">{sayRuling(language, ruling)}</span>}
      </span>
    </li>
  )
}

/** Statements that are handed in, and taken as read. */
export function InWriting({ screen }: { screen: Screen }) {
  const { floor, speakers, language } = screen
  if (floor.written.length === 0) return null
  return (
    <>
      <h2>{say(language, 'written')}</h2>
      <ul class="floor-queue floor-written">
        {floor.written.map((speech) => (
          <li id={`written-${speech.id}`}>
            <SpeakerLine speech={speech} of={speakers} named={false} />
          </li>
        ))}
      </ul>
    </>
  )
}
