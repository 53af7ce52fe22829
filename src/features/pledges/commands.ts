import { z } from 'zod'
import { speaksFor } from '../../kernel/actor.ts'
import { Audience } from '../../kernel/audience.ts'
import { PartyCode } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { Text } from '../../kernel/text.ts'
import { type Circumstances, command, type Writing } from '../../platform/command/command.ts'
import { outlineById } from '../conferences/queries.ts'
import { unknownIn } from './keeping/known.queries.ts'
import {
  keepDeed,
  keepVersions,
  mustBeKnown,
  nameOf,
  savePledge,
  touched,
} from './keeping/save.commands.ts'
import { type Deed, isSecretariat, mayWrite, move } from './life.model.ts'
import { mustBeSound, PledgeId, Terms } from './model.ts'
import {
  deedsOf,
  type History,
  historyOf,
  type PledgeRecord,
  recordOf,
  retirementOf,
} from './queries.ts'
import { consented, giversOf, Role, withRightfulConsents } from './shares.model.ts'

const One = z.strictObject({ pledge: PledgeId })

interface Loaded {
  record: PledgeRecord | null
  history: History
  /** Of the conference's wall times: an announcement is of that day. */
  zone: string
}

/** What a deed makes of a record. */
interface Change {
  before: PledgeRecord | null
  after: PledgeRecord
  history: History
  deed: string
  at: Temporal.Instant
  by: string
  party: PartyCode | null
  note: Text | null
}

async function load(db: Writing, { pledge }: { pledge: PledgeId }): Promise<Loaded> {
  const record = await recordOf(db, pledge)
  const outline = record?.conference ? await outlineById(db, record.conference) : null
  return { record, history: await historyOf(db, pledge), zone: outline?.zone ?? 'UTC' }
}

const whose = (record: PledgeRecord | null) => ({
  conference: record?.conference ?? null,
  lead: record?.lead ?? null,
  givers: record ? giversOf(record.terms.shares) : [],
})

const known = ({ record }: Loaded): PledgeRecord => {
  must(record, 'pledges.unknown-pledge', { codes: '' })
  return record
}

const changing = (
  loaded: Loaded,
  after: PledgeRecord,
  deed: string,
  circumstances: Circumstances,
  { party = null, note = null }: { party?: PartyCode | null; note?: Text | null } = {},
): Change => ({
  before: loaded.record,
  after,
  history: loaded.history,
  deed,
  at: circumstances.now,
  by: nameOf(circumstances),
  party,
  note,
})

async function save(db: Writing, change: Change): Promise<void> {
  const { before, after, history, deed, at, by, party, note } = change
  if (before && before.version !== after.version) {
    await keepVersions(db, [{ record: before, history, at, by, why: note }])
  }
  await savePledge(db, after, history)
  await keepDeed(db, after.id, { deed, at, by, party, note })
}

const outcome = {
  save,
  subject: ({ after }: Change) => `pledge/${after.id}`,
  answer: ({ after }: Change) => ({ state: after.state, version: after.version }),
  touches: ({ before, after }: Change) => touched(before, after),
}

/** Begins a pledge; nobody but its parties and the secretariat sees it. */
export const draftPledge = command('pledges.draft', {
  input: One.extend({ terms: Terms, audience: Audience.default('public') }),
  conference: ({ terms }) => terms.conference,
  load: async (db, input) => ({
    ...(await load(db, input)),
    unknown: await unknownIn(db, input.terms),
    retired: (await retirementOf(db, input.pledge)) !== null,
  }),
  may: (actor, _, { terms }) =>
    mayWrite(actor, {
      conference: terms.conference,
      lead: terms.lead,
      givers: giversOf(terms.shares),
    }),
  decide(loaded, { pledge, terms: written, audience }, circumstances) {
    const terms = asWrittenBy(circumstances.actor, null, written)
    must(!loaded.record, 'pledges.identifier-taken')
    must(!loaded.retired, 'pledges.identifier-retired')
    mustBeSound(pledge, terms)
    mustBeKnown(loaded.unknown)
    const record: PledgeRecord = {
      id: pledge,
      conference: terms.conference,
      lead: terms.lead,
      state: 'draft',
      audience,
      announcedOn: null,
      asOf: null,
      version: 1,
      terms,
    }
    return changing(loaded, record, 'draft', circumstances)
  },
  ...outcome,
})

/** Terms without a consent that whoever writes them cannot give. */
const asWrittenBy = (
  actor: Circumstances['actor'],
  record: PledgeRecord | null,
  terms: Terms,
): Terms => ({
  ...terms,
  shares: withRightfulConsents(record?.terms.shares ?? [], terms.shares, (party) =>
    speaksFor(actor, terms.conference, party),
  ),
})

const rewritten = (record: PledgeRecord, terms: Terms): PledgeRecord => {
  must(terms.conference === record.conference, 'pledges.conference-stays')
  must(terms.lead === record.lead, 'pledges.lead-stays')
  return { ...record, terms }
}

