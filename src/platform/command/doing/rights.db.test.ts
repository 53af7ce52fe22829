import { afterAll, describe, expect, it } from 'vitest'
import { invite } from '../../../features/people/commands.ts'
import { whoAre } from '../../../features/people/queries.ts'
import { type Actor, ANONYMOUS, OPERATOR } from '../../../kernel/actor.ts'
import { world } from '../../../testing/world.ts'
import { type GrantsOf, rightsIn } from './rights.ts'

const { database, clock, perform, close } = await world({ shipped: true })
afterAll(close)

const REVIEWER = { role: 'reviewer', conference: 'seoul2021' } as const
const invited = async (address: string): Promise<Actor & { holding: string }> => {
  const person = { address, name: 'Grace Otieno', language: 'en', ...REVIEWER, party: null }
  const { answer } = await perform(OPERATOR, invite, person)
  return {
    kind: 'account',
    id: String(answer.account),
    grants: [],
    holding: String(answer.holding),
  }
}

const grantsOf: GrantsOf = async (db, accounts) =>
  new Map([...(await whoAre(db, accounts))].map(([account, { grants }]) => [account, grants]))

/** Asks for rights as they are, and counts the questions that the database gets. */
function counting() {
  const counts = { asked: 0 }
  const counted: GrantsOf = (db, accounts) => {
    counts.asked += 1
    return grantsOf(db, accounts)
  }
  return { counts, counted }
}

describe('the rights of those who act in one transaction', () => {
  it('are those that the database knows, whatever the actor says, asked once', async () => {
    const [one, other] = [await invited('one@un.example'), await invited('other@un.example')]
    const { counts, counted } = counting()
    await database.write.transaction().execute(async (db) => {
      const rights = await rightsIn(db, [one, other, OPERATOR, ANONYMOUS], counted)
      const unknown = { ...one, id: '0190a000-0000-7000-8000-000000000000', grants: [REVIEWER] }
      expect((await rights.of(one)).grants).toEqual([REVIEWER])
      expect((await rights.of({ ...other, grants: [] })).grants).toEqual([REVIEWER])
      expect((await rights.of(unknown)).grants).toEqual([])
      expect([await rights.of(OPERATOR), await rights.of(ANONYMOUS)]).toEqual([OPERATOR, ANONYMOUS])
    })
    expect(counts.asked).toBe(1)
  })

  it('are asked for again once one of the deeds has written to them, and not otherwise', async () => {
    const one = await invited('third@un.example')
    const { counts, counted } = counting()
    await database.write.transaction().execute(async (db) => {
      const rights = await rightsIn(db, [one], counted)
      await rights.db.deleteFrom('pledgeSketch').execute()
      await rights.db.selectFrom('holding').select('id').execute()
      expect([(await rights.of(one)).grants, counts.asked]).toEqual([[REVIEWER], 1])
      await rights.db
        .updateTable('holding')
        .set({ until: clock.now(), endedBy: 'system/operator' })
        .where('id', '=', one.holding)
        .execute()
      expect([(await rights.of(one)).grants, counts.asked]).toEqual([[], 2])
    })
  })
})
