import { sayPartialDay } from '../../i18n/days.ts'
import { sayNumber } from '../../i18n/numbers.ts'
import type { Language } from '../../kernel/language.ts'
import { Sources } from '../facts.tsx'
import { Empty } from '../notices.tsx'
import { Table } from '../table.tsx'
import { say } from '../words.ts'
import { type Cell, type Charted, valueIn } from './charted.ts'
import { penOfPage } from './drawing/pens.tsx'
import type { Picture } from './drawing/picture.ts'

interface ChartProps {
  /** Unique in the page, `[a-z-]`. */
  id: string
  language: Language
  of: Charted
  /** Where the files are, without their endings: `/en/record/editions`; without it there are none. */
  downloads?: string
  /** The query that belongs to the address, with its question mark. */
  query?: string
  heading?: 'h2' | 'h3' | 'h4'
}

/** A chart in a page: what is seen, the picture, how it was counted, the same as a table and as files. */
export function Chart({ id, language, of, downloads, query = '', heading: H = 'h3' }: ChartProps) {
  return (
    <figure class="chart" id={id} aria-labelledby={`${id}-title`}>
      <H id={`${id}-title`}>{of.title}</H>
      {of.picture ? (
        <Seen id={id} language={language} of={of} picture={of.picture} />
      ) : (
        <Empty>{say(language, 'chart.empty')}</Empty>
      )}
      <figcaption>
        <p class="figure-rule">{say(language, 'chart.rule', { rule: of.rule })}</p>
        <p class="mark">{remarksOf(language, of).join(' · ')}</p>
        {of.sources && <Sources sources={of.sources} language={language} />}
      </figcaption>
      <details>
        <summary>{say(language, 'chart.table')}</summary>
        <Table
          caption={of.title}
          columns={of.table.columns}
          rows={of.table.rows.map((row) => row.map((cell) => inPage(language, cell)))}
        />
      </details>
      {downloads && (
        <p class="mark screen-only">
          {say(language, 'chart.download')}{' '}
          {(['svg', 'png', 'csv'] as const).map((ending) => (
            <>
              {' '}
              <a href={`${downloads}.${ending}${query}`} download="" data-turbo="false">
                {ending.toUpperCase()}
              </a>
            </>
          ))}
        </p>
      )}
    </figure>
  )
}

/** The sample and the day of a chart, in words. */
export const remarksOf = (language: Language, { sample, asOf }: Charted): string[] => [
  ...(sample ? [sample] : []),
  ...(asOf ? [say(language, 'figure.as-of', { date: sayPartialDay(language, asOf) })] : []),
]

function Seen({ id, language, of, picture }: Omit<ChartProps, 'heading'> & { picture: Picture }) {
  if (picture.inPage) return picture.inPage()
  const { height, body } = picture.draw(penOfPage(language, id))
  return (
    <svg class="picture" role="img" height={Math.ceil(height)}>
      <title>{of.title}</title>
      {of.description && <desc>{of.description}</desc>}
      {body}
    </svg>
  )
}

function inPage(language: Language, cell: Cell) {
  const { said, href } = cell !== null && typeof cell === 'object' ? cell : {}
  const words = said ?? sayValue(language, valueIn(cell))
  return href ? <a href={href}>{words}</a> : words
}

function sayValue(language: Language, value: ReturnType<typeof valueIn>): string {
  if (value === null) return say(language, 'chart.unknown')
  return typeof value === 'number' ? sayNumber(language, value) : value
}
