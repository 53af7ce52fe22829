import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { command, type Topic, type Writing } from '../../platform/command/command.ts'
import { canMove } from '../delegations/participants/life.model.ts'
import { participantsAmong } from '../delegations/participants/queries.ts'
import { moved, saveParticipants, topicsOfAll } from '../delegations/participants/save.commands.ts'
import { isSecretariat } from '../delegations/who.model.ts'
import { isKeeper } from '../privacy/model.ts'
import { type Badge, BadgeId, Reason } from './model.ts'

const MOST = 2000

const badgesAmong = (db: Writing, conference: ConferenceId, ids: readonly BadgeId[]) =>
  db
    .selectFrom('badge')
    .selectAll()
    .where('conference', '=', conference)
    .where('id', 'in', ids)
    .execute()

/** Takes badges or cards out of use: from the next look at the list on, no door opens to them. */
export const revokeBadges = command('badges.revoke', {
  input: z.strictObject({
    conference: ConferenceId,
    badges: z.array(BadgeId).min(1).max(MOST),
    reason: Reason.extract(['lost', 'decided']),
  }),
  conference: (input) => input.conference,
  async load(db, { conference, badges: ids }) {
    const badges = await badgesAmong(db, conference, ids)
    const holders = badges.flatMap(({ participant }) => participant ?? [])
    return { badges, people: await participantsAmong(db, conference, [...new Set(holders)]) }
  },
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide({ badges, people }, { badges: ids, reason }, circumstances) {
    must(badges.length === new Set(ids).size, 'badges.unknown-badge')
    const good = badges.filter(({ revokedAt }) => revokedAt === null)
    if (good.length === 0) return null
    const holders = new Set(good.flatMap(({ participant }) => participant ?? []))
    const moves = people
      .filter(({ id, state }) => holders.has(id) && canMove(state, 'revoke'))
      .map((one) => moved(one, 'revoke', circumstances))
    return { good, moves, reason, now: circumstances.now }
  },
  async save(db, { good, moves, reason, now }) {
    await db
      .updateTable('badge')
      .set({ revokedAt: now, reason })
      .where(
        'id',
        'in',
        good.map(({ id }) => id),
      )
      .execute()
    await saveParticipants(db, moves)
  },
  subject: ({ good }, { conference }) =>
    good.length === 1 ? `badge/${good[0]?.id}` : `badges/${conference}`,
  answer: ({ good }) => ({ badges: good.length }),
  touches: ({ moves }, { conference }) => [
    `badges/${conference}`,
    ...topicsOfAll(moves.map(({ after }) => after)),
  ],
})

/** What happens here when people leave: whoever no longer comes holds no badge that opens a door. */
export async function takeBadgesBack(
  db: Writing,
  conference: string,
  now: Temporal.Instant,
): Promise<readonly Topic[]> {
  const gone = db
    .selectFrom('participant')
    .select(['id'])
    .where('conference', '=', conference as ConferenceId)
    .where((is) =>
      is.or([is('state', 'in', ['withdrawn', 'refused']), is('erasedAt', 'is not', null)]),
    )
  const taken = await db
    .updateTable('badge')
    .set({ revokedAt: now, reason: 'withdrawn' })
    .where('participant', 'in', gone)
    .where('revokedAt', 'is', null)
    .returning('id')
    .execute()
  return taken.length > 0 ? [`badges/${conference}`] : []
}

const over = (db: Writing, conference: ConferenceId) =>
  db
    .selectFrom('badge')
    .select(['id'])
    .where('conference', '=', conference)
    .where('participant', 'is not', null)
    .execute()

/** Ends the time of badges: that there were so many of each category stays, and whose they were is gone. */
export const expireBadges = command('badges.expire', {
  input: z.strictObject({ conference: ConferenceId }),
  conference: (input) => input.conference,
  load: (db, { conference }) => over(db, conference),
  may: (actor, _, { conference }) => isKeeper(actor) || isSecretariat(actor, conference),
  decide: (left, _, { now }) => (left.length === 0 ? null : { left: left.length, now }),
  async save(db, { now }, { conference }) {
    await db
      .updateTable('badge')
      .set(({ ref, val, fn }) => ({
        participant: null,
        signed: '',
        revokedAt: fn.coalesce(ref('revokedAt'), val(now)),
        reason: fn.coalesce(ref('reason'), val<Badge['reason']>('erased')),
      }))
      .where('conference', '=', conference)
      .execute()
  },
  subject: (_, { conference }) => `badges/${conference}`,
  answer: ({ left }) => ({ badges: left }),
  touches: (_, { conference }) => [`badges/${conference}`],
})
