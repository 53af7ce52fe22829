import { COLUMNS, EVERYBODY, SIDES, type Side } from './actors.ts'

/** What each mark of a table says, by the sides on which it is so: own, beside, elsewhere. */
const MARKS: Readonly<Record<string, string>> = {
  '': '',
  own: '○',
  'own beside': '◐',
  'own elsewhere': '◇',
  beside: '△',
  'beside elsewhere': '△',
  'own beside elsewhere': '●',
}

/** The legend of the marks, as Markdown. */
export const LEGEND = `| mark | who stands in the column may |
| :-: | --- |
| ● | whatever it is about |
| ◐ | at the conference at which they hold the role, whoever's it is |
| ○ | only with what is their own: their account's, their delegation's at that conference, their link's |
| ◇ | with what is their party's, at whatever conference |
| △ | with what is somebody else's, not with their own |`

/** Column heads are short, for the tables are wide. */
const HEADS: Readonly<Record<string, string>> = {
  anonymous: 'nobody signed in',
  account: 'account',
  administrator: 'admini­strator',
  'host-secretariat': 'host secre­tariat',
  'un-secretariat': 'UN secre­tariat',
  'co-chair': 'co-chair',
  'floor-desk': 'floor desk',
  'focal-point': 'focal point',
}

/** The mark of a role, by the names of those of whom something is true. */
function markOf(role: string, is: (name: string) => boolean): string {
  const sides: Side[] = SIDES.filter((side) =>
    EVERYBODY.some((one) => one.role === role && one.side === side && is(one.name)),
  )
  if (role === 'anonymous') return sides.length > 0 ? '●' : ''
  const mark = MARKS[sides.join(' ')]
  if (mark === undefined) throw new Error(`No mark says ${sides.join(' and ')} of ${role}`)
  return mark
}

/** One line of a table: of what it tells, and of whom it is true. */
export interface Row {
  cells: readonly string[]
  is(name: string): boolean
}

/** A table of roles, as Markdown; roles of which nothing in it is true keep their column, so that tables compare. */
export function printTable(heads: readonly string[], rows: readonly Row[]): string {
  const columns = COLUMNS.map((role) => HEADS[role] ?? role)
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line([...heads, ...columns]),
    line([...heads.map(() => '---'), ...columns.map(() => ':-:')]),
    ...rows.map(({ cells, is }) => line([...cells, ...COLUMNS.map((role) => markOf(role, is))])),
  ].join('\n')
}
