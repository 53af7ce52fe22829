import { readingOf } from '../../../kernel/text.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { ConferenceTime, OwnTime } from '../../../ui/reader-time.tsx'
import { BETWEEN, Words } from '../../../ui/text.tsx'
import type { Window } from '../../floor/queue/settings.ts'
import type { Standing } from '../../floor/standing.ts'
import { sayInscription, sayKind, sayTerm } from '../../floor/terms.print.ts'
import { sayPlaceDay, timed } from '../../programme/pages/marks.tsx'
import type { ProgrammeSession } from '../../programme/timeline.ts'
import { addressOfFloor } from '../model.ts'
import type { OwnSpeech } from '../own.ts'
import { say } from '../words.ts'
import { FloorFrame, type Place } from './frame.tsx'
import { sayStands } from './stands.tsx'
import { At, Likely } from './times.tsx'

/** A session with a list of speakers, and what the delegation asked for in it. */
export interface Line {
  session: ProgrammeSession
  window: Window
  standing: Standing
  own: readonly OwnSpeech[]
  /** How many exchanges wait for the delegation’s answer. */
  offers: number
}

/** Every session in which a delegation can ask for the floor. */
export function ListPage({ place, lines }: { place: Place; lines: readonly Line[] }) {
  const { language } = place.zones
  const [first] = lines.flatMap(({ session }) => session.expected.start ?? [])
  return (
    <FloorFrame place={place} title={sayTerm(language, 'floor')} steps={[]} at={first ?? place.now}>
      <p class="lead">{say(language, 'lead')}</p>
      <Part id="lists">
        {lines.length === 0 && <Empty>{say(language, 'none')}</Empty>}
        <ul class="list-none ps-0">
          {lines.map((line) => (
            <SessionLine place={place} line={line} />
          ))}
        </ul>
      </Part>
    </FloorFrame>
  )
}

function SessionLine({ place, line }: { place: Place; line: Line }) {
  const { zones, conference, party } = place
  const { language } = zones
  const { session, window, standing, own, offers } = line
  const span = timed(session.expected)
  return (
    <li class="grid gap-x-10 gap-y-2 border-t border-base-300 py-5 md:grid-cols-[1fr_22rem]">
      <div>
        <p class="mb-1 text-xl leading-snug">
          <a
            class="font-semibold no-underline hover:underline"
            href={hrefOf(language, addressOfFloor(conference, party, session.slug))}
          >
            <Words in={readingOf(session.title, language)} language={language} />
          </a>
        </p>
        <p class="mb-2">
          {sayPlaceDay(language, session)}{' '}
          {span && (
            <>
              <ConferenceTime span={span} day={session.day} zones={zones} />{' '}
              <small class="text-muted">
                <OwnTime span={span} day={session.day} zones={zones} />
              </small>
            </>
          )}
        </p>
        {offers > 0 && (
          <p class="mb-0 text-warning">
            <strong>{say(language, 'offers.waiting')}</strong> <bdi>{offers}</bdi>
          </p>
        )}
        {own.length === 0 ? (
          <p class="mb-0 text-muted">{say(language, 'ours.none')}</p>
        ) : (
          own.map(({ speech, stands }) => (
            <p class="mb-0">
              {sayKind(language, speech.kind)}
              {BETWEEN}
              <strong>{sayStands(language, stands)}</strong>
              {stands.is === 'waiting' && stands.likely !== null && (
                <>
                  {BETWEEN}
                  {sayTerm(language, 'likely')} <Likely at={stands.likely} zones={zones} />
                </>
              )}
            </p>
          ))
        )}
      </div>
      <div class="label leading-normal">
        <p class="mb-1 text-[1.08em] text-base-content">
          {sayInscription(language, standing.inscription)}
        </p>
        <Instants place={place} window={window} />
      </div>
    </li>
  )
}

/** From and until when one can ask, by both clocks. */
export function Instants({ place: { zones }, window }: { place: Place; window: Window }) {
  const { language } = zones
  const { opens, closes } = window
  if (opens === null && closes === null) return <p class="mb-0">{say(language, 'by-hand')}</p>
  return (
    <>
      {opens !== null && (
        <p class="mb-0">
          {say(language, 'opens')} <At at={opens} zones={zones} />
        </p>
      )}
      {closes !== null && (
        <p class="mb-0">
          {say(language, 'closes')} <At at={closes} zones={zones} />
        </p>
      )}
    </>
  )
}
