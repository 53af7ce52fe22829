import { BETWEEN } from '../../../ui/text.tsx'
import { Nameplate } from '../../floor/pages/nameplate.tsx'
import {
  nameplateOf,
  OnBehalfOf,
  remarksOn,
  SpeakerPerson,
  sayTongue,
} from '../../floor/pages/speaker-line.tsx'
import { SpeechClock } from '../../floor/pages/speech-clock.tsx'
import { countdownOf, speaking } from '../../floor/queue/floor.ts'
import { tellsInscription } from '../../floor/standing.ts'
import { sayInscription, sayMeeting, sayTerm } from '../../floor/terms.print.ts'
import { say } from '../words.ts'
import { clockOf, type Screen } from './screen.tsx'

/** How the session and inscription stand, in one line. */
export const StateLine = ({ screen: { language, floor, standing } }: { screen: Screen }) => (
  <p class="floor-state">
    <span>{sayMeeting(language, floor.meeting)}</span>
    {tellsInscription(floor, standing.inscription) && (
      <span>{sayInscription(language, standing.inscription)}</span>
    )}
  </p>
)

/** Who has the floor, on a card like a nameplate, with the time that remains where the reader may see it. */
export function SpeakingNow({ screen }: { screen: Screen }) {
  const { language, floor, speakers, zones } = screen
  const turn = speaking(floor)
  if (!turn) {
    if (floor.meeting !== 'running') return null
    return <p class="floor-card floor-nobody">{sayTerm(language, 'speaker.none')}</p>
  }
  const { speech } = turn
  const clock = clockOf(screen)
  const remarks = [
    ...remarksOn(language, speech),
    ...(speech.language ? [sayTongue(language, speech.language)] : []),
  ]
  return (
    <div class="floor-card">
      <p class="floor-label">{sayTerm(language, 'speaker.now')}</p>
      <p class="floor-plate">
        <Nameplate party={speech.party} of={speakers} />
      </p>
      <p class="floor-who">
        <OnBehalfOf speech={speech} of={speakers} />
        <SpeakerPerson speech={speech} of={speakers} />
        {remarks.length > 0 && <span class="speaker-remarks">{remarks.join(BETWEEN)}</span>}
      </p>
      {clock && <SpeechClock countdown={clock} zones={zones} />}
      <Interrupted screen={screen} />
    </div>
  )
}

/** Whose speech a point of order interrupts: it goes on afterwards. */
function Interrupted({ screen }: { screen: Screen }) {
  const { floor, language, speakers, sight, zones } = screen
  if (!floor.point || !floor.current) return null
  return (
    <p class="floor-interrupted">
      {say(language, 'interrupted')}{' '}
      <strong>{nameplateOf(speakers, floor.current.speech.party)}</strong>
      {sight.seconds && (
        <>
          {BETWEEN}
          <SpeechClock countdown={countdownOf(floor, floor.current)} zones={zones} />
        </>
      )}
    </p>
  )
}
