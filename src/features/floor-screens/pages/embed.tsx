import { sayZoneOffset } from '../../../i18n/clock.ts'
import { readingOf } from '../../../kernel/text.ts'
import { printFrame } from '../../../ui/frame/framed.tsx'
import { ConferenceTime } from '../../../ui/reader-time.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { minuteOf } from '../../floor/pages/likely-time.tsx'
import { nameplateOf } from '../../floor/pages/speaker-line.tsx'
import { ClockInWords } from '../../floor/pages/speech-clock.tsx'
import { speaking } from '../../floor/queue/floor.ts'
import { ahead } from '../../floor/queue/likely.ts'
import { markedTitle, sayMeeting, sayTerm } from '../../floor/terms.print.ts'
import { say } from '../words.ts'
import { hasLikely } from './queue.tsx'
import { addressOf, clockOf, RehearsalMark, type Screen } from './screen.tsx'

const NEXT = 3
/** Seconds after which a frame is read anew: no script runs in it. */
const AGAIN = 15

/** Who speaks and who comes next, as a document that any site may frame. */
export const printEmbed = (screen: Screen, origin: string): string =>
  printFrame({
    ...{ language: screen.language, origin, again: AGAIN },
    title: markedTitle(
      screen.language,
      readingOf(screen.session.title, screen.language).value,
      screen.rehearsal,
    ),
    address: addressOf(screen),
    full: say(screen.language, 'embed.full'),
    children: <Embedded screen={screen} />,
  })

function Embedded({ screen }: { screen: Screen }) {
  const { floor, language, speakers, sight, zones, session, standing, now } = screen
  const turn = sight.list ? speaking(floor) : null
  const clock = clockOf(screen)
  const waiting = sight.list && floor.meeting !== 'adjourned' ? ahead(floor).slice(0, NEXT) : []
  return (
    <>
      <RehearsalMark screen={screen} />
      <p>
        <small>
          {sayMeeting(language, floor.meeting)}
          {BETWEEN}
          {sayZoneOffset(language, now, zones.conference)}
        </small>
      </p>
      {turn && (
        <p>
          <small>{sayTerm(language, 'speaker.now')}</small>
          <br />
          <b>{nameplateOf(speakers, turn.speech.party)}</b>
          {clock && (
            <>
              <br />
              <small>
                <ClockInWords countdown={clock} zones={zones} />
              </small>
            </>
          )}
        </p>
      )}
      {waiting.length > 0 && (
        <>
          <h2>{sayTerm(language, 'speaker.next')}</h2>
          <ul>
            {waiting.map((speech) => {
              const at = hasLikely(screen) ? standing.likely.begins.get(speech.id) : undefined
              return (
                <li>
                  {nameplateOf(speakers, speech.party)}{' '}
                  {at !== undefined && (
                    <small>
                      {sayTerm(language, 'likely')}{' '}
                      <ConferenceTime
                        span={{ start: minuteOf(at), end: null }}
                        day={session.day}
                        zones={zones}
                      />
                    </small>
                  )}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </>
  )
}
