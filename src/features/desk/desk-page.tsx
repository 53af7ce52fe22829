import { sayDay } from '../../i18n/days.ts'
import type { Language } from '../../kernel/language.ts'
import { hrefOf } from '../../ui/navigation.tsx'
import { Empty } from '../../ui/notices.tsx'
import { Part } from '../../ui/part.tsx'
import { say } from './words.ts'
import { type Group, type Line, urgentFirst, type Work } from './work.ts'

interface Shown {
  language: Language
  now: Temporal.Instant
  /** In which days are said: that of the conference. */
  zone: string
}

/** A conference as a heading of somebody's work. */
export interface Place extends Work {
  name: string
  /** The party for which the work is done, in the reader's language. */
  partyName: string | null
  zone: string
}

/** Everything that somebody does at a conference, and first of all what waits. */
export function DeskPage({ places, ...shown }: Omit<Shown, 'zone'> & { places: readonly Place[] }) {
  const { language } = shown
  return (
    <>
      <h1>{say(language, 'desk')}</h1>
      <Part id="desk">
        {places.map((place) => (
          <>
            {place.partyName !== null && <h2>{place.partyName}</h2>}
            <Waits {...shown} zone={place.zone} groups={place.groups} />
            <div class="desk-groups">
              {place.groups.map((group) => (
                <GroupOf
                  {...shown}
                  zone={place.zone}
                  group={group}
                  under={place.partyName === null ? 'h2' : 'h3'}
                />
              ))}
            </div>
          </>
        ))}
      </Part>
    </>
  )
}

/** What waits for somebody, at each of their conferences. */
export function WorkPage({
  house,
  places,
  others,
  ...shown
}: Omit<Shown, 'zone'> & {
  /** What waits under no conference. */
  house: readonly Group[]
  places: readonly Place[]
  /** Conferences at which they work too, not counted here. */
  others: readonly Pick<Place, 'conference' | 'name'>[]
}) {
  const { language } = shown
  return (
    <>
      <h1>{say(language, 'work')}</h1>
      {places.length === 0 && others.length === 0 && <Empty>{say(language, 'work.none')}</Empty>}
      <Part id="work">
        {places.map((place) => (
          <section>
            <h2>
              <a href={hrefOf(language, `/${place.conference}/desk`)}>{place.name}</a>
              {place.partyName !== null && (
                <>
                  {' '}
                  <small>{place.partyName}</small>
                </>
              )}
            </h2>
            <Waits {...shown} zone={place.zone} groups={place.groups} />
          </section>
        ))}
        {urgentFirst(linesOf(house)).length > 0 && (
          <section>
            <h2>{say(language, 'group.house')}</h2>
            <Waits {...shown} zone="UTC" groups={house} />
          </section>
        )}
      </Part>
      {others.length > 0 && (
        <>
          <h2>{say(language, 'work.others')}</h2>
          <ul class="desk-others">
            {others.map(({ conference, name }) => (
              <li>
                <a href={hrefOf(language, `/${conference}/desk`)}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const linesOf = (groups: readonly Group[]) => groups.flatMap(({ lines }) => lines)

function Waits({ groups, ...shown }: Shown & { groups: readonly Group[] }) {
  const lines = urgentFirst(linesOf(groups))
  if (lines.length === 0) return <Empty>{say(shown.language, 'waits.none')}</Empty>
  return (
    <ul class="waits">
      {lines.map((line) => (
        <li>
          <a href={hrefOf(shown.language, line.at)}>
            <span class="waits-count">{line.count}</span> <span>{line.label}</span>
          </a>{' '}
          <Due {...shown} line={line} />
        </li>
      ))}
    </ul>
  )
}

function Due({ language, now, zone, line: { due } }: Shown & { line: Line }) {
  if (due === null) return null
  const over = Temporal.Instant.compare(due, now) < 0
  const day = due.toZonedDateTimeISO(zone).toPlainDate().toString()
  return (
    <small class={over ? 'overdue' : undefined}>
      {say(language, over ? 'waits.overdue' : 'waits.due')}{' '}
      <time datetime={day}>{sayDay(language, day)}</time>
    </small>
  )
}

function GroupOf({
  group: { group, lines },
  under: Heading,
  ...shown
}: Shown & { group: Group; under: 'h2' | 'h3' }) {
  const { language } = shown
  return (
    <section class="desk-group">
      <Heading>{say(language, `group.${group as 'house'}`)}</Heading>
      <ul>
        {lines.map((line) => (
          <li>
            <a href={hrefOf(language, line.at)}>{line.label}</a>
            {line.count !== null && line.count > 0 && (
              <>
                {' '}
                <span class="badge">{line.count}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
