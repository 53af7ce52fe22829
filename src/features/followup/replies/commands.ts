import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { PartyCode } from '../../../kernel/ids.ts'
import { Audience } from '../../../kernel/people/audience.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import {
  type Circumstances,
  command,
  type Topic,
  type Writing,
} from '../../../platform/command/command.ts'
import { personalTopic } from '../../../platform/command/topic.ts'
import { heardAt, isHeard } from '../../pledges/keeping/known.queries.ts'
import { nameOf } from '../../pledges/keeping/save.commands.ts'
import { isSecretariat, mayRecord } from '../../pledges/life.model.ts'
import { Kind, Reply, Subject, Words } from './model.ts'
import { repliesOn, replyOf } from './queries.ts'
import { type Entry, entryOf } from './subject.queries.ts'

interface Replying {
  reply: Reply
  entry: Entry
  by: string
}

const load = async (db: Writing, { subject, party }: { subject: Subject; party: PartyCode }) => {
  const entry = await entryOf(db, subject)
  return {
    entry,
    earlier: await repliesOn(db, subject, party),
    heard: await heardAt(db, entry?.conference ?? null),
  }
}
type Loaded = Awaited<ReturnType<typeof load>>

/** A party replies for itself, and to what speaks of it. */
const mayReply = (actor: Actor, { entry, heard }: Loaded, party: PartyCode): boolean =>
  isHeard(actor, party, { conference: entry?.conference ?? null, heard })

/** What is said, unless the party has said the same before. */
function replying(
  { entry, earlier }: Loaded,
  said: Pick<Reply, 'subject' | 'party' | 'kind' | 'audience' | 'words'>,
  circumstances: Circumstances,
): Replying | null {
  must(entry, 'followup.unknown-entry')
  must(entry.parties.includes(said.party), 'followup.speaks-of-others')
  const again = earlier.some(({ kind, words }) =>
    same({ kind, words }, { kind: said.kind, words: said.words }),
  )
  if (again) return null
  const reply: Reply = {
    ...said,
    id: circumstances.newId(),
    at: circumstances.now.toString(),
    answer: null,
    answeredAt: null,
  }
  return { reply, entry, by: nameOf(circumstances) }
}

const topicsOf = ({ pledges, conference, parties, reviewedBy }: Entry): Topic[] => [
  'followup',
  ...pledges.map((pledge) => `followup/${pledge}`),
  ...(conference ? [`followup/of/${conference}`] : []),
  ...parties.map((party) => `followup/of/${party}`),
  ...(reviewedBy?.startsWith('account/')
    ? [personalTopic(reviewedBy.slice('account/'.length))]
    : []),
]

const outcome = {
  async save(db: Writing, { reply, entry, by }: Replying) {
    await keep(db, reply, entry, by)
  },
  subject: ({ reply }: Replying) => `reply/${reply.id}`,
  answer: ({ reply }: Replying) => ({ reply: reply.id }),
  touches: ({ entry }: Replying) => topicsOf(entry),
}

const Said = z.strictObject({
  subject: Subject,
  party: PartyCode,
  kind: Kind,
  words: Words.nullable().default(null),
  audience: Audience.default('public'),
})

/** The right of reply: a party confirms an entry, comments on it, disputes it or asks for its correction. */
export const reply = command('followup.reply', {
  input: Said.refine(({ kind, words }) => kind === 'confirm' || words !== null, {
    path: ['words'],
    error: 'followup.needs-words',
  }).refine(({ subject, kind }) => subject.kind !== 'pledge' || kind !== 'confirm', {
    path: ['kind'],
    error: 'followup.confirm-by-pledges',
  }),
  conference: () => null,
  load: (db, input) => load(db, input),
  may: (actor, loaded, { party }) => mayReply(actor, loaded, party),
  decide: (loaded, said, circumstances) => replying(loaded, said, circumstances),
  ...outcome,
})

/** A party comments on an assessment that was sent to it; the comment is published with it, as prominently. */
export const commentAssessment = command('followup.comment-assessment', {
  input: z.strictObject({ assessment: z.uuid(), party: PartyCode, words: Words }),
  conference: () => null,
  load: (db, { assessment, party }) =>
    load(db, { subject: { kind: 'assessment', id: assessment }, party }),
  may: (actor, loaded, { party }) => mayReply(actor, loaded, party),
  decide: (loaded, { assessment, party, words }, circumstances) =>
    replying(
      loaded,
      {
        subject: { kind: 'assessment', id: assessment },
        party,
        kind: 'comment',
        words,
        audience: 'public',
      },
      circumstances,
    ),
  ...outcome,
})

/** The secretariat answers a reply, or the reviewer what is said of an assessment. Once: an answer stays. */
export const answer = command('followup.answer', {
  input: z.strictObject({ reply: z.uuid(), words: Words }),
  conference: () => null,
  async load(db, { reply: id }) {
    const found = await replyOf(db, id)
    return { found, entry: found && (await entryOf(db, found.reply.subject)) }
  },
  may: (actor, { found, entry }) =>
    isSecretariat(actor, found?.conference ?? null) ||
    (entry?.reviewedBy !== null && entry?.reviewedBy === `${actor.kind}/${actor.id}`),
  decide({ found, entry }, { words }, circumstances) {
    must(found && entry, 'followup.unknown-reply')
    if (found.reply.answer && same(found.reply.answer, words)) return null
    must(found.reply.answer === null, 'followup.answered-already')
    return { reply: found.reply, entry, words, at: circumstances.now, by: nameOf(circumstances) }
  },
  async save(db, { reply: { id }, words, at, by }) {
    await db
      .updateTable('reply')
      .set({ answer: JSON.stringify(words), answeredAt: at, answeredBy: by })
      .where('id', '=', id)
      .execute()
  },
  subject: ({ reply: { id } }) => `reply/${id}`,
  touches: ({ entry }) => topicsOf(entry),
})

/** Gives a reply and its answer back as an archive holds them. */
export const restoreReply = command('followup.restore-reply', {
  input: Reply,
  conference: () => null,
  load: async (db, { id, subject }) => ({
    before: await replyOf(db, id),
    entry: await entryOf(db, subject),
  }),
  may: mayRecord,
  decide({ before, entry }, given, circumstances) {
    must(entry, 'followup.unknown-entry')
    must((given.answer === null) === (given.answeredAt === null), 'followup.answer-without-day')
    if (before && same(before.reply, given)) return null
    must(!before, 'followup.reply-stays')
    return { reply: given, entry, by: nameOf(circumstances) }
  },
  ...outcome,
})

const instantOf = (text: string | null) => (text === null ? null : Temporal.Instant.from(text))
const json = (value: object | null) => (value === null ? null : JSON.stringify(value))

async function keep(
  db: Writing,
  { id, subject, party, kind, audience, words, at, answer: said, answeredAt }: Reply,
  { pledge, conference }: Entry,
  by: string,
): Promise<void> {
  await db
    .insertInto('reply')
    .values({
      id,
      subjectKind: subject.kind,
      subject: subject.id,
      pledge,
      conference,
      party,
      kind,
      audience,
      words: json(words),
      at: Temporal.Instant.from(at),
      by,
      answer: json(said),
      answeredAt: instantOf(answeredAt),
      answeredBy: answeredAt === null ? null : by,
    })
    .execute()
}
