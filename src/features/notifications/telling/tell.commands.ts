import type { AnyCommand, Circumstances, Writing } from '../../../platform/command/command.ts'
import { personalTopic } from '../../../platform/command/topic.ts'
import type { NoticeKind, Occasion } from '../kind.ts'
import { type Habits, habitsOf, holdersOf } from '../queries.ts'
import { nextDigest } from './digest.ts'
import { type Picked, picked, type Told } from './picking.ts'

interface Happened {
  decision: unknown
  input: unknown
}

/** A deed of an earlier feature, done. */
type Reaction = (
  db: Writing,
  happened: Happened,
  circumstances: Circumstances,
) => Promise<readonly string[]>

/** What is told after each deed of which something is, by the deed's name. */
export function reactionsOf(
  kinds: readonly NoticeKind[],
  commands: readonly AnyCommand[],
): Readonly<Record<string, Reaction>> {
  const names = new Set(kinds.flatMap(({ after }) => after.map(({ command }) => command)))
  const byName = new Map(commands.map((one) => [one.name, one]))
  return Object.fromEntries(
    [...names].map((name) => {
      const command = byName.get(name)
      if (!command) throw new Error(`Notices are told after ${name}, which nobody does`)
      return [name, telling(kinds, command)]
    }),
  )
}

const telling =
  (kinds: readonly NoticeKind[], command: AnyCommand): Reaction =>
  async (db, { decision, input }, circumstances) => {
    const subject = command.subject(decision, input)
    const told: Told[] = []
    for (const { name: kind, after } of kinds) {
      for (const occasion of after.filter((one) => one.command === command.name)) {
        const tellings = await toldBy(db, occasion, { decision, input })
        told.push(...tellings.map((one) => ({ about: subject, ...one, kind })))
      }
    }
    const seats = told.flatMap(({ to }) => to)
    if (seats.length === 0) return []
    return tell(db, kinds, told, circumstances)
  }

async function toldBy(db: Writing, { load, tell }: Occasion, { decision, input }: Happened) {
  const loaded = await load?.(db as never, decision as never, input as never)
  return tell(decision as never, input as never, loaded as never)
}

/** Writes the notices of a deed, in its transaction; answers what changes for whom. */
async function tell(
  db: Writing,
  kinds: readonly NoticeKind[],
  told: readonly Told[],
  { actor, now, newId }: Circumstances,
): Promise<readonly string[]> {
  const holders = await holdersOf(
    db,
    told.flatMap(({ to }) => to),
  )
  const habits = await habitsOf(
    db,
    holders.map(({ account }) => account),
  )
  const usual = new Map(kinds.map((kind) => [kind.name, kind]))
  const all = picked(told, holders, {
    doer: actor.kind === 'account' ? actor.id : null,
    wayOf: (account, kind) => habits(account).ways.get(kind) ?? usual.get(kind)?.usual ?? 'off',
  })
  if (all.length === 0) return []
  const rows = all.map((one) => ({
    id: newId(),
    account: one.account,
    kind: one.told.kind,
    about: one.told.about,
    facts: JSON.stringify(one.told.facts),
    at: one.told.at,
    seat: JSON.stringify(one.seat),
    toldAt: now,
    readAt: null,
    letter: null,
    ...mailOf(one, usual.get(one.told.kind), habits(one.account), now),
  }))
  await db.insertInto('notice').values(rows).execute()
  return [...new Set(rows.map(({ account }) => personalTopic(account)))]
}

/** When the letter leaves that tells of it; where the feature of the deed writes one itself, that is the one at once. */
function mailOf(
  { told, way }: Picked,
  kind: NoticeKind | undefined,
  { zone, hour }: Habits,
  now: Temporal.Instant,
) {
  if (way === 'product' || told.written) return { mail: null, due: null }
  if (way === 'digest') return { mail: way, due: nextDigest(now, zone ?? 'UTC', hour) }
  return { mail: way, due: kind?.letters === undefined ? now : null }
}
