import { z } from 'zod'
import { PartyCode } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { revised } from '../../kernel/wording/texts.ts'
import { type Circumstances, command, type Writing } from '../../platform/command/command.ts'
import { outlineById } from '../conferences/queries.ts'
import { orderingOf, partiesOf } from '../parties/queries.ts'
import {
  isProtocolDesk,
  OfConference,
  OfSeating,
  Order,
  Plan,
  type Seating,
  SeatingId,
} from './model.ts'
import { orderOf, seatingOf } from './queries.ts'
import { fixedAt } from './seating/seats.ts'

const topics = (conference: string) => [`protocol/${conference}`]
const nameOf = ({ actor }: Pick<Circumstances, 'actor'>) => `${actor.kind}/${actor.id}`

/** Decides in which order the delegations stand. */
export const setOrder = command('protocol.set-order', {
  input: OfConference.extend({ order: Order }),
  conference: ({ conference }) => conference,
  async load(db, { conference, order: { base } }) {
    const codes = base.kind === 'by-hand' ? base.parties : []
    const known = await partiesOf(db, codes)
    return {
      conference: await outlineById(db, conference),
      before: await orderOf(db, conference),
      unknown: codes.filter((code) => !known.has(code)),
      seat: base.kind === 'seat' ? await orderingOf(db, base.ordering) : null,
    }
  },
  may: (actor, _, { conference }) => isProtocolDesk(actor, conference),
  version: ({ before }) => `${before.version}`,
  decide({ conference, before, unknown, seat }, { order }, circumstances) {
    must(conference, 'protocol.unknown-conference')
    must(unknown.length === 0, 'protocol.unknown-party', { codes: unknown.join(' ') })
    must(order.base.kind !== 'seat' || seat?.kind === 'seat', 'protocol.no-such-seat')
    if (order.base.kind === 'by-hand') {
      must(new Set(order.base.parties).size === order.base.parties.length, 'protocol.named-twice')
    }
    if (same(before.order, order)) return null
    return { before, order, by: nameOf(circumstances), now: circumstances.now }
  },
  async save(db, { before, order, by, now }, { conference }) {
    const row = { content: JSON.stringify(order), version: before.version + 1 }
    await db
      .insertInto('protocolOrder')
      .values({ conference, ...row })
      .onConflict((conflict) => conflict.column('conference').doUpdateSet(row))
      .execute()
    if (before.version === 0) return
    await db
      .insertInto('protocolOrderVersion')
      .values({
        ...{ conference, version: before.version, content: JSON.stringify(before.order) },
        ...{ replacedAt: now, replacedBy: by },
      })
      .execute()
  },
  subject: (_, { conference }) => `protocol-order/${conference}`,
  touches: (_, { conference }) => topics(conference),
})

async function saveSeating(db: Writing, { id, plan, ...columns }: Seating): Promise<void> {
  const row = { ...columns, content: JSON.stringify(plan) }
  await db
    .insertInto('seatingPlan')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

const outcome = {
  save: (db: Writing, seating: Seating) => saveSeating(db, seating),
  subject: ({ id }: Seating) => `seating/${id}`,
  answer: ({ id }: Seating) => ({ seating: id }),
  touches: ({ conference }: Seating) => topics(conference),
}

const known = (found: Seating | null): Seating => {
  must(found, 'protocol.unknown-plan')
  return found
}

const changed = (before: Seating, plan: Plan): Seating | null =>
  same(before.plan, plan) ? null : { ...before, plan, version: before.version + 1 }

const Shape = Plan.pick({ name: true, rows: true, each: true })
const loadSeating = (
  db: Writing,
  { conference, seating }: Pick<Seating, 'conference'> & { seating: SeatingId },
): Promise<Seating | null> => seatingOf(db, conference, seating)

const versionOf = (found: Seating | null) => `${found?.version ?? 0}`

/** Begins a plan of seats. */
export const addSeating = command('protocol.add-seating', {
  ...outcome,
  input: OfConference.extend({ plan: Shape }),
  conference: ({ conference }) => conference,
  load: (db, { conference }) => outlineById(db, conference),
  may: (actor, _, { conference }) => isProtocolDesk(actor, conference),
  decide(outline, { conference, plan }, { newId }) {
    must(outline, 'protocol.unknown-conference')
    const id = SeatingId.parse(newId())
    return { id, conference, version: 1, plan: { ...plan, fixed: [], free: [] } }
  },
})

/** Changes the name of a plan or the shape of its room; who was set stays set. */
export const changeSeating = command('protocol.change-seating', {
  ...outcome,
  input: OfSeating.extend({ plan: Shape }),
  conference: ({ conference }) => conference,
  load: (db, input) => loadSeating(db, input),
  may: (actor, _, { conference }) => isProtocolDesk(actor, conference),
  version: versionOf,
  decide: (found, { plan }) =>
    changed(known(found), { ...known(found).plan, ...revised(known(found).plan, plan) }),
})

/** Sets a delegation on a block; whoever sat there follows the order again. */
export const fixSeat = command('protocol.fix-seat', {
  ...outcome,
  input: OfSeating.extend({ party: PartyCode, block: z.int().min(0).max(2000) }),
  conference: ({ conference }) => conference,
  load: async (db, input) => ({
    found: await loadSeating(db, input),
    parties: await partiesOf(db, [input.party]),
  }),
  may: (actor, _, { conference }) => isProtocolDesk(actor, conference),
  version: ({ found }) => versionOf(found),
  decide({ found, parties }, { party, block }) {
    const seating = known(found)
    must(parties.has(party), 'protocol.unknown-party', { codes: party })
    const { rows, each } = seating.plan
    const blocks = rows.reduce((sum, places) => sum + Math.floor(places / each), 0)
    must(block < blocks, 'protocol.no-such-block')
    return changed(seating, fixedAt(seating.plan, party, block))
  },
})

/** Lets a delegation follow the order again, or a block be used again. */
export const releaseSeat = command('protocol.release-seat', {
  ...outcome,
  input: OfSeating.extend({ block: z.int().min(0).max(2000) }),
  conference: ({ conference }) => conference,
  load: (db, input) => loadSeating(db, input),
  may: (actor, _, { conference }) => isProtocolDesk(actor, conference),
  version: versionOf,
  decide(found, { block }) {
    const seating = known(found)
    return changed(seating, {
      ...seating.plan,
      fixed: seating.plan.fixed.filter((one) => one.block !== block),
      free: seating.plan.free.filter((one) => one !== block),
    })
  },
})

/** Leaves a block free. */
export const freeSeat = command('protocol.free-seat', {
  ...outcome,
  input: OfSeating.extend({ block: z.int().min(0).max(2000) }),
  conference: ({ conference }) => conference,
  load: (db, input) => loadSeating(db, input),
  may: (actor, _, { conference }) => isProtocolDesk(actor, conference),
  version: versionOf,
  decide(found, { block }) {
    const seating = known(found)
    return changed(seating, {
      ...seating.plan,
      fixed: seating.plan.fixed.filter((one) => one.block !== block),
      free: [...new Set([...seating.plan.free, block])],
    })
  },
})
