import { Part } from '../../../ui/part.tsx'
import { nameplateOf } from '../../floor/pages/speaker-line.tsx'
import { SpeechClock } from '../../floor/pages/speech-clock.tsx'
import { next, speaking } from '../../floor/queue/floor.ts'
import { sayTerm } from '../../floor/terms.print.ts'
import { say } from '../words.ts'
import { Announcement, clockOf, RehearsalMark, type Screen, sayNow } from './screen.tsx'

/** What a speaker sees from the rostrum: the time that remains, as large as the screen, and a word for its colour. */
export function RostrumPage({ screen }: { screen: Screen }) {
  const { floor, language, speakers, sight, zones } = screen
  const turn = sight.list ? speaking(floor) : null
  const clock = clockOf(screen)
  const following = sight.list && floor.meeting === 'running' ? next(floor) : null
  return (
    <Part id="rostrum" class="rostrum">
      <RehearsalMark screen={screen} />
      <h1 class="rostrum-who">
        {turn ? nameplateOf(speakers, turn.speech.party) : sayNow(screen)}
      </h1>
      {clock && <SpeechClock class="rostrum-clock" countdown={clock} zones={zones} />}
      {turn && !clock && <p class="rostrum-word">{say(language, 'seconds.room')}</p>}
      {following && (
        <p class="rostrum-next">
          <span>{sayTerm(language, 'speaker.next')}</span> {nameplateOf(speakers, following.party)}
        </p>
      )}
      <Announcement screen={screen} />
    </Part>
  )
}
