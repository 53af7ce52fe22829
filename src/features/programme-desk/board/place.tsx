import type { Language } from '../../../kernel/language.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { DateField, TimeField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { type Place, roomKey, type Session } from '../../programme/model.ts'
import { EndNote } from '../../programme/pages/end-note.tsx'
import { say } from '../words.ts'

/** The rooms that a draft names, by their keys. */
export type Rooms = ReadonlyMap<string, Text>

export const nameRoom = (rooms: Rooms, key: string | null, language: Language): string => {
  const room = key === null ? null : rooms.get(key)
  return room ? readingOf(room, language).value : say(language, 'room.none')
}

/** One of the rooms that the draft names. */
function RoomField({
  rooms,
  chosen,
  language,
}: {
  rooms: Rooms
  chosen: string | null
  language: Language
}) {
  return (
    <SelectField
      name="room"
      label={say(language, 'room')}
      none={say(language, 'room.none')}
      options={[...rooms].map(([key, room]) => ({
        value: key,
        label: readingOf(room, language).value,
      }))}
      value={chosen ?? ''}
    />
  )
}

/** Day, times and room; a room that is not in the list yet can be named. */
export function PlaceFields({
  name,
  place,
  rooms,
  language,
  full = false,
}: {
  /** The path of the place in the command's input, `to`. */
  name: string
  place: Partial<Place>
  rooms: Rooms
  language: Language
  /** With the room in languages, and the last possible day. */
  full?: boolean
}) {
  return (
    <>
      <div class="place">
        <DateField name={`${name}.day`} label={say(language, 'day')} value={place.day} required />
        <TimeField name={`${name}.start`} label={say(language, 'start')} value={place.start} />
        <TimeField name={`${name}.end`} label={say(language, 'end')} value={place.end} />
        <RoomField
          rooms={rooms}
          chosen={place.room ? roomKey({ room: place.room }) : null}
          language={language}
        />
        <EndNote name={name} place={place} language={language} />
      </div>
      {full && (
        <details>
          <summary>{say(language, 'place.more')}</summary>
          <LanguagesField
            name={`${name}.room`}
            label={say(language, 'room.new')}
            hint={say(language, 'room.new.hint')}
            status="authentic"
          />
          <DateField
            name={`${name}.latestDay`}
            label={say(language, 'latest-day')}
            hint={say(language, 'latest-day.hint')}
            value={place.latestDay}
          />
        </details>
      )}
    </>
  )
}

/** Moves a session by hand: what dragging it does, without a mouse and without a script. */
export function MoveForm({
  viewer,
  conference,
  session,
  rooms,
  seen,
  then,
  full = false,
}: {
  viewer: FormReader
  conference: string
  session: Session
  rooms: Rooms
  seen: string | undefined
  then: string
  full?: boolean
}) {
  const { language } = viewer
  const kept = !full && session.latestDay ? { 'to.latestDay': session.latestDay } : {}
  return (
    <Form
      viewer={viewer}
      command="programme.move-session"
      of={full ? 'full' : session.slug}
      then={then}
      {...(seen !== undefined && { seen })}
      fixed={{ conference, session: session.id, ...kept }}
      class={full ? 'form' : 'form form-inline'}
    >
      <PlaceFields name="to" place={session} rooms={rooms} language={language} full={full} />
      <Submit quiet={!full}>{say(language, 'move')}</Submit>
    </Form>
  )
}
