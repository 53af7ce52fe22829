import { hrefOf } from '../../../ui/navigation.tsx'
import { SpeechClock } from '../../floor/pages/speech-clock.tsx'
import { RULINGS } from '../../floor/queue/deeds.ts'
import { countdownOf, next, type Speech, speaking, type Turn } from '../../floor/queue/floor.ts'
import type { Likely } from '../../floor/queue/likely.ts'
import { sayRuling, sayTerm } from '../../floor/terms.print.ts'
import { clockAt, partyName } from '../names.print.ts'
import { say } from '../words.ts'
import { type Desk, deskAddress } from './desk-props.tsx'
import { KeyDeed } from './key.tsx'
import { Plate } from './who.tsx'

/** Whoever speaks and what comes next: what the desk looks at. */
export function Now({ desk, likely }: { desk: Desk; likely: Likely }) {
  const { language, list } = desk
  const turn = speaking(list.floor)
  const following = next(list.floor)
  return (
    <div class="floor-stage">
      <section class="floor-now" aria-labelledby="floor-now">
        <h2 id="floor-now">{turn ? sayTerm(language, 'speaker.now') : <Waits desk={desk} />}</h2>
        {turn && (
          <>
            <Plate desk={desk} speech={turn.speech} />
            <Clock desk={desk} turn={turn} />
          </>
        )}
        {turn ? <OfTurn desk={desk} /> : <Between desk={desk} />}
      </section>
      <section class="floor-next" aria-labelledby="floor-next">
        <h2 id="floor-next">{sayTerm(language, 'speaker.next')}</h2>
        {following ? (
          <Following desk={desk} speech={following} at={likely.begins.get(following.id) ?? null} />
        ) : (
          <p class="mark">{say(language, 'nobody-waits')}</p>
        )}
      </section>
    </div>
  )
}

/** What the desk waits for while nobody speaks. */
function Waits({ desk: { language, list } }: { desk: Desk }) {
  const { meeting } = list.floor
  return (
    <>
      {meeting === 'running'
        ? sayTerm(language, 'speaker.none')
        : say(language, `waits.${meeting}`)}
    </>
  )
}

/** The time that remains, by the server's clock. */
function Clock({ desk: { language, list }, turn }: { desk: Desk; turn: Turn }) {
  return (
    <p class="floor-clock">
      <SpeechClock
        countdown={countdownOf(list.floor, turn)}
        zones={{ language, conference: list.conference.zone, chosen: null }}
      />
    </p>
  )
}

/** What may be done to whoever speaks. */
function OfTurn({ desk }: { desk: Desk }) {
  const { language, can } = desk
  return (
    <div class="floor-deeds">
      {can.rule &&
        RULINGS.map((ruling) => (
          <KeyDeed desk={desk} deed="rule-on-point" of={ruling} fixed={{ ruling }}>
            {say(language, 'ruling')} {sayRuling(language, ruling)}
          </KeyDeed>
        ))}
      {can.end && (
        <KeyDeed desk={desk} deed="end-floor" by="end" kind="main">
          {say(language, 'end')}
        </KeyDeed>
      )}
      {can.next && (
        <KeyDeed desk={desk} deed="next" by="next">
          {say(language, 'next')}
        </KeyDeed>
      )}
      {can.pause && (
        <KeyDeed desk={desk} deed="pause" by="pause">
          {say(language, 'pause')}
        </KeyDeed>
      )}
      {can.resume && (
        <KeyDeed desk={desk} deed="resume" by="pause" kind={can.rule ? 'plain' : 'main'}>
          {say(language, 'resume')}
        </KeyDeed>
      )}
      {can.resumeSession && (
        <KeyDeed desk={desk} deed="resume-session" by="go" kind="main">
          {say(language, 'resume-session')}
        </KeyDeed>
      )}
    </div>
  )
}

/** What may be done while nobody speaks: one of these is what comes next. */
function Between({ desk }: { desk: Desk }) {
  const { language, can, list } = desk
  const following = next(list.floor)
  if (list.floor.meeting === 'adjourned') {
    return (
      <p>
        <a
          class="btn btn-primary floor-go"
          href={hrefOf(language, deskAddress(list.of.conference, list.session.slug, '/summary'))}
        >
          {say(language, 'summary')}
        </a>
      </p>
    )
  }
  return (
    <div class="floor-deeds">
      {can.begin && (
        <KeyDeed desk={desk} deed="begin-session" by="go" kind="main">
          {say(language, 'begin')}
        </KeyDeed>
      )}
      {can.resumeSession && (
        <KeyDeed desk={desk} deed="resume-session" by="go" kind="main">
          {say(language, 'resume-session')}
        </KeyDeed>
      )}
      {can.give && (
        <KeyDeed desk={desk} deed="give-floor" by="go" kind="main">
          {say(language, 'give')}
          {following && <bdi class="floor-to">{partyName(list, following.party, language)}</bdi>}
        </KeyDeed>
      )}
    </div>
  )
}

/** Who comes next, and what may be done before they are called. */
function Following({ desk, speech, at }: { desk: Desk; speech: Speech; at: number | null }) {
  const { language, list } = desk
  const isCalled = list.floor.meeting === 'running'
  return (
    <>
      <Plate desk={desk} speech={speech} />
      <p class="floor-marks">
        {at !== null && (
          <>
            {sayTerm(language, 'likely')} <bdi>{clockAt(at, list)}</bdi>
          </>
        )}
        {speech.here && <strong class="floor-here"> · {say(language, 'here')}</strong>}
      </p>
      <div class="floor-deeds">
        {!speech.here && list.floor.meeting !== 'adjourned' && (
          <KeyDeed desk={desk} deed="confirm" of="next" fixed={{ speech: speech.id }}>
            {say(language, 'is-here')}
          </KeyDeed>
        )}
        {isCalled && speech.kind !== 'reply-first' && speech.kind !== 'reply-second' && (
          <KeyDeed desk={desk} deed="absent" of="next" by="absent" fixed={{ speech: speech.id }}>
            {say(language, 'absent')}
          </KeyDeed>
        )}
      </div>
    </>
  )
}
