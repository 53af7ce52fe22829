import { sayTimeRange, sayZoneOffset } from '../../../i18n/clock.ts'
import { sayDay } from '../../../i18n/days.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { DateField, NumberField, TimeField } from '../../../ui/form/fields.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Bilateral, Placed, Room } from '../model.ts'
import { say } from '../words.ts'
import type { Desk } from './facts.ts'
import { bothSides, CallOff, Group, Meeting, PlaceOf } from './meeting.tsx'

interface Props {
  desk: Desk
  viewer: FormReader
  meetings: readonly Bilateral[]
  /** Free rooms and times for each meeting that waits, by its identifier. */
  free: ReadonlyMap<string, readonly Placed[]>
}

/** What the protocol desk does with meetings of two: rooms and times, the sheet of each day, the rooms themselves. */
export function DeskPage({ desk, viewer, meetings, free }: Props) {
  const { language, conference, zone, now } = desk
  const here = `/${conference}/desk/bilaterals`
  const inState = (...states: readonly string[]) =>
    meetings.filter(({ state }) => states.includes(state))
  const line = (meeting: Bilateral) => (
    <Meeting desk={desk} meeting={meeting} title={bothSides(desk, meeting)}>
      {meeting.state === 'accepted' && (
        <Schedule {...{ desk, viewer, meeting }} free={free.get(meeting.id) ?? []} then={here} />
      )}
      {meeting.state === 'requested' && (
        <Deed
          {...about(viewer, meeting, here)}
          command="bilaterals.accept"
          label={say(language, 'accept')}
        />
      )}
      {meeting.state === 'scheduled' && (
        <Deed
          {...about(viewer, meeting, here)}
          command="bilaterals.hold"
          label={say(language, 'hold')}
        />
      )}
      <CallOff viewer={viewer} meeting={meeting} then={here} />
    </Meeting>
  )
  return (
    <>
      <h1>{say(language, 'title.desk')}</h1>
      <p class="label">
        {say(language, 'times')} {sayZoneOffset(language, now, zone)}
      </p>
      <Part id="bilaterals">
        <Group
          {...{ desk }}
          heading={say(language, 'group.accepted')}
          meetings={inState('accepted')}
          each={line}
          always
        />
        <DaySheets desk={desk} meetings={inState('scheduled', 'held')} />
        <Group
          {...{ desk }}
          heading={say(language, 'group.scheduled')}
          meetings={inState('scheduled')}
          each={line}
        />
        <Group
          {...{ desk }}
          heading={say(language, 'group.requested')}
          meetings={inState('requested')}
          each={line}
        />
      </Part>
      <h2 id="rooms">{say(language, 'rooms')}</h2>
      {desk.rooms.length === 0 && <Empty>{say(language, 'rooms.none')}</Empty>}
      {desk.rooms.map((room) => (
        <details>
          <summary>
            {readingOf(room.name, language).value} · {say(language, 'room.seats')}: {room.seats} ·{' '}
            {sayTimeRange(language, room.opens, room.closes)}
          </summary>
          <RoomForm viewer={viewer} conference={conference} room={room} then={here} />
          <Deed
            viewer={viewer}
            command="bilaterals.drop-room"
            of={room.id}
            then={here}
            fixed={{ conference, id: room.id }}
            label={say(language, 'room.drop')}
          />
        </details>
      ))}
      <h3>{say(language, 'room.add')}</h3>
      <RoomForm viewer={viewer} conference={conference} room={null} then={here} />
    </>
  )
}

const about = (viewer: FormReader, { id, conference, version }: Bilateral, then: string) => ({
  ...{ viewer, then, of: id, seen: `${version}` },
  fixed: { conference, bilateral: id },
})

/** The sheet that hangs at the door: what is in which room, day by day. */
function DaySheets({ desk, meetings }: { desk: Desk; meetings: readonly Bilateral[] }) {
  const { language, rooms } = desk
  const days = Map.groupBy(meetings, ({ placed }) => placed?.day ?? '')
  return (
    <>
      {[...days].map(([day, all]) => (
        <Table
          caption={`${say(language, 'day-sheet')}: ${sayDay(language, day)}`}
          columns={[say(language, 'from'), say(language, 'room'), say(language, 'title')]}
          rows={all.flatMap((meeting) => {
            const { placed } = meeting
            const room = rooms.find(({ id }) => id === placed?.room)
            return placed
              ? [
                  [
                    sayTimeRange(language, placed.from, placed.to),
                    room ? readingOf(room.name, language).value : '',
                    <a href={`#meeting-${meeting.id}`}>{bothSides(desk, meeting)}</a>,
                  ],
                ]
              : []
          })}
        />
      ))}
    </>
  )
}

/** The next free rooms at one click, or any other room and time. */
function Schedule({
  desk,
  viewer,
  meeting,
  free,
  then,
}: {
  desk: Desk
  viewer: FormReader
  meeting: Bilateral
  free: readonly Placed[]
  then: string
}) {
  const { language, rooms, days } = desk
  const { fixed, ...common } = about(viewer, meeting, then)
  return (
    <div class="schedule">
      {free.length === 0 && <Empty>{say(language, 'suggestions.none')}</Empty>}
      {free.map((placed, index) => (
        <Deed
          {...common}
          command="bilaterals.schedule"
          of={`${meeting.id}-${index}`}
          fixed={{
            ...fixed,
            'place.day': placed.day,
            'place.from': placed.from,
            'place.to': placed.to,
            'place.room': placed.room,
          }}
          label={<PlaceOf desk={desk} placed={placed} />}
        />
      ))}
      <details>
        <summary>{say(language, 'schedule.other')}</summary>
        <Form {...common} command="bilaterals.schedule" fixed={fixed}>
          <SelectField
            name="place.room"
            label={say(language, 'room')}
            options={rooms.map((room) => ({
              value: room.id,
              label: readingOf(room.name, language).value,
            }))}
          />
          <div class="columns">
            <DateField name="place.day" label={say(language, 'day')} value={days[0]} />
            <TimeField name="place.from" label={say(language, 'from')} />
            <TimeField name="place.to" label={say(language, 'to')} />
          </div>
          <Submit>{say(language, 'schedule')}</Submit>
        </Form>
      </details>
    </div>
  )
}

function RoomForm({
  viewer,
  conference,
  room,
  then,
}: {
  viewer: FormReader
  conference: string
  room: Room | null
  then: string
}) {
  const { language } = viewer
  return (
    <Form
      viewer={viewer}
      command="bilaterals.keep-room"
      of={room?.id ?? 'new'}
      then={then}
      fixed={{ conference, ...(room && { id: room.id }) }}
    >
      <LanguagesField
        name="room.name"
        label={say(language, 'room.name')}
        text={room?.name ?? null}
        required
      />
      <div class="columns">
        <NumberField name="room.seats" label={say(language, 'room.seats')} value={room?.seats} />
        <TimeField name="room.opens" label={say(language, 'room.opens')} value={room?.opens} />
        <TimeField name="room.closes" label={say(language, 'room.closes')} value={room?.closes} />
      </div>
      <Submit>{say(language, 'room.keep')}</Submit>
    </Form>
  )
}
