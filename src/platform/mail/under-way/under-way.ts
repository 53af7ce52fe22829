import { sql } from 'kysely'
import type { LettersOnTheirWay } from '../../../ui/progress.tsx'
import type { Reading } from '../../database/tables.ts'
import { MAIL_JOB } from '../letter.ts'
import { TRIED_FOR } from '../mail.ts'
import { DEED, LETTERS } from './of-deed.ts'

/** Whose letters are looked for: acts by the names of their commands, at a conference or upon things of these names. */
export interface Acts<Action extends string> {
  actions: readonly Action[]
  conference?: string
  subjects?: readonly string[]
}

/** Acts of which letters may still be on their way; old ones have left or were given up. */
const MOST_ACTS = 100

type Counts = Omit<LettersOnTheirWay, 'action'>
const NONE: Counts = { sent: 0, back: 0, waiting: 0, again: 0, unwritten: 0 }

/**
 * How far the letters of acts that reach many are, in one sum for each kind of act; nothing where none is under way. An
 * act of yesterday is over, whatever became of it: the outbox tells the rest.
 */
export async function lettersUnderWay<Action extends string>(
  db: Reading,
  { actions, conference, subjects }: Acts<Action>,
  now: Temporal.Instant,
): Promise<LettersOnTheirWay<Action>[]> {
  const acts = await db
    .selectFrom('journal')
    .select(['id', 'action'])
    .where(sql<boolean>`action collate "C" in (${sql.join(actions)})`)
    .where('at', '>', now.subtract(TRIED_FOR))
    .$if(conference !== undefined, (query) => query.where('conference', '=', conference ?? ''))
    .$if(subjects !== undefined, (query) => query.where('subject', 'in', [...(subjects ?? []), '']))
    .orderBy('seq', 'desc')
    .limit(MOST_ACTS)
    .execute()
  if (acts.length === 0) return []
  const counts = await countsOf(
    db,
    acts.map(({ id }) => id),
  )
  return actions.flatMap((action) => {
    const these = acts.flatMap((act) => (act.action === action ? (counts.get(act.id) ?? []) : []))
    const sum = these.filter(isUnderWay).reduce(plus, NONE)
    return isUnderWay(sum) ? [{ action, ...sum }] : []
  })
}

const isUnderWay = ({ waiting, unwritten }: Counts) => waiting > 0 || unwritten !== 0

const plus = (one: Counts, other: Counts): Counts => ({
  sent: one.sent + other.sent,
  back: one.back + other.back,
  waiting: one.waiting + other.waiting,
  again: one.again + other.again,
  unwritten:
    one.unwritten === null || other.unwritten === null ? null : one.unwritten + other.unwritten,
})

async function countsOf(db: Reading, deeds: readonly string[]) {
  const written = await sql<Counts & { deed: string }>`
    select deed,
      count(*) filter (where state = 'sent')::int as sent,
      count(*) filter (where state = 'failed')::int as back,
      count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state = 'waiting' and trouble is not null)::int as again,
      0 as unwritten
    from mail where deed in (${sql.join(deeds)}) group by deed`.execute(db)
  const counts = new Map(written.rows.map(({ deed, ...one }) => [deed, one]))
  for (const { deed, letters } of await errandsOf(db, deeds)) {
    counts.set(deed, plus(counts.get(deed) ?? NONE, { ...NONE, unwritten: letters }))
  }
  return counts
}

/** Errands whose letters are not written yet, and how many these will be; none where nobody ever left one. */
async function errandsOf(db: Reading, deeds: readonly string[]) {
  const { rows: kept } = await sql<{
    there: boolean
  }>`select to_regclass('pgboss.job') is not null as there`.execute(db)
  if (!kept[0]?.there) return []
  const { rows } = await sql<{ deed: string; letters: number | null }>`
    select data ->> ${DEED} as deed,
      case when bool_and(data ? ${LETTERS}) then sum((data ->> ${LETTERS})::int)::int end as letters
    from pgboss.job
    where name = ${MAIL_JOB} and state::text in ('created', 'retry', 'active')
      and data ->> ${DEED} in (${sql.join(deeds)})
    group by 1`.execute(db)
  return rows
}
