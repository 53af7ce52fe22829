import { afterAll, beforeAll, expect, it } from 'vitest'
import { OPERATOR } from '../../kernel/actor.ts'
import { type World, world } from '../../testing/world.ts'
import { invite } from './commands.ts'
import { holdersOf, reachableOf } from './recipients.queries.ts'

let w: World
beforeAll(async () => {
  w = await world({ shipped: true })
}, 60_000)
afterAll(() => w.close())

const invited = (address: string, role: string, party: string | null, conference = 'seoul2021') =>
  w.perform(OPERATOR, invite, {
    ...{ address, name: address.split('@')[0], language: 'ar' },
    ...{ role, conference, party },
  })

it('finds the people to write to, each once, by conference, role and party', async () => {
  await invited('kim@mofa.example', 'focal-point', 'KOR')
  await invited('kim@mofa.example', 'delegate', 'KOR')
  await invited('ada@mfa.example', 'focal-point', 'GHA')
  await invited('ada@mfa.example', 'focal-point', 'KOR', 'accra2023')
  await invited('trans@un.example', 'translator', null)
  const found = async (roles: readonly string[], party?: string) =>
    (
      await holdersOf(w.read, {
        conference: 'seoul2021',
        roles: roles as never,
        ...(party && { party }),
      })
    )
      .map(({ address }) => address)
      .sort()
  expect(await found(['focal-point', 'delegate'])).toEqual(['ada@mfa.example', 'kim@mofa.example'])
  expect(await found(['focal-point', 'delegate'], 'KOR')).toEqual(['kim@mofa.example'])
  expect(await found(['translator'])).toEqual(['trans@un.example'])
  const [kim] = await holdersOf(w.read, { conference: 'seoul2021', roles: ['delegate'] })
  expect(await reachableOf(w.read, [kim?.account ?? ''])).toEqual([
    { account: kim?.account, address: 'kim@mofa.example', name: 'kim', language: 'ar', zone: null },
  ])
  expect(await reachableOf(w.read, [])).toEqual([])
})
