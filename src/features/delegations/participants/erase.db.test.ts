import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../../../platform/journal/verify.ts'
import { keepLetters } from '../../../platform/mail/keep.ts'
import { type Letter, paragraph } from '../../../platform/mail/letter.ts'
import {
  focalPoint,
  holder,
  party,
  person,
  refusal,
  SEOUL,
} from '../../../testing/delegations/people.ts'
import { type World, world } from '../../../testing/world.ts'
import { KEEPER } from '../../privacy/model.ts'
import { reply } from '../invitations/reply.commands.ts'
import { setRules } from '../rules.commands.ts'
import { usualRules } from '../rules.model.ts'
import { approve } from './decide.commands.ts'
import { erasePerson, expire } from './erase.commands.ts'
import { addMember, changeMember } from './member.commands.ts'
import { ParticipantId } from './model.ts'
import { membersOf, participantOf, pastOf } from './queries.ts'

let here: World
const host = holder('host-secretariat')
const WORDS = 'Gudrun Ensslin-Unmistakable'

beforeAll(async () => {
  here = await world({ shipped: true })
  const rules = { ...usualRules(SEOUL), needsDocument: false, needsPhoto: false }
  await here.perform(host, setRules, rules)
  await here.perform(host, reply, {
    conference: SEOUL,
    party: 'DEU',
    mode: 'in-person',
    level: 'minister',
  })
}, 60_000)
afterAll(() => here.close())

async function add(name: string, said: Record<string, unknown> = {}) {
  const given = { conference: SEOUL, party: 'DEU', person: person(name, said), submit: true }
  const { answer } = await here.perform(focalPoint('DEU'), addMember, given)
  return ParticipantId.parse(answer.participant)
}

/** Every table in which some words stand. */
async function tablesWith(words: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
    order by 1`.execute(here.read)
  const found: string[] = []
  for (const { name } of rows) {
    const hit = await sql<{ hit: boolean }>`
      select exists (select from ${sql.raw(name)} as t where t::text like ${`%${words}%`}) as hit
    `.execute(here.read)
    if (hit.rows[0]?.hit) found.push(name)
  }
  return found
}

describe('erasing a person', () => {
  it('leaves the record whole, and tells nothing of them', async () => {
    const id = await add(WORDS, { address: 'gudrun@example.org' })
    await here.perform(focalPoint('DEU'), changeMember, {
      conference: SEOUL,
      participant: id,
      person: person(`${WORDS} the second`),
    })
    await here.perform(host, approve, { conference: SEOUL, participants: [id] })
    expect(await tablesWith(WORDS)).toEqual(['public.participant', 'public.participant_version'])

    const erase = { conference: SEOUL, participant: id }
    expect(await refusal(here.perform(focalPoint('DEU'), erasePerson, erase))).toEqual([
      'platform.not-allowed',
      403,
    ])
    await here.perform(host, erasePerson, erase)
    expect((await here.perform(host, erasePerson, erase)).subject).toBeNull()

    expect(await tablesWith(WORDS)).toEqual([])
    expect(await tablesWith('gudrun@example.org')).toEqual([])
    expect(await participantOf(here.read, id)).toMatchObject({
      state: 'approved',
      party: 'DEU',
      rank: 'official',
      person: null,
    })
    expect((await pastOf(here.read, id)).map(({ deed, content }) => [deed, content])).toEqual([
      ['approve', null],
      ['change-member', null],
    ])
    const salted = await here.read
      .selectFrom('journal')
      .innerJoin('journalSalt', 'journalSalt.seq', 'journal.seq')
      .select('journal.action')
      .where('journal.subject', '=', `participant/${id}`)
      .execute()
    // Of what was typed nothing can be found by trying; that they were erased holds no name.
    expect(salted.map(({ action }) => action)).toEqual(['delegations.erase-person'])
  })

  it('leaves the journal as it was sealed', async () => {
    await here.seal()
    expect((await verify(here.database.write)).findings).toEqual([])
  })
})

describe('the time of personal data', () => {
  it('ends class by class, in what stands and in what stood before', async () => {
    const id = await add('Somebody', {
      accessNeeds: 'Unmistakable needs',
      travel: { arrives: '2021-12-06' },
      address: 'somebody@example.org',
    })
    const change = { conference: SEOUL, participant: id, person: person('Somebody New') }
    await here.perform(focalPoint('DEU'), changeMember, change)
    const end = (...classes: string[]) =>
      here.perform(KEEPER, expire, { conference: SEOUL, classes })

    await end('access', 'travel')
    expect(await tablesWith('Unmistakable needs')).toEqual([])
    expect((await pastOf(here.read, id))[0]?.content).toMatchObject({
      name: 'Somebody',
      accessNeeds: null,
      travel: null,
      address: 'somebody@example.org',
    })
    await end('contact')
    expect(await tablesWith('somebody@example.org')).toEqual([])
    expect((await end('access', 'travel', 'contact')).subject).toBeNull()
    expect((await membersOf(here.read, SEOUL, party('DEU'))).at(-1)?.person?.name).toBe(
      'Somebody New',
    )

    await end('record')
    const all = await membersOf(here.read, SEOUL, party('DEU'))
    expect(all.map(({ person: who, state }) => [who, state])).toEqual([
      [null, 'approved'],
      [null, 'submitted'],
    ])
  })

  it('is ended by nobody but the keeper and the secretariat', async () => {
    const given = { conference: SEOUL, classes: ['record'] }
    expect(await refusal(here.perform(focalPoint('DEU'), expire, given))).toEqual([
      'platform.not-allowed',
      403,
    ])
  })
})

describe('whoever is erased', () => {
  it('takes their letters along, and leaves those of others who read at the same address', async () => {
    const told = { address: 'office@mfa.example' }
    const [gone, stays] = [await add('Gone', told), await add('Stays', told)]
    const alone = await add('Alone', { address: 'Alone@mfa.example' })
    const letter = (address: string, about: string): Letter => ({
      to: { address, language: 'en' },
      ...{ subject: 'A letter', text: [], kind: 'x.y', about },
    })
    const letters = [
      letter(told.address, `participant/${gone}`),
      letter(told.address, `participant/${stays}`),
      letter('secretariat@mfa.example', `participant/${gone}`),
      letter('alone@mfa.example', 'programme/seoul2021/1'),
      {
        ...letter('second@mfa.example', `delegation/${SEOUL}/DEU`),
        text: [paragraph('Decided: Gone')],
      },
      {
        ...letter('focal@mfa.example', `delegation/${SEOUL}/DEU`),
        text: [paragraph('Decided: Stays')],
      },
    ]
    await here.database.write
      .transaction()
      .execute((db) => keepLetters(db, letters, { key: 'letters', now: here.clock.now() }))
    for (const participant of [gone, alone]) {
      await here.perform(host, erasePerson, { conference: SEOUL, participant })
    }
    const left = await here.read
      .selectFrom('mail')
      .select(['address', 'about', 'text'])
      .where('errand', '=', 'letters')
      .orderBy('about')
      .execute()
    expect(left).toMatchObject([
      { address: 'focal@mfa.example', text: expect.stringContaining('Stays') },
      { address: told.address, about: `participant/${stays}` },
    ])
  })
})
