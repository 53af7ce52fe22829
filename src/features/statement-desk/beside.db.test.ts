import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS } from '../../kernel/actor.ts'
import { SessionId } from '../../kernel/ids.ts'
import { focalPoint, holder, SEOUL } from '../../testing/delegations/people.ts'
import { settingsOf } from '../../testing/floor.ts'
import { textIn } from '../../testing/programme.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { inscribe } from '../floor/deeds/asking.commands.ts'
import { beginSession, endFloor, giveFloor } from '../floor/deeds/running.commands.ts'
import { setUp } from '../floor/deeds/settings.commands.ts'
import { sessionCalled } from '../floor/queries.ts'
import { confirmStatement } from '../statements/deeds/confirm.commands.ts'
import { deposit } from '../statements/deeds/deposit.commands.ts'

const conference = SEOUL
const ACTORS: Readonly<Record<string, Actor>> = {
  desk: holder('floor-desk'),
  chair: holder('co-chair'),
  // Whose zone is looked up by an identifier as accounts have it.
  korea: { ...focalPoint('KOR'), id: '00000000-0000-4000-8000-0000000000aa' },
  norway: focalPoint('NOR'),
}
const { desk, korea } = ACTORS as Record<'desk' | 'korea', Actor>

let here: World
let site: OpenSite
let speech: string
let list: { conference: typeof SEOUL; session: SessionId }
beforeAll(async () => {
  here = await world({ shipped: true })
  here.clock.turnTo('2021-12-07T00:10:00Z')
  site = await openSite(here, {
    authenticate: (request) => ACTORS[request.headers.get('x-as') ?? ''] ?? ANONYMOUS,
  })
  const session = await sessionCalled(here.read, conference, 'session-1')
  list = { conference, session: SessionId.parse(session?.id) }
  await here.perform(desk, setUp, { ...list, settings: settingsOf() })
  const asked = await here.perform(desk, inscribe, { ...list, party: 'KOR', rank: 'minister' })
  speech = String(asked.answer.speech)
}, 120_000)
afterAll(async () => {
  await site.close()
  await here.close()
})

const page = async (path: string, as: string) => {
  const answer = await site.get(`/en/seoul2021${path}`, { 'x-as': as })
  return answer.status === 200 ? answer.text() : String(answer.status)
}
/** What stands beside the speech on a page, and where it leads. */
const beside = async (path: string, as: string) => {
  const found = /<a href="([^"]*\/statements\/[^"]*)">(Statement: [^<]*)</.exec(
    await page(path, as),
  )
  return found ? [found[1], found[2]] : null
}

describe('beside a speech', () => {
  it('the desk and the delegation read how far its statement is, and nobody else', async () => {
    const own = '/delegation/KOR/floor/session-1'
    const [atDesk, atOwn] = [
      `/en/seoul2021/desk/statements/${speech}`,
      `/en/seoul2021/delegation/KOR/statements/${speech}`,
    ]
    const stands = async (says: string) => {
      for (const path of ['/desk/floor/session-1', `/desk/floor/session-1/speeches/${speech}`]) {
        expect(await beside(path, 'desk')).toEqual([atDesk, says])
      }
      expect(await beside(own, 'korea')).toEqual([atOwn, says])
    }
    await stands('Statement: none yet')
    const text = textIn({ en: 'Mr President, we pledge a smart camp.' })
    await here.perform(korea, deposit, { ...list, speech, text })
    await stands('Statement: deposited')
    await here.perform(desk, beginSession, list)
    await here.perform(desk, giveFloor, list)
    await here.perform(desk, endFloor, list)
    await stands('Statement: delivered, to be confirmed')
    await here.perform(desk, confirmStatement, { ...list, speech, pledges: [] })
    await stands('Statement: public in a minute')
    expect(await beside('/desk/floor/session-1', 'chair')).toBeNull()
    expect(await page(own, 'norway')).toBe('403')
  })

  it('and the statement leads back to the list', async () => {
    const back = (path: string) => `href="/en/seoul2021${path}#speech-${speech}"`
    expect(await page(`/desk/statements/${speech}`, 'desk')).toContain(
      back('/desk/floor/session-1'),
    )
    expect(await page(`/delegation/KOR/statements/${speech}`, 'korea')).toContain(
      back('/delegation/KOR/floor/session-1'),
    )
  })

  it('of a list that the chair runs, the chair reads nothing of what was deposited', async () => {
    const session = await sessionCalled(here.read, conference, 'session-2')
    const other = { conference, session: SessionId.parse(session?.id) }
    await here.perform(desk, setUp, { ...other, settings: settingsOf({ chairDecides: true }) })
    await here.perform(desk, inscribe, { ...other, party: 'NOR', rank: 'minister' })
    expect(await page('/desk/floor/session-2', 'chair')).toContain('Norway')
    expect(await beside('/desk/floor/session-2', 'chair')).toBeNull()
  })
})
