import { z } from 'zod'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { Text } from '../../../kernel/text.ts'
import { command, type Writing } from '../../../platform/command/command.ts'
import { amended, asWrittenBy } from '../commands.ts'
import { changing, known, load, outcome, save, whose } from '../keeping/deeds.commands.ts'
import { unknownToAuthor } from '../keeping/known.queries.ts'
import { mustBeKnown } from '../keeping/save.commands.ts'
import { mayWrite, move } from '../life.model.ts'
import { mustBeSound, PledgeId } from '../model.ts'
import { partiesOf } from '../shares.model.ts'
import { understood } from './partners.commands.ts'
import { invitationsOf, sketchOf } from './queries.ts'
import { dropSketch } from './sketch.commands.ts'
import { Hand } from './sketch.model.ts'
import { audienceFrom } from './terms-from.ts'
import { mayWriteWith, standing, versionOfWriting } from './write.commands.ts'

const One = z.strictObject({ pledge: PledgeId })

const loadWritten = async (
  db: Writing,
  { hand = 'author', ...input }: { pledge: PledgeId; hand?: Hand },
) => {
  const loaded = await load(db, input)
  const { record } = loaded
  const sketch = await sketchOf(db, input.pledge, hand)
  const written = record && understood(record, standing(record, sketch))
  return {
    ...{ ...loaded, sketch, written, invitations: await invitationsOf(db, input.pledge) },
    unknown: written && (await unknownToAuthor(db, written.terms)),
  }
}
type Loaded = Awaited<ReturnType<typeof loadWritten>>

const versionOfLoaded = ({ record, sketch }: Loaded) => versionOfWriting(record, sketch)

/** What was written, where it is whole and sound. */
function whole(loaded: Loaded, circumstances: Parameters<typeof changing>[3]) {
  const record = known(loaded, circumstances.actor)
  const { written, unknown } = loaded
  must(written && unknown && written.problems.length === 0, 'pledges.not-ready')
  const terms = asWrittenBy(circumstances.actor, record, written.terms)
  mustBeSound(record.id, terms)
  mustBeKnown(unknown)
  return { record, terms }
}

/** Hands a pledge in as it is written now. Whoever said that they take no part is not named in it. */
export const submitPledge = command('pledges.submit', {
  input: One,
  conference: () => null,
  load: (db, input) => loadWritten(db, input),
  may: (actor, { record }) => mayWrite(actor, whose(record)),
  version: versionOfLoaded,
  decide(loaded, _, circumstances) {
    const { record, terms } = whole(loaded, circumstances)
    const state = move(record.state, 'submit')
    const parties = partiesOf(terms.shares)
    const declined = loaded.invitations.filter(({ declinedAt }) => declinedAt !== null)
    must(!declined.some(({ party }) => parties.includes(party)), 'pledges.partner-declined')
    const after = {
      ...{ ...record, terms, state },
      audience: loaded.sketch ? audienceFrom(loaded.sketch.content) : record.audience,
      handedInAt: record.handedInAt ?? circumstances.now,
    }
    return changing(loaded, after, 'submit', circumstances)
  },
  ...outcome,
  async save(db, change) {
    await save(db, change)
    await dropSketch(db, change.after.id)
    await keepSubmission(db, change)
  },
})

/** Keeps what was handed in: whoever reviews sees each time what changed. */
export async function keepSubmission(db: Writing, { after, at, by }: Parameters<typeof save>[1]) {
  const { last } = await db
    .selectFrom('pledgeSubmission')
    .select((of) => of.fn.coalesce(of.fn.max('position'), of.lit(0)).as('last'))
    .where('pledge', '=', after.id)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('pledgeSubmission')
    .values({
      ...{ pledge: after.id, position: Number(last) + 1, at, by },
      terms: JSON.stringify(after.terms),
    })
    .execute()
}

/** Takes back what was handed in, to write on, while nobody has accepted it. */
export const recallPledge = command('pledges.recall', {
  input: One,
  conference: () => null,
  load: (db, input) => load(db, input),
  may: (actor, { record }) => mayWrite(actor, whose(record)),
  decide(loaded, _, circumstances) {
    const record = known(loaded, circumstances.actor)
    return changing(
      loaded,
      { ...record, state: move(record.state, 'recall') },
      'recall',
      circumstances,
    )
  },
  ...outcome,
})

/** Announces what was written of an amendment: the earlier words stay as a version, with the difference. */
export const amendAsWritten = command('pledges.amend-as-written', {
  input: One.extend({ why: Text, hand: Hand.default('author') }),
  conference: () => null,
  load: (db, input) => loadWritten(db, input),
  may: (actor, { record }, { hand }) => mayWriteWith(hand, actor, record),
  version: versionOfLoaded,
  decide(loaded, { why }, circumstances) {
    const { record, terms } = whole(loaded, circumstances)
    const after = amended(record, terms)
    if (same(record.terms, terms)) return null
    return changing(loaded, after, 'amend', circumstances, { note: why })
  },
  ...outcome,
  async save(db, change, { hand }) {
    await save(db, change)
    await dropSketch(db, change.after.id, hand)
  },
})
