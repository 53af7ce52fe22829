import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { ConferenceId } from '../../../kernel/ids.ts'
import { must, Refusal } from '../../../kernel/refusal.ts'
import {
  type Circumstances,
  command,
  type Errand,
  type Writing,
} from '../../../platform/command/command.ts'
import { outlineById } from '../../conferences/queries.ts'
import { isAgreed } from '../../conferences/settings.model.ts'
import { keepDeed, nameOf, savePledges, touched } from '../keeping/save.commands.ts'
import { isSecretariat, move } from '../life.model.ts'
import { PledgeId } from '../model.ts'
import { type History, historiesOf, NO_HISTORY, type PledgeRecord, recordsOf } from '../queries.ts'
import { UNDO_WITHIN } from './model.ts'
import { awaitedAmong, neededAt, signaturesOf } from './queries.ts'

/** The programme itself, when the time has come. */
export const RELEASE: Actor = { kind: 'system', id: 'release', grants: [] }

const MOST = 500
const Several = z
  .array(PledgeId)
  .min(1, 'pledges.choose-some')
  .max(MOST)
  .transform((ids) => [...new Set(ids)].sort())

/** Errands that make pledges public when their moment has come: those of one moment together. */
export const releasing = (records: readonly PledgeRecord[]): Errand[] =>
  [...Map.groupBy(records, ({ releaseAt }) => releaseAt?.toString() ?? null)].flatMap(
    ([at, due]): Errand[] =>
      at === null
        ? []
        : [
            {
              job: 'pledges.release',
              data: { pledges: due.map(({ id }) => id), at },
              after: Temporal.Instant.from(at),
            },
          ],
  )

/** Several pledges as a deed finds them. */
export async function loadSeveral(db: Writing, { pledges }: { pledges: readonly PledgeId[] }) {
  const records = await recordsOf(db, pledges)
  const [conference = null] = records.map((record) => record.conference)
  const outline = conference ? await outlineById(db, conference) : null
  return {
    records,
    histories: await historiesOf(db, pledges),
    zone: outline?.zone ?? 'UTC',
    needed: await neededAt(db, conference),
    signatures: await signaturesOf(db, pledges),
    awaited: await awaitedAmong(db, pledges),
  }
}
export type Several = Awaited<ReturnType<typeof loadSeveral>>

/** What a deed makes of several pledges at once: of all, or of none. */
export interface Changes {
  conference: string | null
  all: readonly { before: PledgeRecord; record: PledgeRecord; history: History }[]
  deed: string
  at: Temporal.Instant
  by: string
}

const changed = (
  { histories }: Several,
  conference: string | null,
  all: readonly { before: PledgeRecord; record: PledgeRecord }[],
  { deed, at, by }: Pick<Changes, 'deed' | 'at' | 'by'>,
): Changes => ({
  ...{ conference, deed, at, by },
  all: all.map((one) => ({ ...one, history: histories.get(one.record.id) ?? NO_HISTORY })),
})

export async function saveSeveral(db: Writing, { all, deed, at, by }: Changes): Promise<void> {
  await savePledges(
    db,
    all.map(({ record, history }) => ({ record, history })),
  )
  for (const { record } of all) await keepDeed(db, record.id, { deed, at, by })
}

const outcome = {
  save: (db: Writing, changes: Changes) => saveSeveral(db, changes),
  subject: ({ conference, all }: Changes) =>
    all.length === 1 ? `pledge/${all[0]?.record.id}` : `conference/${conference}`,
  answer: ({ all }: Changes) => ({ pledges: all.length }),
  touches: ({ all }: Changes) => touched(...all.flatMap(({ before, record }) => [before, record])),
}

const ofConference = z.strictObject({ conference: ConferenceId, pledges: Several })

/** All of them are there, and of this conference. */
function allOf({ records }: Several, input: z.infer<typeof ofConference>): PledgeRecord[] {
  const there = records.filter(({ conference }) => conference === input.conference)
  const missing = input.pledges.filter((id) => !there.some((record) => record.id === id))
  must(missing.length === 0, 'pledges.unknown-pledge', { codes: missing.join(' ') })
  return there
}

const hasAgreed = ({ needed, signatures }: Several, { id }: PledgeRecord): boolean =>
  isAgreed(
    needed,
    signatures.filter(({ pledge }) => pledge === id),
  )

/**
 * When what is announced now reaches everybody. A full second: what is compared with it later went through the
 * database, which is less exact.
 */
export const releaseAfter = (now: Temporal.Instant): Temporal.Instant =>
  now.add(UNDO_WITHIN).round({ smallestUnit: 'second', roundingMode: 'ceil' })

