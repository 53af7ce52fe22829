import type { Child } from 'hono/jsx'
import { sayTimeRange } from '../../../i18n/clock.ts'
import { sayDay } from '../../../i18n/days.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { BETWEEN, Words } from '../../../ui/text.tsx'
import type { Bilateral, Placed } from '../model.ts'
import { say } from '../words.ts'
import { type Desk, partyName } from './facts.ts'

/** When and where: a day, wall times of the conference and the room. */
export function PlaceOf({ desk, placed }: { desk: Desk; placed: Placed }) {
  const { language, rooms } = desk
  const room = rooms.find(({ id }) => id === placed.room)
  return (
    <span class="placed">
      <time datetime={`${placed.day}T${placed.from}`}>
        {sayDay(language, placed.day)}, {sayTimeRange(language, placed.from, placed.to)}
      </time>
      {room && (
        <>
          {BETWEEN}
          <Words in={readingOf(room.name, language)} language={language} />
        </>
      )}
    </span>
  )
}

/** One meeting: who, when, about what, and what can be done with it. */
export function Meeting({
  desk,
  meeting,
  title,
  children,
}: {
  desk: Desk
  meeting: Bilateral
  title: Child
  children?: Child
}) {
  const { language, notes } = desk
  const { wishes, placed, state } = meeting
  const note = notes.get(meeting.id)
  return (
    <li class="meeting" id={`meeting-${meeting.id}`}>
      <h3>{title}</h3>
      <p>
        {placed && state !== 'cancelled' ? (
          <PlaceOf desk={desk} placed={placed} />
        ) : (
          <span class="mark">{say(language, `state.${state}`)}</span>
        )}
      </p>
      <p class="label">
        {say(language, 'minutes')}: {wishes.minutes}
        {BETWEEN}
        {say(language, 'people')}: {wishes.people}
      </p>
      {wishes.subject && (
        <p>
          <span class="label">{say(language, 'subject')}</span> <bdi>{wishes.subject}</bdi>
        </p>
      )}
      {!placed && wishes.stretches.length > 0 && (
        <ul class="stretches">
          {wishes.stretches.map(({ day, from, to }) => (
            <li>
              {sayDay(language, day)}, {sayTimeRange(language, from, to)}
            </li>
          ))}
        </ul>
      )}
      {note && (
        <p>
          <span class="label">{say(language, 'note')}</span> <bdi>{note}</bdi>
        </p>
      )}
      <div class="deeds">{children}</div>
    </li>
  )
}

/** Calls a meeting off, after a question. */
export const CallOff = ({
  viewer,
  meeting,
  then,
}: {
  viewer: FormReader
  meeting: Bilateral
  then: string
}) => (
  <Deed
    viewer={viewer}
    command="bilaterals.cancel"
    of={meeting.id}
    then={then}
    seen={`${meeting.version}`}
    fixed={{ conference: meeting.conference, bilateral: meeting.id }}
    label={say(viewer.language, 'cancel')}
    confirm={say(viewer.language, 'cancel.text')}
  />
)

/** Meetings under a heading; none, and the heading is left out. */
export function Group({
  desk,
  heading,
  meetings,
  each,
  always = false,
}: {
  desk: Desk
  heading: string
  meetings: readonly Bilateral[]
  each(meeting: Bilateral): Child
  /** Whether the heading stands also where there is nothing. */
  always?: boolean
}) {
  if (meetings.length === 0 && !always) return null
  return (
    <section>
      <h2>{heading}</h2>
      {meetings.length === 0 ? (
        <Empty>{say(desk.language, 'none')}</Empty>
      ) : (
        <ul class="meetings">{meetings.map(each)}</ul>
      )}
    </section>
  )
}

/** Both sides, the asking one first. */
export const bothSides = (desk: Desk, { asking, asked }: Bilateral): string =>
  `${partyName(desk, asking)} – ${partyName(desk, asked)}`
