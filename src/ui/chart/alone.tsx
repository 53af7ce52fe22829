import type { Child } from 'hono/jsx'
import { sayPartialDay } from '../../i18n/days.ts'
import { isolateIn } from '../../i18n/isolate.ts'
import { setBeside } from '../../i18n/numbers.ts'
import type { Language } from '../../kernel/language.ts'
import { PartialDay } from '../../kernel/time.ts'
import { say } from '../words.ts'
import { remarksOf } from './chart.tsx'
import type { Charted } from './charted.ts'
import { Label, SMALL } from './drawing/label.tsx'
import { linesOf } from './drawing/letters.ts'
import { anchoredIn, penOfFile, sizeOf } from './drawing/pens.tsx'
import { type Picture, rounded } from './drawing/picture.ts'

const WIDTH = 720
const MARGIN = 36

/**
 * The faces in which a file is set, those of `platform/pdf/fonts.ts`; the file of Noto's weights calls itself Thin.
 * Whoever opens the SVG without them gets a serif.
 */
const FACES: Readonly<Partial<Record<Language, string>>> = {
  ar: "'Amiri', 'Source Serif 4', serif",
  zh: "'Noto Sans SC', 'Noto Sans SC Thin', 'Source Serif 4', sans-serif",
  ko: "'Noto Sans KR', 'Noto Sans KR Thin', 'Source Serif 4', sans-serif",
}
const facesOf = (language: Language) => FACES[language] ?? "'Source Serif 4', Georgia, serif"

interface Sheet {
  language: Language
  title: string
  width: number
  height: number
  children?: Child
}

const Sheet = ({ language, title, width, height, children }: Sheet) => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    width={width}
    height={height}
    viewBox={`0 0 ${width} ${height}`}
    font-family={facesOf(language)}
    font-size={sizeOf(language)}
    text-anchor={anchoredIn(language)}
    xml:lang={language}
  >
    <title>{title}</title>
    {children}
  </svg>
)

/** A picture without words around it, for a document that has its own. */
export function printBare(
  picture: Picture,
  { language, title, width }: { language: Language; title: string; width: number },
): string {
  const pen = penOfFile(language, width)
  const { height, body } = picture.draw(pen)
  return String(
    <Sheet language={language} title={title} width={width} height={Math.ceil(height)}>
      <g fill={pen.ink.text}>{body}</g>
    </Sheet>,
  )
}

/**
 * A chart as a file of its own: with its title, its rule, its sources and the notice, in literal colours.
 * @param at where the chart is on the web, which the file tells.
 */
export function printAlone(
  charted: Charted,
  { language, at }: { language: Language; at?: string },
): string {
  const pen = penOfFile(language, WIDTH - 2 * MARGIN)
  const parts: Child[] = []
  let y = MARGIN
  const set = (
    text: string,
    size: number,
    more: { bold?: boolean; ink?: 'quiet' },
    leading: number,
  ) => {
    for (const line of linesOf(text, size, pen.width)) {
      y += leading
      parts.push(<Label pen={pen} lines={line} at={0} y={rounded(y)} size={size} {...more} />)
    }
  }
  set(charted.title, 20, { bold: true }, 26)
  y += 24
  if (charted.picture) {
    const { height, body } = charted.picture.draw(pen)
    parts.push(<g transform={`translate(0 ${rounded(y)})`}>{body}</g>)
    y += height
  } else {
    set(say(language, 'chart.empty'), 14, {}, pen.leading)
  }
  y += 16
  parts.push(<path d={`M0 ${rounded(y)}h${pen.width}`} stroke={pen.ink.hair} />)
  y += 6
  for (const line of footOf(charted, language, at)) {
    set(line, SMALL, { ink: 'quiet' }, pen.leading - 2)
    y += 4
  }
  const height = Math.ceil(y + MARGIN)
  return String(
    <Sheet language={language} title={charted.title} width={WIDTH} height={height}>
      {charted.description && <desc>{charted.description}</desc>}
      <rect width={WIDTH} height={height} fill={pen.ink.paper} />
      <g transform={`translate(${MARGIN})`} fill={pen.ink.text}>
        {parts}
      </g>
    </Sheet>,
  )
}

/** What is printed below a picture that stands alone. */
function footOf(charted: Charted, language: Language, at?: string): string[] {
  const sources = (charted.sources ?? []).map(({ publisher, date }) =>
    setBeside(language, [isolateIn(language, publisher), sayDate(language, date)]),
  )
  return [
    say(language, 'chart.rule', { rule: charted.rule }),
    [...remarksOf(language, charted), ...sources].join(' · '),
    say(language, 'notice.sample'),
    ...(charted.designations ? [say(language, 'notice.designations')] : []),
    ...(at ? [at] : []),
  ].filter((line) => line !== '')
}

const sayDate = (language: Language, date: string | null) => {
  if (date === null) return say(language, 'source.undated')
  return PartialDay.safeParse(date).success ? sayPartialDay(language, date) : date
}
