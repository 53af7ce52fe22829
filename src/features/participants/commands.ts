import { sql } from 'kysely'
import { z } from 'zod'
import { type Actor, holds } from '../../kernel/actor.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { Text } from '../../kernel/text.ts'
import { command, type Topic, type Writing } from '../../platform/command/command.ts'
import { conferenceWithSeries } from '../conferences/queries.ts'
import { SIDES, settingsOf } from '../conferences/settings.model.ts'
import { isAccredited } from '../delegations/participants/life.model.ts'
import { everyParticipant } from '../delegations/participants/queries.ts'
import { isSecretariat } from '../delegations/who.model.ts'
import {
  differenceOf,
  isEmpty,
  type Line,
  type List,
  ListAudience,
  lineOf,
  mustBePublishable,
} from './model.ts'
import { type Head, headsOf, linesOf, signaturesOf } from './queries.ts'

export const topicsOf = (conference: string): Topic[] => [`participants/${conference}`]

/** Who signs for a side: the host's people, or those of the United Nations. */
export const maySign = (actor: Actor, conference: string, side: (typeof SIDES)[number]): boolean =>
  holds(actor, conference, side === 'host' ? 'host-secretariat' : 'un-secretariat')

/** The lists of a conference, and what must be signed. */
async function ground(db: Writing, conference: ConferenceId) {
  const found = await conferenceWithSeries(db, conference)
  return {
    known: found !== null,
    needed: settingsOf(found?.conference ?? {}).signOffs.participants,
    lists: await headsOf(db, conference),
  }
}

const prepared = (lists: readonly Head[]) => lists.find(({ state }) => state === 'prepared') ?? null

const AT_ONCE = 500

async function saveLines(db: Writing, { conference, number, lines }: List) {
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    await db
      .insertInto('participantListLine')
      .values(
        lines.slice(from, from + AT_ONCE).map(({ named, ...line }) => ({
          ...line,
          ...{ conference: conference as ConferenceId, number },
          named: named && JSON.stringify(named),
        })),
      )
      .execute()
  }
}

/** Takes down who is accredited now: the next list, which waits to be signed and published. */
export const prepareList = command('participants.prepare', {
  input: z.strictObject({
    conference: ConferenceId,
    audience: ListAudience,
    note: Text.nullable().default(null),
  }),
  conference: (input) => input.conference,
  async load(db, { conference }) {
    const found = await ground(db, conference)
    const last = found.lists.find(({ state }) => state === 'published')
    return {
      ...found,
      last: last ? { ...last, lines: await linesOf(db, conference, last.number) } : null,
      people: await everyParticipant(db, conference),
    }
  },
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide({ known, lists, last, people }, { conference, audience, note }, { actor, now }) {
    must(known, 'participants.unknown-conference')
    const lines: Line[] = people.filter(({ state }) => isAccredited(state)).map(lineOf)
    must(lines.length > 0, 'participants.nobody-accredited')
    const isNews = !last || last.audience !== audience || !isEmpty(differenceOf(last.lines, lines))
    must(isNews, 'participants.nothing-changed')
    const list: List = {
      ...{ conference, number: (lists[0]?.number ?? 0) + 1, state: 'prepared', audience, note },
      ...{ preparedAt: now, publishedAt: null, lines },
    }
    return { list, replaces: prepared(lists), by: `${actor.kind}/${actor.id}` }
  },
  async save(db, { list, replaces, by }, { conference }) {
    if (replaces) await setState(db, replaces, 'set-aside')
    const { number, state, audience, note, preparedAt } = list
    await db
      .insertInto('participantList')
      .values({
        ...{ conference, number, state, audience, preparedAt, preparedBy: by },
        ...{ note: note && JSON.stringify(note), publishedAt: null, publishedBy: null },
      })
      .execute()
    await saveLines(db, list)
  },
  subject: ({ list }) => `participant-list/${list.conference}/${list.number}`,
  answer: ({ list }) => ({ number: list.number, people: list.lines.length }),
  touches: (_, { conference }) => topicsOf(conference),
})

const setState = (db: Writing, { conference, number }: Head, state: 'set-aside') =>
  db
    .updateTable('participantList')
    .set({ state })
    .where('conference', '=', conference as ConferenceId)
    .where('number', '=', number)
    .execute()

const One = z.strictObject({ conference: ConferenceId, number: z.int().positive() })

const loadOne = async (db: Writing, { conference, number }: z.infer<typeof One>) => {
  const { needed, lists } = await ground(db, conference)
  const list = lists.find((one) => one.number === number) ?? null
  return { needed, list, signatures: await signaturesOf(db, conference, number) }
}

/** Agrees, for the host or the United Nations, that a list is published as it stands. */
export const signList = command('participants.sign-off', {
  input: One.extend({ side: z.enum(SIDES) }),
  conference: (input) => input.conference,
  load: (db, input) => loadOne(db, input),
  may: (actor, _, { conference, side }) => maySign(actor, conference, side),
  decide({ list, signatures }, { conference, number, side }, { actor, now }) {
    must(list, 'participants.unknown-list')
    must(list.state === 'prepared', 'participants.not-prepared')
    const signedBy = `${actor.kind}/${actor.id}`
    // One person cannot stand for two.
    const signed = signatures.some((one) => one.signedBy === signedBy)
    return signed ? null : { conference, number, side, signedBy, signedAt: now }
  },
  async save(db, row) {
    await db.insertInto('participantListSignOff').values(row).execute()
  },
  subject: ({ conference, number }) => `participant-list/${conference}/${number}`,
  touches: (_, { conference }) => topicsOf(conference),
})

/** Publishes a list that all have signed who must. */
export const publishList = command('participants.publish', {
  input: One,
  conference: (input) => input.conference,
  load: (db, input) => loadOne(db, input),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide({ needed, list, signatures }, _, { actor, now }) {
    must(list, 'participants.unknown-list')
    mustBePublishable(list, needed, signatures)
    return { list, now, by: `${actor.kind}/${actor.id}` }
  },
  async save(db, { now, by }, { conference, number }) {
    await db
      .updateTable('participantList')
      .set({ state: 'published', publishedAt: now, publishedBy: by })
      .where('conference', '=', conference)
      .where('number', '=', number)
      .execute()
  },
  subject: (_, { conference, number }) => `participant-list/${conference}/${number}`,
  touches: (_, { conference }) => topicsOf(conference),
})

/**
 * What happens here when somebody is erased, or asks not to be named any more: in every list that was released they
 * are only counted from now on.
 */
export async function unname(db: Writing, conference: string): Promise<readonly Topic[]> {
  const hidden = db
    .selectFrom('participant')
    .select('id')
    .where('conference', '=', conference as ConferenceId)
    .where(sql<boolean>`content is null or (content ->> 'unpublished')::boolean`)
  const changed = await db
    .updateTable('participantListLine')
    .set({ participant: null, named: null })
    .where('participant', 'in', hidden)
    .returning('number')
    .execute()
  return changed.length > 0 ? topicsOf(conference) : []
}
