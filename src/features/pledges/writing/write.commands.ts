import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { command, type Writing } from '../../../platform/command/command.ts'
import { versionOf } from '../../../platform/command/version.ts'
import { known, lived, whose } from '../keeping/deeds.commands.ts'
import { nameOf } from '../keeping/save.commands.ts'
import { canMove, isSecretariat, mayAmend, mayWrite } from '../life.model.ts'
import { PledgeId } from '../model.ts'
import { type PledgeRecord, recordsOf } from '../queries.ts'
import { invitedToEach, sketchesOf } from './queries.ts'
import { dropSketch, keepSketches } from './sketch.commands.ts'
import { Hand, Sketch } from './sketch.model.ts'
import { sketchFrom } from './sketch-from.ts'

/** What stands to be edited: what was typed last, else what the record says. */
export const standing = (record: PledgeRecord, sketch: { content: Sketch } | null): Sketch =>
  sketch?.content ?? sketchFrom(record.terms, record.audience)

/** What whoever writes has seen. */
export const versionOfWriting = (record: PledgeRecord | null, sketch: { content: Sketch } | null) =>
  versionOf(record && standing(record, sketch))

/** Whether a pledge can be written on now: a draft, what was given back, or what an amendment would say. */
export const isOpen = ({ state }: Pick<PledgeRecord, 'state'>): boolean =>
  canMove(state, 'revise') || canMove(state, 'amend')

interface Of {
  pledge: PledgeId
  hand: Hand
}

/** What whoever writes must know of each pledge. */
async function loadWritings(db: Writing, all: readonly Of[]) {
  const ids = [...new Set(all.map(({ pledge }) => pledge))]
  const [records, invited, sketches] = await Promise.all([
    recordsOf(db, ids),
    invitedToEach(db, ids),
    sketchesOf(db, ids),
  ])
  return all.map(({ pledge, hand }) => ({
    record: records.find(({ id }) => id === pledge) ?? null,
    invited: invited.get(pledge) ?? [],
    sketch: sketches.find((one) => one.pledge === pledge && one.side === hand) ?? null,
  }))
}

type Writings = Awaited<ReturnType<typeof loadWritings>>

const loadWriting = async (db: Writing, of: Of) =>
  (await loadWritings(db, [of]))[0] as Writings[number]

/** Its author writes with the author's hand; the secretariat with its own, of what was announced. */
export const mayWriteWith = (hand: Hand, actor: Actor, record: PledgeRecord | null): boolean =>
  hand === 'author'
    ? mayWrite(actor, whose(record))
    : isSecretariat(actor, record?.conference ?? null) && mayAmend(actor, lived(record))

/** Keeps what somebody has typed of a pledge, as far as they have come. Nobody else sees it. */
export const writePledge = command('pledges.write', {
  input: z.strictObject({
    pledge: PledgeId,
    hand: Hand.default('author'),
    sketch: Sketch,
  }),
  conference: () => null,
  load: (db, input) => loadWriting(db, input),
  may: (actor, { record }, { hand }) => mayWriteWith(hand, actor, record),
  version: ({ record, sketch }) => versionOfWriting(record, sketch),
  decide(loaded, { sketch: content, hand }, circumstances) {
    const record = known(loaded, circumstances.actor)
    must(isOpen(record), 'pledges.cannot-move')
    if (same(standing(record, loaded.sketch), content)) return null
    const { id: pledge, lead } = record
    return { pledge, lead, content, hand, at: circumstances.now, by: nameOf(circumstances) }
  },
  save: (db, written) => keepSketches(db, [written]),
  subject: ({ pledge }) => `pledge/${pledge}`,
  answer: ({ pledge, content }) => ({ pledge, version: versionOf(content) }),
  touches: ({ pledge, lead }) => [`pledges/writing/${pledge}`, `pledges/writing/of/${lead}`],
  // While a conference is near, every delegation types, and all of it is saved as they do.
  many: {
    about: ({ pledge }) => pledge,
    load: (db, inputs) => loadWritings(db, inputs),
    save: (db, written) => keepSketches(db, written),
  },
})

/** Forgets what was typed since the pledge was last handed in or announced. */
export const discardChanges = command('pledges.discard-changes', {
  input: z.strictObject({ pledge: PledgeId, hand: Hand.default('author') }),
  conference: () => null,
  load: (db, input) => loadWriting(db, input),
  may: (actor, { record }, { hand }) => mayWriteWith(hand, actor, record),
  version: ({ record, sketch }) => versionOfWriting(record, sketch),
  decide(loaded, _, { actor }) {
    const record = known(loaded, actor)
    return loaded.sketch ? record : null
  },
  save: (db, { id }, { hand }) => dropSketch(db, id, hand),
  subject: ({ id }) => `pledge/${id}`,
  touches: ({ id, lead }) => [`pledges/writing/${id}`, `pledges/writing/of/${lead}`],
})
