import { directionOf, type Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import type { Outline } from '../outline.ts'
import { say } from '../words.ts'
import { Days, type Desk, PartyLink, Title } from './facts.tsx'

const WIDTH = 1000
const MARGIN = 40
const LINE = 34

/** The editions on a line of years, and the same as a table: nothing is in the picture alone. */
export function Timeline({ desk, editions }: { desk: Desk; editions: readonly Outline[] }) {
  return (
    <>
      <Line editions={editions} language={desk.language} />
      <Table desk={desk} editions={editions} />
    </>
  )
}

const yearsInto = (day: string) => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return year + (month - 1) / 12 + (date - 1) / 365
}

/** Drawn from the right in Arabic; on a narrow screen the table says it all. */
function Line({ editions, language }: { editions: readonly Outline[]; language: Language }) {
  const dated = editions.flatMap(({ dates, ...one }) =>
    dates ? [{ ...one, at: dates.first }] : [],
  )
  const years = dated.map((one) => Number(one.at.slice(0, 4)))
  const first = Math.min(...years)
  const last = Math.max(...years) + 1
  const place = (years: number) => {
    const along = MARGIN + ((years - first) / (last - first)) * (WIDTH - 2 * MARGIN)
    return Math.round(directionOf(language) === 'rtl' ? WIDTH - along : along)
  }
  const ticks = Array.from({ length: last - first + 1 }, (_, year) => first + year)
  return (
    <svg
      class="screen-only my-6 hidden w-full sm:block"
      viewBox={`0 0 ${WIDTH} 70`}
      role="img"
      aria-label={say(language, 'series.line')}
    >
      <path d={`M${MARGIN} ${LINE}H${WIDTH - MARGIN}`} stroke="currentColor" />
      {ticks.map((year) => (
        <>
          <path d={`M${place(year)} ${LINE}v6`} stroke="currentColor" />
          <text x={place(year)} y="60" text-anchor="middle" font-size="15" fill="currentColor">
            {year}
          </text>
        </>
      ))}
      {dated.map((one) => (
        <circle
          cx={place(yearsInto(one.at))}
          cy={LINE}
          r={one.kind === 'side-edition' ? 6 : 10}
          fill="var(--color-primary)"
        >
          <title>{readingOf(one.shortName, language).value}</title>
        </circle>
      ))}
    </svg>
  )
}

function Table({ desk, editions }: { desk: Desk; editions: readonly Outline[] }) {
  const { language } = desk
  const labels = {
    date: say(language, 'dates'),
    place: say(language, 'place'),
    number: say(language, 'series.number'),
  }
  return (
    <div class="stacked">
      <table>
        <thead>
          <tr>
            <th scope="col">{say(language, 'edition')}</th>
            <th scope="col">{labels.date}</th>
            <th scope="col">{labels.place}</th>
            <th scope="col">{labels.number}</th>
          </tr>
        </thead>
        <tbody>
          {editions.map((one) => (
            <tr>
              <td>
                <a href={hrefOf(language, `/${one.id}`)}>
                  <Title text={one.name} language={language} />
                </a>
              </td>
              <td data-label={labels.date}>
                <Days dates={one.dates} language={language} />
              </td>
              <td data-label={labels.place}>
                <PlaceOf desk={desk} outline={one} />
              </td>
              <td data-label={labels.number}>
                {one.label && <Title text={one.label} language={language} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The city, or the state where no city is known, and how people took part if not in person. */
export function PlaceOf({ desk, outline }: { desk: Desk; outline: Outline }) {
  const { venue, format } = outline
  const { language } = desk
  const elsewhere = format === 'virtual' || format === 'hybrid'
  return (
    <>
      {venue?.city ? (
        <Title text={venue.city} language={language} />
      ) : (
        venue?.country && <PartyLink desk={desk} code={venue.country} />
      )}
      {venue && elsewhere && ' · '}
      {elsewhere && say(language, `format.${format}`)}
      {!venue && !elsewhere && <span class="empty">{say(language, 'unknown')}</span>}
    </>
  )
}
