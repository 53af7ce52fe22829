import { afterAll, describe, expect, it } from 'vitest'
import { openHouse } from '../../testing/accounts/house.ts'

const house = await openHouse()
const { world, browser, signedIn, linkFor } = house
afterAll(house.close)

const GRACE = 'grace.otieno@mfa.example'
const account = await house.account(GRACE)

/** Asks for a link and waits until everything that follows is done. */
async function ask(address: string, into = browser()) {
  const answer = await into.send('/en/sign-in', { address, ':then': '/account' })
  return answer
}
const lettersTo = async (address: string, count: number) => {
  const read = () =>
    world.database.write.selectFrom('mail').selectAll().where('address', '=', address).execute()
  await expect.poll(async () => (await read()).length).toBe(count)
  return read()
}
const linkIn = (text: string | null) =>
  /http:\/\/plenum\.test(\/en\/sign-in\/\S+)/.exec(text ?? '')?.[1] ?? ''

describe('a link by mail', () => {
  it('signs in whoever asked for it, and leads on to where they wanted to go', async () => {
    const mine = browser()
    expect((await ask(GRACE, mine)).location).toBe('/en/sign-in/sent?then=%2Faccount')
    const [letter] = await lettersTo(GRACE, 1)
    expect(letter).toMatchObject({
      ...{ kind: 'accounts.sign-in', subject: 'Your link to sign in', name: 'Grace Otieno' },
      confidential: true,
    })
    const link = linkIn(letter?.text ?? '')
    const page = await mine.get(link)
    expect(page.status).toBe(200)
    expect(page.text).toContain(GRACE)
    expect(mine.cookies.size).toBe(0)
    const entered = await mine.send(link.split('?')[0] ?? '', { ':then': '/account' })
    expect([entered.status, entered.location]).toEqual([303, '/en/account'])
    const actor = await house.accounts.authenticate(
      new Request('http://plenum.test', { headers: { cookie: cookieOf(mine) } }),
    )
    expect(actor).toMatchObject({ kind: 'account', id: account, name: 'Grace Otieno' })
    expect(actor.grants).toEqual([{ role: 'reviewer', conference: '*' }])
  })
})

const cookieOf = ({ cookies }: ReturnType<typeof browser>) =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
void signedIn
void linkFor
