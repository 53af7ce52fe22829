import type { Child } from 'hono/jsx'
import type { Countdown } from '../../../kernel/floor/countdown.ts'
import { readingOf } from '../../../kernel/text.ts'
import { Frame } from '../../../ui/frame/frame.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { ConferenceTime, ReaderTimes } from '../../../ui/reader-time.tsx'
import { minuteOf } from '../../floor/pages/likely-time.tsx'
import { SpeakerLine } from '../../floor/pages/speaker-line.tsx'
import { SpeechClock } from '../../floor/pages/speech-clock.tsx'
import { ahead } from '../../floor/queue/likely.ts'
import { sayTerm } from '../../floor/terms.print.ts'
import { readerWords } from '../../programme/pages/marks.tsx'
import { say } from '../words.ts'
import { hasLikely, Waiting } from './queue.tsx'
import { Announcement, addressOf, conferenceName, RehearsalMark, type Screen } from './screen.tsx'
import { SpeakingNow, StateLine } from './speaking-now.tsx'

/** How many of those who come next whoever presides reads. */
const NEXT = 5

/** What whoever presides looks at, and interpreters: who speaks, who comes next, what was asked for, how long it lasts. */
export function ChairPage({ screen }: { screen: Screen }) {
  const { language, zones, session, floor } = screen
  const title = readingOf(session.title, language).value
  return (
    <ReaderTimes {...zones} words={readerWords(language)}>
      <Frame
        place={{
          viewer: { language },
          conference: screen.conference.id,
          conferenceName: conferenceName(screen),
        }}
        title={title}
        steps={[
          { href: `/${screen.conference.id}/floor`, label: say(language, 'title') },
          { href: addressOf(screen), label: title },
          { href: addressOf(screen, 'chair'), label: say(language, 'chair') },
        ]}
      />
      <RehearsalMark screen={screen} />
      <Part id="chair" class="chair">
        <div class="chair-now">
          <StateLine screen={screen} />
          <SpeakingNow screen={screen} />
          <Announcement screen={screen} />
        </div>
        <div class="chair-time">
          <MeetingTime screen={screen} />
        </div>
        <div class="chair-next">
          <h2>{sayTerm(language, 'speaker.next')}</h2>
          <p class="mark">
            {sayTerm(language, 'remaining')} <bdi>{ahead(floor).length}</bdi>
          </p>
          <Waiting screen={screen} most={NEXT} />
        </div>
        <div class="chair-asked">
          <h2>{say(language, 'replies')}</h2>
          <Replies screen={screen} />
        </div>
      </Part>
    </ReaderTimes>
  )
}

function Replies({ screen: { floor, speakers, language } }: { screen: Screen }) {
  if (floor.replies.length === 0) return <Empty>{say(language, 'replies.none')}</Empty>
  return (
    <ol class="floor-queue">
      {floor.replies.map((speech, index) => (
        <li id={`reply-${speech.id}`}>
          <span class="floor-number">{index + 1}</span>
          <SpeakerLine speech={speech} of={speakers} tongue />
        </li>
      ))}
    </ol>
  )
}

const MINUTES_10 = 600
const DAY = 24 * 60 * 60 * 1000

/** The clock of a whole session: it runs to the planned end, whoever speaks. */
const sessionClock = (
  start: Temporal.Instant | null,
  end: Temporal.Instant | null,
): Countdown | null =>
  start &&
  end && {
    limit: (end.epochMilliseconds - start.epochMilliseconds) / 1000,
    ...{ amber: MINUTES_10, red: 0, spent: 0 },
    since: start.epochMilliseconds,
  }

/** Whether an end is near enough to be counted down to: a session that is held on another day has other clocks. */
const isToday = (end: Temporal.Instant | null, now: Temporal.Instant) =>
  end !== null && Math.abs(end.epochMilliseconds - now.epochMilliseconds) < DAY

/** When the session is to end, and when the list is likely to be through. */
function MeetingTime({ screen }: { screen: Screen }) {
  const { language, expected, standing, zones, session, now } = screen
  const end = expected?.end ?? null
  const through = hasLikely(screen) ? standing.likely.ends : null
  const clock = isToday(end, now) ? sessionClock(expected?.start ?? null, end) : null
  const row = (label: string, value: Child) => (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
  const at = (start: Temporal.Instant) => (
    <ConferenceTime span={{ start, end: null }} day={session.day} zones={zones} />
  )
  return (
    <dl>
      {row(say(language, 'meeting.end'), end ? at(end) : say(language, 'meeting.open'))}
      {clock &&
        row(
          say(language, 'meeting.left'),
          <SpeechClock
            countdown={clock}
            zones={zones}
            label={say(language, 'meeting.left')}
            words={{ running: say(language, 'meeting.until'), over: say(language, 'meeting.past') }}
          />,
        )}
      {through !== null &&
        row(
          say(language, 'meeting.through'),
          <>
            {sayTerm(language, 'likely')} {at(minuteOf(through))}
          </>,
        )}
    </dl>
  )
}
