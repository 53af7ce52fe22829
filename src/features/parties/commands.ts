import type { PartyCode } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { command, type Writing } from '../../platform/command/command.ts'
import { columns, type Replacement, replacing } from '../../platform/command/replacing.ts'
import { Group } from './groups.model.ts'
import { Mission } from './missions.model.ts'
import { mayRecord, Party } from './model.ts'
import { Ordering } from './orderings.model.ts'
import { groupOf, missionOf, orderingOf, partyOf } from './queries.ts'

/** Records all that is known of a party, with its names over time. */
export const recordParty = command('parties.record', {
  input: Party,
  conference: () => null,
  load: (db, { code }) => partyOf(db, code),
  may: mayRecord,
  decide(known, party, circumstances) {
    must(!known || known.kind === party.kind, 'parties.kind-stays')
    return replacing(known, party, circumstances)
  },
  async save(db, replacement, { code }) {
    await keepPast(db, `party/${code}`, replacement)
    const party = replacement.fact
    const row = columns<'party'>(party)
    await db
      .insertInto('party')
      .values(row)
      .onConflict((other) => other.column('code').doUpdateSet(row))
      .execute()
  },
  subject: (_, { code }) => `party/${code}`,
  touches: (_, { code }) => ['parties', `parties/${code}`],
})

/** Records a group with everything that is known of its membership. */
export const recordGroup = command('parties.record-group', {
  input: Group,
  conference: () => null,
  load: async (db, group) => ({
    known: await groupOf(db, group.code),
    unknown: await unknownAmong(db, namedBy(group)),
  }),
  may: mayRecord,
  decide({ known, unknown }, group, circumstances) {
    must(unknown.length === 0, 'parties.unknown-code', { codes: unknown.join(' ') })
    const members = group.members.toSorted(byParty)
    return replacing(known, { ...group, members }, circumstances)
  },
  async save(db, replacement, { code }) {
    await keepPast(db, `party-group/${code}`, replacement)
    const { members, ...group } = replacement.fact
    const row = columns<'partyGroup'>(group)
    await db
      .insertInto('partyGroup')
      .values(row)
      .onConflict((other) => other.column('code').doUpdateSet(row))
      .execute()
    await db.deleteFrom('partyGroupMember').where('partyGroup', '=', group.code).execute()
    if (members.length === 0) return
    await db
      .insertInto('partyGroupMember')
      .values(members.map((one) => columns<'partyGroupMember'>({ ...one, partyGroup: group.code })))
      .execute()
  },
  subject: (_, { code }) => `party-group/${code}`,
  touches: () => ['parties'],
})

/** Records a decision on order classes, a first seat that was drawn, or an order set by hand. */
export const recordOrdering = command('parties.record-ordering', {
  input: Ordering,
  conference: () => null,
  load: async (db, ordering) => ({
    known: await orderingOf(db, ordering.id),
    unknown: await unknownAmong(db, partiesIn(ordering)),
  }),
  may: mayRecord,
  decide({ known, unknown }, ordering, circumstances) {
    must(unknown.length === 0, 'parties.unknown-code', { codes: unknown.join(' ') })
    return replacing(known, ordering, circumstances)
  },
  async save(db, replacement, { id, kind }) {
    await keepPast(db, `party-ordering/${id}`, replacement)
    const row = columns<'partyOrdering'>({ id, kind, content: replacement.fact })
    await db
      .insertInto('partyOrdering')
      .values(row)
      .onConflict((other) => other.column('id').doUpdateSet(row))
      .execute()
  },
  subject: (_, { id }) => `party-ordering/${id}`,
  touches: () => ['parties'],
})

/** Records a mission of the United Nations, or one that pledges name. */
export const recordMission = command('parties.record-mission', {
  input: Mission,
  conference: () => null,
  load: async (db, mission) => ({
    known: await missionOf(db, mission.acronym),
    unknown: await unknownAmong(db, mission.hosts),
  }),
  may: mayRecord,
  decide({ known, unknown }, mission, circumstances) {
    must(unknown.length === 0, 'parties.unknown-code', { codes: unknown.join(' ') })
    must(mission.hosts.length > 0 || mission.territory, 'parties.mission-without-place')
    return replacing(known, mission, circumstances)
  },
  async save(db, replacement) {
    const { acronym, kind, start, end, ...content } = replacement.fact
    await keepPast(db, `mission/${acronym}`, replacement)
    const row = columns<'mission'>({ acronym, kind, start, end, content })
    await db
      .insertInto('mission')
      .values(row)
      .onConflict((other) => other.column('acronym').doUpdateSet(row))
      .execute()
  },
  subject: (_, { acronym }) => `mission/${acronym}`,
  touches: () => ['missions'],
})

async function keepPast(
  db: Writing,
  subject: string,
  { before, at, by }: Replacement<unknown>,
): Promise<void> {
  if (before === null) return
  await db
    .insertInto('partyPast')
    .values({ subject, replacedAt: at, replacedBy: by, content: JSON.stringify(before) })
    .execute()
}

const byParty = (a: { party: string }, b: { party: string }) => (a.party < b.party ? -1 : 1)

const namedBy = ({ organisation, members }: Group): PartyCode[] => [
  ...(organisation ? [organisation] : []),
  ...members.map(({ party }) => party),
]

const partiesIn = (ordering: Ordering): PartyCode[] =>
  ordering.kind === 'seat'
    ? [ordering.first]
    : ordering.kind === 'by-hand'
      ? ordering.parties
      : ordering.classes.flatMap(({ of }) => (Array.isArray(of) ? of : []))

/** Which of some codes no party has. */
async function unknownAmong(db: Writing, codes: readonly PartyCode[]): Promise<PartyCode[]> {
  if (codes.length === 0) return []
  const found = await db.selectFrom('party').select('code').where('code', 'in', codes).execute()
  const known = new Set(found.map(({ code }) => code))
  return [...new Set(codes)].filter((code) => !known.has(code))
}
