import { z } from 'zod'
import { bytesOf, codeOf } from '../../kernel/badges/payload.ts'
import { shortCodeOf } from '../../kernel/badges/short-code.ts'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import {
  type Circumstances,
  command,
  type Topic,
  type Writing,
} from '../../platform/command/command.ts'
import { outlineById } from '../conferences/queries.ts'
import { ParticipantId } from '../delegations/participants/model.ts'
import { participantsAmong } from '../delegations/participants/queries.ts'
import {
  type Move,
  moved,
  saveParticipants,
  topicsOfAll,
} from '../delegations/participants/save.commands.ts'
import { isSecretariat } from '../delegations/who.model.ts'
import { partiesOf } from '../parties/queries.ts'
import { type Badge, BadgeId, categoryOf, endOf } from './model.ts'
import { heldBy, settingsOf, signingKey } from './queries.ts'
import { newKeyPair, signatureOf } from './signature.ts'

const MOST = 2000

/** The key by which the badges of a conference are signed: the newest, or the first, which is made now. */
async function keyOf(db: Writing, conference: ConferenceId) {
  const known = await signingKey(db, conference)
  return known ? { ...known, isNew: false } : { number: 1, ...newKeyPair(), isNew: true }
}
type Key = Awaited<ReturnType<typeof keyOf>>

const ground = async (db: Writing, conference: ConferenceId) => ({
  outline: await outlineById(db, conference),
  settings: (await settingsOf(db, conference)).settings,
  key: await keyOf(db, conference),
})
type Ground = Awaited<ReturnType<typeof ground>>

/** What is issued at once, and what that ends. */
interface Issue {
  conference: ConferenceId
  batch: string
  badges: readonly Badge[]
  moves: readonly Move[]
  replaced: readonly BadgeId[]
  key: Key
  now: Temporal.Instant
}

/** Makes badges of one batch: each with a code to be typed, and one to be read by a camera. */
function maker({ outline, settings, key }: Ground, { actor, now, newId }: Circumstances) {
  must(outline, 'badges.unknown-conference')
  const expiresAt = endOf(
    settings,
    outline.dates?.last ?? outline.dates?.first ?? null,
    outline.zone,
  )
  must(Temporal.Instant.compare(expiresAt, now) > 0, 'badges.over')
  const expires = Math.floor(expiresAt.epochMilliseconds / 1000)
  const batch = newId()
  const make = (of: Pick<Badge, 'participant' | 'party' | 'zone' | 'category'>): Badge => {
    const id = BadgeId.parse(newId())
    const payload = { key: key.number, id, expires }
    return {
      ...of,
      ...{ id, conference: outline.id as ConferenceId, batch, expiresAt },
      code: shortCodeOf(id),
      signed: codeOf(payload, signatureOf(bytesOf(payload), key.privateKey)),
      ...{ issuedAt: now, issuedBy: `${actor.kind}/${actor.id}`, revokedAt: null, reason: null },
    }
  }
  return { batch, make }
}

const AT_ONCE = 500

async function saveIssue(db: Writing, { conference, badges, moves, replaced, key, now }: Issue) {
  if (key.isNew) {
    const { number, publicKey, privateKey } = key
    await db
      .insertInto('badgeKey')
      .values({ conference, number, publicKey, privateKey, madeAt: now })
      .execute()
  }
  if (replaced.length > 0) {
    await db
      .updateTable('badge')
      .set({ revokedAt: now, reason: 'reissued' })
      .where('id', 'in', replaced)
      .execute()
  }
  for (let from = 0; from < badges.length; from += AT_ONCE) {
    await db
      .insertInto('badge')
      .values(badges.slice(from, from + AT_ONCE))
      .execute()
  }
  await saveParticipants(db, moves)
}

const touched = (conference: string): Topic[] => [`badges/${conference}`]

const outcome = {
  save: (db: Writing, issue: Issue) => saveIssue(db, issue),
  subject: ({ batch }: Issue) => `badges/${batch}`,
  answer: ({ batch, badges, replaced }: Issue) => ({
    ...{ batch, badges: badges.length, replaced: replaced.length },
  }),
  touches: ({ conference, moves }: Issue) => [
    ...touched(conference),
    ...topicsOfAll(moves.map(({ after }) => after)),
  ],
}

/** Issues badges to people who are accredited. Whoever holds one gets another, and the old one opens no door. */
export const issueBadges = command('badges.issue', {
  ...outcome,
  input: z.strictObject({
    conference: ConferenceId,
    participants: z.array(ParticipantId).min(1).max(MOST),
  }),
  conference: (input) => input.conference,
  async load(db, { conference, participants }) {
    const people = await participantsAmong(db, conference, [...new Set(participants)])
    const codes = people.flatMap(({ party }) => party ?? [])
    return {
      ...(await ground(db, conference)),
      people,
      held: await heldBy(db, participants),
      parties: await partiesOf(db, [...new Set(codes)]),
    }
  },
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide(found, { conference, participants }, circumstances): Issue {
    const { people, held, parties, settings, key } = found
    must(people.length === new Set(participants).size, 'delegations.unknown-person')
    const { batch, make } = maker(found, circumstances)
    const badges = people.map((one) => {
      must(one.person, 'delegations.unknown-person')
      const kind = one.party ? (parties.get(one.party)?.kind ?? 'state') : null
      return make({
        ...{ participant: one.id, party: null, zone: null },
        category: categoryOf(settings, one, kind),
      })
    })
    const moves = people.map((one) => moved(one, 'issue', circumstances))
    const replaced = held.map(({ id }) => id)
    return { conference, batch, badges, moves, replaced, key, now: circumstances.now }
  },
})

/** Issues secondary cards to delegations: each opens one zone to whoever of the delegation carries it. */
export const issueCards = command('badges.issue-cards', {
  ...outcome,
  input: z.strictObject({
    conference: ConferenceId,
    zone: z.string(),
    parties: z.array(PartyCode).min(1).max(400),
    /** How many for each delegation. */
    each: z.int().min(1).max(50).default(1),
  }),
  conference: (input) => input.conference,
  load: async (db, { conference, parties }) => ({
    ...(await ground(db, conference)),
    parties: await partiesOf(db, parties),
  }),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide(found, { conference, zone, parties, each }, circumstances): Issue {
    const { settings, key } = found
    must(
      settings.zones.some((one) => one.id === zone && one.card),
      'badges.no-card',
    )
    must(
      parties.every((code) => found.parties.has(code)),
      'delegations.unknown-party',
    )
    const { batch, make } = maker(found, circumstances)
    const badges = [...new Set(parties)].flatMap((party) =>
      Array.from({ length: each }, () => make({ participant: null, party, zone, category: zone })),
    )
    return { conference, batch, badges, moves: [], replaced: [], key, now: circumstances.now }
  },
})
