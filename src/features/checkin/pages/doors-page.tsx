import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { Table } from '../../../ui/table.tsx'
import type { QrPath } from '../../badges/qr.ts'
import type { DoorId } from '../model.ts'
import { say } from '../words.ts'

/** A door as the desk shows it. */
export interface DoorLine {
  id: DoorId
  name: string
  zone: string
  isOpen: boolean
  /** When it was last heard from, as it is said. */
  heard: string | null
  inside: number
  link: string
  qr: QrPath
}

interface Props {
  viewer: FormReader
  conference: string
  zones: readonly { value: string; label: string }[]
  doors: readonly DoorLine[]
  /** Codes of badges that came in through two doors, and the names of these. */
  twice: readonly { code: string; doors: readonly string[] }[]
  hours: readonly { hour: string; people: number }[]
  /** Whether the reader may see the statistics. */
  statistics: boolean
}

/** Doors: opened, given to phones, watched, closed. */
export function DoorsPage({ viewer, conference, zones, doors, twice, hours, statistics }: Props) {
  const { language } = viewer
  return (
    <>
      <h1>{say(language, 'doors')}</h1>
      <p class="lead">{say(language, 'doors.lead')}</p>
      <Part id="doors">
        {doors.length === 0 ? (
          <Empty>{say(language, 'doors.none')}</Empty>
        ) : (
          <Table
            caption={say(language, 'doors')}
            columns={[
              say(language, 'doors.name'),
              say(language, 'doors.zone'),
              say(language, 'doors.state'),
              say(language, 'doors.inside'),
              say(language, 'doors.link'),
            ]}
            rows={doors.map((door) => [
              <bdi>{door.name}</bdi>,
              door.zone,
              <>
                {say(language, door.isOpen ? 'doors.state.open' : 'doors.state.closed')}
                <br />
                <small class="mark">
                  {door.heard === null
                    ? say(language, 'doors.never')
                    : say(language, 'doors.seen', { time: door.heard })}
                </small>
              </>,
              `${door.inside}`,
              door.isOpen ? <Link viewer={viewer} conference={conference} door={door} /> : '–',
            ])}
          />
        )}
      </Part>
      <section>
        <h2>{say(language, 'doors.open')}</h2>
        <Form viewer={viewer} command="checkin.open-door" fixed={{ conference }}>
          <TextField name="name" label={say(language, 'doors.name')} maxlength={80} required />
          <SelectField name="zone" label={say(language, 'doors.zone')} options={zones} />
          <Submit>{say(language, 'doors.open')}</Submit>
        </Form>
      </section>
      {twice.length > 0 && (
        <section>
          <h2>{say(language, 'doors.twice')}</h2>
          <p>{say(language, 'doors.twice.text')}</p>
          <ul>
            {twice.map(({ code, doors: names }) => (
              <li>
                <bdi>{code}</bdi> · <bdi>{names.join(' → ')}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      {statistics && hours.length > 0 && <Hours language={language} hours={hours} />}
    </>
  )
}

function Link({
  viewer,
  conference,
  door,
}: {
  viewer: FormReader
  conference: string
  door: DoorLine
}) {
  const { language } = viewer
  const { size, path } = door.qr
  return (
    <>
      <details>
        <summary>{say(language, 'doors.link')}</summary>
        <p>
          <a href={hrefOf(language, door.link)} data-turbo="false">
            <svg
              class="door-code"
              viewBox={`-2 -2 ${size + 4} ${size + 4}`}
              role="img"
              aria-label={say(language, 'doors.link')}
            >
              <rect x="-2" y="-2" width={size + 4} height={size + 4} fill="#fff" />
              <path d={path} fill="#000" />
            </svg>
          </a>
        </p>
      </details>
      <Deed
        viewer={viewer}
        command="checkin.close-door"
        of={door.id}
        fixed={{ conference, door: door.id }}
        label={say(language, 'doors.close')}
      />
    </>
  )
}

const Hours = ({ language, hours }: { language: Language; hours: Props['hours'] }) => (
  <section>
    <h2>{say(language, 'doors.hours')}</h2>
    <p class="mark">{say(language, 'doors.hours.rule')}</p>
    <Table
      caption={say(language, 'doors.hours')}
      columns={[say(language, 'doors.hour'), say(language, 'doors.people')]}
      rows={hours.map(({ hour, people }) => [hour, `${people}`])}
    />
  </section>
)