const Rewording = One.extend({ terms: Terms })
const loadRewording = async (db: Writing, input: { pledge: PledgeId; terms: Terms }) => ({
  ...(await load(db, input)),
  unknown: await unknownIn(db, input.terms),
})

/** Changes a draft, or what the secretariat gave back. */
export const revisePledge = command('pledges.revise', {
  input: Rewording,
  conference: ({ terms }) => terms.conference,
  load: (db, input) => loadRewording(db, input),
  may: (actor, { record }) => mayWrite(actor, whose(record)),
  decide(loaded, { pledge, terms: written }, circumstances) {
    const record = known(loaded)
    const terms = asWrittenBy(circumstances.actor, record, written)
    const state = move(record.state, 'revise')
    mustBeSound(pledge, terms)
    mustBeKnown(loaded.unknown)
    if (same(record.terms, terms)) return null
    return changing(loaded, { ...rewritten(record, terms), state }, 'revise', circumstances)
  },
  ...outcome,
})

/** Says something else than was announced: the earlier words stay as a version, with the difference. */
export const amendPledge = command('pledges.amend', {
  input: Rewording.extend({ why: Text }),
  conference: ({ terms }) => terms.conference,
  load: (db, input) => loadRewording(db, input),
  may: (actor, { record }) => mayWrite(actor, whose(record)),
  decide(loaded, { pledge, terms: written, why }, circumstances) {
    const record = known(loaded)
    const terms = asWrittenBy(circumstances.actor, record, written)
    const state = move(record.state, 'amend')
    mustBeSound(pledge, terms)
    mustBeKnown(loaded.unknown)
    if (same(record.terms, terms)) return null
    const after = { ...rewritten(record, terms), state, version: record.version + 1 }
    return changing(loaded, after, 'amend', circumstances, { note: why })
  },
  ...outcome,
})

type Who = (actor: Circumstances['actor'], record: PledgeRecord | null) => boolean
const author: Who = (actor, record) => mayWrite(actor, whose(record))
const secretariat: Who = (actor, record) => isSecretariat(actor, record?.conference ?? null)

/** A deed that only moves the record, with a note where somebody has to say why. */
const moving = <Input extends { pledge: PledgeId; note?: Text | null | undefined }>(
  deed: Deed,
  input: z.ZodType<Input>,
  may: Who,
) =>
  command(`pledges.${deed}`, {
    input,
    conference: () => null,
    load,
    may: (actor, { record }) => may(actor, record),
    decide(loaded: Loaded, { note }: Input, circumstances) {
      const record = known(loaded)
      const state = move(record.state, deed)
      const day = circumstances.now.toZonedDateTimeISO(loaded.zone).toPlainDate().toString()
      const announcedOn = deed === 'announce' ? day : record.announcedOn
      const after = { ...record, state, announcedOn }
      return changing(loaded, after, deed, circumstances, { note: note ?? null })
    },
    ...outcome,
  })

/** Hands a draft in. */
export const submitPledge = moving('submit', One, author)
/** Gives a pledge back to its author, with a word on what is missing. */
export const returnPledge = moving('return', One.extend({ note: Text }), secretariat)
/** Takes a pledge on, under embargo until it is announced. */
export const acceptPledge = moving('accept', One, secretariat)
/** Makes a pledge public. */
export const announcePledge = moving('announce', One, secretariat)
/** Takes a pledge back. What was announced stays visible, as withdrawn. */
export const withdrawPledge = moving('withdraw', One.extend({ note: Text.nullable() }), author)

const OfParty = One.extend({ party: PartyCode })

/** A party agrees to its part: until then it was only named. */
export const consentToShare = command('pledges.consent', {
  input: OfParty.extend({ role: Role }),
  conference: () => null,
  load: (db, input) => load(db, input),
  may: (actor, { record }, { party }) => speaksFor(actor, record?.conference ?? null, party),
  decide(loaded, { party, role }, circumstances) {
    const record = known(loaded)
    const shares = consented(record.terms.shares, party, role)
    if (same(shares, record.terms.shares)) return null
    const after = { ...record, terms: { ...record.terms, shares } }
    return changing(loaded, after, 'consent', circumstances, { party })
  },
  ...outcome,
})

/** A party confirms that a record says what it promised. */
export const confirmPledge = command('pledges.confirm', {
  input: OfParty,
  conference: () => null,
  load: async (db, input) => ({
    ...(await load(db, input)),
    deeds: await deedsOf(db, input.pledge),
  }),
  may: (actor, { record }, { party }) => speaksFor(actor, record?.conference ?? null, party),
  decide(loaded, { party }, circumstances) {
    const record = known(loaded)
    must(
      record.terms.shares.some((share) => share.party === party),
      'pledges.no-such-share',
    )
    const done = loaded.deeds.some((one) => one.deed === 'confirm' && one.party === party)
    return done ? null : changing(loaded, record, 'confirm', circumstances, { party })
  },
  ...outcome,
})
