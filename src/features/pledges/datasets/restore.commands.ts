import { z } from 'zod'
import { PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { Text } from '../../../kernel/text.ts'
import { type Circumstances, command, type Writing } from '../../../platform/command/command.ts'
import { DeliveryEvent, ReadinessEvent } from '../history.model.ts'
import { Entry, type Known, knownOf, replaceHistories } from '../keeping/record.commands.ts'
import { mustBeKnown, nameOf, savePledges, touched } from '../keeping/save.commands.ts'
import { mayRecord } from '../life.model.ts'
import { mustBeSound, type PledgeId, Terms } from '../model.ts'
import { NOT_WRITTEN_HERE, type PledgeRecord } from '../queries.ts'
import { type FormerWording, type Listed, listedPledges } from './listed.queries.ts'

const At = z.iso.datetime().transform((at) => Temporal.Instant.from(at))

/** What a pledge said before it was amended, and when and why it was. */
const Former = z.strictObject({
  version: z.int().positive(),
  replacedAt: At,
  why: Text.nullable(),
  terms: Terms,
  delivery: z.array(DeliveryEvent),
  readiness: z.array(ReadinessEvent),
})

/** A pledge as an archive states it: everything that everybody may see. */
export const Restored = Entry.extend({
  version: z.int().positive(),
  former: z.array(Former),
  confirmations: z.array(z.strictObject({ party: PartyCode, at: At })),
  withdrawal: z.strictObject({ at: At, note: Text.nullable() }).nullable(),
})
type Restored = z.infer<typeof Restored>

interface Found extends Known {
  /** As everybody may see it now. */
  stands: Listed | null
}

async function load(db: Writing, inputs: readonly Restored[]): Promise<Found[]> {
  const known = await knownOf(db, inputs)
  const stored = known.flatMap(({ before }) => before?.record.id ?? [])
  const standing = new Map((await listedPledges(db, stored)).map((one) => [one.id, one]))
  return known.map((one, place) => ({
    ...one,
    stands: standing.get(inputs[place]?.id as PledgeId) ?? null,
  }))
}

/**
 * Gives back a pledge as an archive states it, with its versions, confirmations and dates. One that stands here must be
 * the same: who wants to change it amends it, and nothing of its past is lost.
 */
export const restorePledge = command('pledges.restore', {
  input: Restored,
  conference: ({ terms }) => terms.conference,
  load: async (db, input) => (await load(db, [input]))[0] as Found,
  may: mayRecord,
  decide({ before, unknown, retired, stands }, input, circumstances) {
    if (stands && same(asText(saidBy(stands)), asText(input))) return null
    must(!before, 'pledges.stands-otherwise')
    mustBeSound(input.id, input.terms)
    mustBeKnown({ ...unknown, pledges: [] })
    must(!retired, 'pledges.identifier-retired')
    return { input, at: circumstances.now, by: nameOf(circumstances as Circumstances) }
  },
  save: (db, restored) => save(db, [restored]),
  subject: (_, { id }) => `pledge/${id}`,
  touches: ({ input }) => touched(recordOf(input)),
  many: { load, save },
})

interface Restoring {
  input: Restored
  at: Temporal.Instant
  by: string
}

const recordOf = ({
  id,
  announcedOn,
  asOf,
  state,
  audience,
  version,
  terms,
}: Restored): PledgeRecord => ({
  ...{ id, announcedOn, asOf, state, audience, version, terms },
  conference: terms.conference,
  lead: terms.lead,
  ...NOT_WRITTEN_HERE,
})

const historyOf = ({ delivery, readiness }: Restored) => ({ delivery, readiness })

async function save(db: Writing, all: readonly Restoring[]): Promise<void> {
  const kept = all.map(({ input, at, by }) => ({
    ...{ record: recordOf(input), history: historyOf(input), replaced: null, at, by },
  }))
  await savePledges(db, kept)
  await replaceHistories(db, kept)
  const versions = all.flatMap(({ input, by }) =>
    input.former.map(({ version, replacedAt, why, ...content }) => ({
      ...{ pledge: input.id, version, replacedAt, replacedBy: by },
      why: why && JSON.stringify(why),
      content: JSON.stringify(content),
    })),
  )
  if (versions.length > 0) await db.insertInto('pledgeVersion').values(versions).execute()
  const deeds = all.flatMap(({ input, by }) => deedsOf(input, by))
  if (deeds.length > 0) await db.insertInto('pledgeDeed').values(deeds).execute()
}

const deedsOf = ({ id, confirmations, withdrawal }: Restored, by: string) =>
  [
    ...confirmations.map(({ party, at }) => ({ deed: 'confirm', at, party, note: null })),
    ...(withdrawal
      ? [
          {
            deed: 'withdraw',
            at: withdrawal.at,
            party: null,
            note: withdrawal.note && JSON.stringify(withdrawal.note),
          },
        ]
      : []),
  ].map((deed, place) => ({ pledge: id, position: place + 1, by, ...deed }))

/** A listed pledge as the command takes it. */
export const saidBy = (pledge: Listed) => ({
  id: pledge.id,
  announcedOn: pledge.announcedOn,
  asOf: pledge.asOf,
  state: pledge.withdrawn ? 'withdrawn' : 'announced',
  audience: 'public',
  version: pledge.version,
  terms: pledge.terms,
  delivery: pledge.delivery,
  readiness: pledge.readiness,
  former: pledge.former.map(
    ({ version, replacedAt, why, terms, delivery, readiness }: FormerWording) => ({
      ...{ version, replacedAt, why, terms, delivery, readiness },
    }),
  ),
  confirmations: pledge.confirmations,
  withdrawal: withdrawalOf(pledge),
})

export const withdrawalOf = ({ withdrawn, withdrawnAt }: Listed) =>
  withdrawn && withdrawnAt ? { at: withdrawnAt, note: withdrawn.note } : null

/** As JSON has it, instants as text. */
const asText = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
