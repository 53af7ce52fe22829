import { sayDuration, sayZoneOffset } from '../../../i18n/clock.ts'
import { sayDay, sayDayRange } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import type { PersonalItem } from '../../../kernel/people/personal-item.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import {
  ConferenceTime,
  OwnOffset,
  OwnTime,
  ReaderTimes,
  type Zones,
} from '../../../ui/reader-time.tsx'
import { Words } from '../../../ui/text.tsx'
import { readerWords, sayPlace } from '../../programme/pages/marks.tsx'
import { overlapsAmong } from '../overlaps.ts'
import { say } from '../words.ts'
import { Feed, type FeedProps } from './feed.tsx'

interface MineProps extends FeedProps {
  conference: { id: string; shortName: Text; zone: string }
  items: readonly PersonalItem[]
}

/** What somebody has chosen from a conference, and what concerns them themselves, in the order of the days. */
export function MinePage({ conference, items, ...feed }: MineProps) {
  const { language } = feed.viewer
  const zones: Zones = { language, conference: conference.zone, chosen: null }
  const home = hrefOf(language, `/${conference.id}`)
  const overlaps = overlapsAmong(items)
  const days = [...Map.groupBy(items, dayOf)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return (
    <ReaderTimes {...zones} words={readerWords(language)}>
      <Breadcrumbs
        language={language}
        steps={[
          { href: home, label: readingOf(conference.shortName, language).value },
          { href: `${home}/mine`, label: say(language, 'title') },
        ]}
      />
      <h1>{say(language, 'title')}</h1>
      <p class="lead">{say(language, 'lead')}</p>
      <p>
        <a class="btn" href={`${home}/programme`}>
          {say(language, 'to-programme')}
        </a>
      </p>
      <Part id="mine">
        {items.length === 0 && <Empty>{say(language, 'empty')}</Empty>}
        {days.map(([, all]) => (
          <Day items={all} zones={zones} overlaps={overlaps} all={items} />
        ))}
      </Part>
      <Feed {...feed} />
    </ReaderTimes>
  )
}

const dayOf = ({ day, latestDay }: PersonalItem) => (latestDay ? `${day}/${latestDay}` : day)

const sayItemDay = (language: Language, { day, latestDay }: PersonalItem) =>
  latestDay === null
    ? sayDay(language, day, { weekday: true })
    : sayDayRange(language, day, latestDay)

interface WithinDay {
  zones: Zones
  overlaps: ReadonlyMap<string, readonly string[]>
  all: readonly PersonalItem[]
}

function Day({ items, ...within }: WithinDay & { items: readonly PersonalItem[] }) {
  const { language } = within.zones
  const [first] = items
  const at = items.find(({ expected }) => expected.start)?.expected.start
  return (
    <section>
      <h2 class="mt-10 mb-2">{first && sayItemDay(language, first)}</h2>
      {at && (
        <p class="mark mb-2">
          {say(language, 'time.conference')} ·{' '}
          {sayZoneOffset(language, at, within.zones.conference)}
          {' · '}
          <OwnOffset
            at={at}
            zones={within.zones}
            say={(offset) => sayPlace(within.zones, offset)}
          />
        </p>
      )}
      <ol class="list-none ps-0">
        {items.map((item) => (
          <Entry item={item} {...within} />
        ))}
      </ol>
    </section>
  )
}

function Entry({ item, zones, overlaps, all }: WithinDay & { item: PersonalItem }) {
  const { language } = zones
  const { expected, plan, day, status } = item
  const { start, end } = expected
  const title = <Words in={readingOf(item.title, language)} language={language} />
  const meanwhile = overlaps.get(item.uid) ?? []
  const late = start && plan.start ? plan.start.until(start).total('minutes') : 0
  return (
    <li class="mb-0 grid grid-cols-2 gap-x-6 gap-y-1 border-t border-base-300 py-4 md:grid-cols-[10rem_11rem_1fr]">
      <p class="mb-0 text-lg">
        {start ? (
          <ConferenceTime span={{ start, end }} day={day} zones={zones} />
        ) : (
          <small>{say(language, 'time.none')}</small>
        )}
      </p>
      <p class="mb-0 text-lg text-muted">
        {start && <OwnTime span={{ start, end }} day={day} zones={zones} />}
      </p>
      <div class="col-span-2 md:col-span-1">
        <h3 class="mt-0 mb-1">
          <a class="no-underline hover:underline" href={hrefOf(language, item.address)}>
            {status === 'cancelled' ? <s>{title}</s> : title}
          </a>
        </h3>
        <p class="mark mb-0">
          {status !== 'confirmed' && (
            <strong class="me-2 text-warning">{say(language, `status.${status}`)}</strong>
          )}
          {late > 0 && (
            <span class="me-2 text-warning">
              {say(language, 'late')} · {sayDuration(language, late)}
            </span>
          )}
          {item.kind(language)}
          {item.room && (
            <>
              {' · '}
              <Words in={readingOf(item.room, language)} language={language} />
            </>
          )}
        </p>
        {meanwhile.length > 0 && (
          <p class="mb-0 text-warning">
            {say(language, 'meanwhile')}{' '}
            {all
              .filter(({ uid }) => meanwhile.includes(uid))
              .map((other, place) => (
                <>
                  {place > 0 && ' · '}
                  <a href={hrefOf(language, other.address)}>
                    <Words in={readingOf(other.title, language)} language={language} />
                  </a>
                </>
              ))}
          </p>
        )}
      </div>
    </li>
  )
}