/** What announcing makes of some pledges; null where all of them are being announced already. */
export function announcing(
  loaded: Several,
  { conference, records }: { conference: string; records: readonly PledgeRecord[] },
  circumstances: Circumstances,
): Changes | null {
  const releaseAt = releaseAfter(circumstances.now)
  const all = records.map((before) => {
    const state = move(before.state, 'announce')
    must(hasAgreed(loaded, before), 'pledges.not-signed', { codes: before.id })
    return { before, record: { ...before, state, releaseAt } }
  })
  const fresh = all.filter(({ before }) => !isBeingAnnounced(before, releaseAt))
  if (fresh.length === 0) return null
  const did = { deed: 'announce', at: circumstances.now, by: nameOf(circumstances) }
  return changed(loaded, conference, fresh, did)
}

/** What taking an announcement, or an hour, back makes of some pledges, none of which is public yet. */
export function takingBack(
  loaded: Several,
  { conference, records }: { conference: string; records: readonly PledgeRecord[] },
  circumstances: Circumstances,
): Changes {
  const all = records.map((before) => ({
    before,
    record: { ...before, state: move(before.state, 'undo'), releaseAt: null },
  }))
  const did = { deed: 'undo', at: circumstances.now, by: nameOf(circumstances) }
  return changed(loaded, conference, all, did)
}

/**
 * Announces pledges, one or many, in one act. For a minute it can be undone; then everybody may see them, and whatever
 * is sent out is sent. What is to be announced in a speech waits for the word of whoever heard it.
 */
export const announcePledges = command('pledges.announce', {
  input: ofConference,
  conference: ({ conference }) => conference,
  load: (db, input) => loadSeveral(db, input),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide(loaded, input, circumstances) {
    const records = allOf(loaded, input)
    const awaited = records.filter(({ id }) => loaded.awaited.has(id))
    must(awaited.length === 0, 'pledges.awaits-speech', {
      codes: awaited.map(({ id }) => id).join(' '),
    })
    return announcing(loaded, { conference: input.conference, records }, circumstances)
  },
  ...outcome,
  errands: ({ all }) => releasing(all.map(({ record }) => record)),
})

/** Whether it was announced a moment ago: to say so again would only put it off. */
const isBeingAnnounced = ({ releaseAt }: PledgeRecord, next: Temporal.Instant): boolean =>
  releaseAt !== null && Temporal.Instant.compare(releaseAt, next) <= 0

/** Takes an announcement back before anybody outside has heard of it; the pledge waits under embargo again. */
export const undoAnnouncement = command('pledges.undo-announcement', {
  input: ofConference,
  conference: ({ conference }) => conference,
  load: (db, input) => loadSeveral(db, input),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide(loaded, input, circumstances) {
    const records = allOf(loaded, input).filter(({ releaseAt }) => releaseAt !== null)
    for (const { state, releaseAt } of records) {
      const left = releaseAt && Temporal.Instant.compare(circumstances.now, releaseAt)
      must(state === 'accepted' && left === -1, 'pledges.public-already')
    }
    if (records.length === 0) {
      must(
        loaded.records.every(({ state }) => state === 'accepted'),
        'pledges.public-already',
      )
      return null
    }
    return takingBack(loaded, { conference: input.conference, records }, circumstances)
  },
  ...outcome,
})

/** Makes public what is due, unless it was undone meanwhile or somebody has still to sign. The programme does it itself. */
export const releasePledges = command('pledges.release', {
  input: z.strictObject({ pledges: z.array(PledgeId).min(1).max(MOST), at: z.iso.datetime() }),
  conference: () => null,
  load: (db, input) => loadSeveral(db, input),
  may: (actor) => actor.kind === 'system' && actor.id === RELEASE.id,
  decide(loaded, { at }, circumstances) {
    const due = Temporal.Instant.from(at)
    if (Temporal.Instant.compare(circumstances.now, due) < 0) {
      throw new Refusal('pledges.not-due')
    }
    const announcedOn = due.toZonedDateTimeISO(loaded.zone).toPlainDate().toString()
    const all = loaded.records
      .filter(({ state, releaseAt }) => state === 'accepted' && releaseAt?.equals(due))
      .filter((record) => hasAgreed(loaded, record) && !loaded.awaited.has(record.id))
      .map((before) => ({
        before,
        record: { ...before, state: move(before.state, 'release'), releaseAt: null, announcedOn },
      }))
    if (all.length === 0) return null
    const [first] = all
    const did = { deed: 'release', at: circumstances.now, by: nameOf(circumstances) }
    return changed(loaded, first?.record.conference ?? null, all, did)
  },
  ...outcome,
  errands: ({ all }) =>
    all.map(({ record }) => ({
      job: 'platform.mail',
      data: { mail: 'pledges.announced', pledge: record.id },
    })),
})
