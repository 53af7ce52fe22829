import { figuresOf } from '../../../kernel/floor/figures.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { sayRank } from '../../delegations/terms.print.ts'
import type { Heard, Speech } from '../../floor/queue/floor.ts'
import type { Likely } from '../../floor/queue/likely.ts'
import { type Why, whyThere } from '../../floor/queue/order.ts'
import { sayReason, sayRuling, sayTerm } from '../../floor/terms.print.ts'
import { clockAt, partyName } from '../names.print.ts'
import { isOver } from '../rules/heard.ts'
import { sayLimit } from '../told.print.ts'
import { say } from '../words.ts'
import { type Desk, deskAddress } from './desk-props.tsx'
import { Marks, marksOf, Person } from './who.tsx'

/** Everybody who is still to be called, in their order. */
export function Waiting({ desk, likely }: { desk: Desk; likely: Likely }) {
  const { language, list } = desk
  const { waiting, replies, written } = list.floor
  return (
    <section class="floor-waiting" aria-labelledby="floor-waiting">
      <h2 id="floor-waiting">
        {sayTerm(language, 'list')} <span class="mark">({waiting.length})</span>
      </h2>
      {waiting.length === 0 ? (
        <p class="empty">{say(language, 'nobody-waits')}</p>
      ) : (
        <Queue desk={desk} speeches={waiting} likely={likely} isOrdered />
      )}
      {replies.length > 0 && (
        <>
          <h3>{say(language, 'replies')}</h3>
          <Queue desk={desk} speeches={replies} likely={likely} />
        </>
      )}
      {written.length > 0 && (
        <>
          <h3>{say(language, 'written')}</h3>
          <Queue desk={desk} speeches={written} likely={likely} />
        </>
      )}
    </section>
  )
}

function Queue({
  desk,
  speeches,
  likely,
  isOrdered = false,
}: {
  desk: Desk
  speeches: readonly Speech[]
  likely: Likely
  isOrdered?: boolean
}) {
  return (
    <ol class="floor-lines">
      {speeches.map((speech, place) => (
        <Line
          desk={desk}
          speech={speech}
          place={isOrdered ? place + 1 : null}
          at={likely.begins.get(speech.id) ?? null}
        />
      ))}
    </ol>
  )
}

function Line({
  desk: { language, list, beside },
  speech,
  place,
  at,
}: {
  desk: Desk
  speech: Speech
  place: number | null
  at: number | null
}) {
  const marks = marksOf({ list, speech, language })
  const { conference } = list.of
  return (
    <li
      id={`speech-${speech.id}`}
      class={speech.here ? 'floor-line floor-line-here' : 'floor-line'}
      data-speech={speech.id}
      data-place={place === null ? undefined : `${place}`}
    >
      <span class="floor-number">{place ?? ''}</span>
      <span class="floor-who">
        <a
          id={`of-${speech.id}`}
          href={hrefOf(
            language,
            deskAddress(conference, list.session.slug, `/speeches/${speech.id}`),
          )}
        >
          {partyName(list, speech.party, language)}
        </a>
        <small>
          <Person list={list} speech={speech} language={language} />
        </small>
      </span>
      <span class="floor-why">
        <Marks
          of={[
            ...marks,
            sayWhy(whyThere(list.floor, speech), { language, list }),
            ...beside(speech.id),
          ]}
        />
      </span>
      <span class="floor-at">
        {speech.here && <strong class="floor-here">{say(language, 'here')}</strong>}
        {speech.limit !== null && <span>{sayLimit(language, speech.limit)}</span>}
        {at !== null && <bdi>{clockAt(at, list)}</bdi>}
      </span>
    </li>
  )
}

/** Why somebody stands where they stand, in a few words. */
function sayWhy(why: Why, { language, list }: Pick<Desk, 'language' | 'list'>): string {
  if (why.by === 'hand') return sayReason(language, why.reason)
  if (why.by === 'reply') return sayTerm(language, 'place.reply')
  if (why.by === 'absent') return sayTerm(language, 'place.absent')
  if (why.by === 'exchange') return sayTerm(language, 'place.exchange')
  const parts = [
    ...(why.slot ? [say(language, 'part', { number: why.slot.number })] : []),
    ...(why.rank ? [sayRank(language, why.rank)] : []),
  ]
  return parts.length > 0 || list.floor.settings.order === 'hand'
    ? parts.join(' · ')
    : say(language, 'asked', { number: why.asked })
}

/** Who has spoken, the last first. */
export function Spoken({ desk }: { desk: Desk }) {
  const { language, list } = desk
  const heard = list.floor.heard.toReversed()
  if (heard.length === 0) return null
  return (
    <details class="floor-heard">
      <summary>
        {say(language, 'heard')} <span class="mark">({heard.length})</span>
      </summary>
      <ol class="floor-lines">
        {heard.map((one) => (
          <HeardLine desk={desk} heard={one} />
        ))}
      </ol>
    </details>
  )
}

function HeardLine({ desk: { language, list, beside }, heard }: { desk: Desk; heard: Heard }) {
  const { speech, givenAt, endedAt, spent, limit, ruling } = heard
  const marks = marksOf({ list, speech, language })
  return (
    <li id={`speech-${speech.id}`} class="floor-line">
      <span class="floor-number" />
      <span class="floor-who">
        {partyName(list, speech.party, language)}
        <small>
          <Person list={list} speech={speech} language={language} />
        </small>
      </span>
      <span class="floor-why">
        <Marks
          of={[...marks, ...(ruling ? [sayRuling(language, ruling)] : []), ...beside(speech.id)]}
        />
      </span>
      <span class="floor-at">
        <bdi>
          {clockAt(givenAt, list)}–{clockAt(endedAt, list)}
        </bdi>{' '}
        <bdi class={isOver(heard) ? 'floor-over' : undefined} dir="ltr">
          {figuresOf(spent)} / {figuresOf(limit * 1000)}
        </bdi>
      </span>
    </li>
  )
}
