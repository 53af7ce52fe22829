import { sayDayRange, sayPartialDay } from '../../../i18n/days.ts'
import { isolateIn } from '../../../i18n/isolate.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import { say as sayInUi } from '../../../ui/words.ts'
import type { Series } from '../../conferences/model.ts'
import { outlineOf } from '../../conferences/outline.ts'
import { sayTerm } from '../../conferences/terms.print.ts'
import { nameOn } from '../../parties/model.ts'
import { firstDayOf, lastDayOf } from '../../pledges/model.ts'
import { type Cell, line, type Words } from '../blocks.ts'
import { BESIDE, type Desk, partyName, sayText, wordsOf } from '../desk.print.ts'
import { say } from '../words.ts'

/** What stands on the first page. */
export interface Title {
  series: string
  /** How the edition is counted, a stored text; empty where it is not. */
  ordinal: string
  name: readonly Words[]
  report: string
  about: string
  particulars: readonly { label: string; lines: Cell }[]
  asOf: string
  /** What the reader must know before reading on. */
  notices: readonly string[]
}

export function titleOf(desk: Desk): Title {
  const { language, outcome } = desk
  const { conference, series } = outcome
  return {
    series: sayText(desk, seriesNameOn(series, outcome.day)),
    ordinal: conference.label ? sayText(desk, conference.label) : '',
    name: wordsOf(desk, conference.name),
    report: say(language, 'title'),
    about: say(language, 'about'),
    particulars: [
      { label: say(language, 'dates'), lines: [line('plain', sayDates(desk))] },
      { label: say(language, 'place'), lines: place(desk) },
      { label: sayTerm(language, 'hosts'), lines: hosts(desk) },
      { label: sayTerm(language, 'convenors'), lines: convenors(desk) },
      { label: sayTerm(language, 'co-chairs'), lines: coChairs(desk) },
    ].filter(({ lines }) => lines.length > 0),
    asOf: say(language, 'state-of', { date: sayPartialDay(language, outcome.asOf) }),
    notices: [
      sayInUi(language, 'notice.sample'),
      sayInUi(language, 'notice.designations'),
      say(language, 'texts'),
    ],
  }
}

/** What the series was called on a day; before its first name and between two, what it is called now. */
export function seriesNameOn({ names }: Pick<Series, 'names'>, day: string): Text {
  const then = names.find(
    ({ from, until }) =>
      (from === null || firstDayOf(from) <= day) && (until === null || day <= lastDayOf(until)),
  )
  return (then ?? (names.at(-1) as (typeof names)[number])).name
}

function sayDates({ language, outcome }: Desk): string {
  const { dates } = outlineOf(outcome.conference)
  if (!dates) return sayTerm(language, 'dates.unknown')
  const last = dates.last ?? dates.first
  return dates.first.length === 10 && last.length === 10
    ? sayDayRange(language, dates.first, last)
    : sayPartialDay(language, dates.first)
}

function place(desk: Desk): Cell {
  const { venue } = outlineOf(desk.outcome.conference)
  const parts = [
    ...[venue?.name, venue?.city].flatMap((text) => (text ? [sayText(desk, text)] : [])),
    ...(venue?.country ? [partyName(desk, venue.country)] : []),
  ]
  return parts.length === 0 ? [] : [line('plain', parts.join(BESIDE))]
}

const hosts = (desk: Desk): Cell =>
  desk.outcome.conference.hosts.map(({ party, ministry }) =>
    line(
      'plain',
      [...(ministry ? [sayText(desk, ministry)] : []), partyName(desk, party)].join(BESIDE),
    ),
  )

/** Who called it together, with the office held on that day. */
const convenors = (desk: Desk): Cell =>
  desk.outcome.conference.convenors.map(({ party, person, office }) =>
    line(
      'plain',
      [isolateIn(desk.language, person), sayText(desk, office), partyName(desk, party)].join(
        BESIDE,
      ),
    ),
  )

/** In the order in which they were printed, and as they were for readers of that language. */
function coChairs(desk: Desk): Cell {
  const { language, outcome } = desk
  const list = outcome.conference.coChairs?.list ?? []
  if (list.length === 0) return []
  const names = list.map(({ party, office, nameAsPrinted }) => {
    const printed = nameAsPrinted && readingOf(nameAsPrinted, language)
    const known = outcome.parties.get(party)
    const name =
      printed?.language === language
        ? printed.value
        : printed && known
          ? nameOn(known, outcome.day, language).formal
          : partyName(desk, party)
    return office ? `${name} (${sayText(desk, office)})` : name
  })
  return [line('plain', names.join(BESIDE)), line('quiet', sayTerm(language, 'co-chairs.note'))]
}
