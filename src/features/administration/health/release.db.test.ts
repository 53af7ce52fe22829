import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS } from '../../../kernel/actor.ts'
import { writeEntry } from '../../../platform/journal/write.ts'
import { heldSince, RESTORED } from '../../../platform/mail/held.ts'
import { keepLetters } from '../../../platform/mail/keep.ts'
import { sendDue } from '../../../platform/mail/sending.ts'
import { openPost } from '../../../platform/mail/smtp.ts'
import { deliverDue } from '../../../platform/webhooks/delivering.ts'
import { refusal } from '../../../testing/delegations/people.ts'
import { type MailServer, mailServer } from '../../../testing/mail/server.ts'
import { type OpenSite, openSite } from '../../../testing/web/site.ts'
import { type World, world } from '../../../testing/world.ts'
import { release } from './release.commands.ts'

const FROM = { name: 'Seoul Ministerial', address: 'plenum@plenum.test' }
const HOME = { publicUrl: 'https://plenum.test' }
const NEVER = new AbortController().signal
const ada: Actor = {
  kind: 'account',
  id: 'ada',
  grants: [{ role: 'administrator', conference: '*' }],
}
const host: Actor = {
  kind: 'account',
  id: 'host',
  grants: [{ role: 'host-secretariat', conference: 'seoul2021' }],
}

let w: World
let site: OpenSite
let mail: MailServer
beforeAll(async () => {
  w = await world()
  mail = await mailServer()
  site = await openSite(w, { authenticate: () => ada })
})
afterAll(async () => {
  await site.close()
  await mail.close()
  await w.close()
})

/** What a restore leaves in the journal, as the first thing that happens after what the backup held. */
const restore = () =>
  w.database.write.transaction().execute((db) =>
    writeEntry(db, {
      ...{ id: randomUUID(), at: w.clock.now(), action: RESTORED, subject: 'backup/x' },
      ...{ conference: null, actor: 'system/operator', input: {} },
    }),
  )
const letter = (address: string) =>
  w.database.write
    .transaction()
    .execute((db) =>
      keepLetters(
        db,
        [{ to: { address, language: 'en' }, subject: 'A letter', text: [], kind: 'x.y' }],
        { key: randomUUID(), now: w.clock.now() },
      ),
    )
async function send() {
  const post = openPost(mail.url, FROM)
  const settings = { ...HOME, smtpUrl: mail.url, mailFrom: FROM }
  const sent = await sendDue({ database: w.database, clock: w.clock, settings }, post, NEVER)
  post.close()
  return sent
}
const happening = () =>
  w.database.write
    .insertInto('webhookEvent')
    .values({
      ...{ id: randomUUID(), kind: 'programme.released', conference: 'seoul2021' },
      ...{ dataset: 'programmes', key: 'seoul2021', happenedAt: w.clock.now() },
      ...{ due: w.clock.now(), publishedAt: null, payload: null },
    })
    .execute()
const deliver = () =>
  deliverDue({ features: w.features, database: w.database, clock: w.clock, settings: HOME }, NEVER)
const unpublished = async () =>
  (await w.read.selectFrom('webhookEvent').select('id').where('publishedAt', 'is', null).execute())
    .length
const states = async () =>
  (
    await w.read
      .selectFrom('mail')
      .select(['address', 'state', 'trouble'])
      .orderBy('address')
      .execute()
  ).map(({ address, state, trouble }) => `${address} ${state} ${trouble}`)
const page = async (language = 'en') => (await site.get(`/${language}/administration`)).text()

describe('an installation that was restored', () => {
  it('holds letters and messages, and says so', async () => {
    expect(await heldSince(w.read)).toBeNull()
    expect(await page()).not.toContain('administration.release')
    await letter('one@mfa.example')
    await happening()
    await restore()
    expect([await send(), await deliver(), await unpublished()]).toEqual([0, 0, 1])
    expect(await states()).toEqual(['one@mfa.example waiting null'])
    expect(await page()).toContain('sends nothing until you release it')
    expect(await page('ar')).toContain('deeds/administration.release')
  })

  it('is released by an administrator alone, without what may have gone out elsewhere', async () => {
    for (const actor of [ANONYMOUS, host]) {
      expect(await refusal(w.perform(actor, release, { waiting: 'send' }))).toEqual([
        'platform.not-allowed',
        403,
      ])
    }
    await w.perform(ada, release, { waiting: 'keep' })
    expect((await w.perform(ada, release, { waiting: 'send' })).subject).toBeNull()
    expect(await states()).toEqual(['one@mfa.example failed held-back'])
    expect(await unpublished()).toBe(0)
    await letter('two@mfa.example')
    expect(await send()).toBe(1)
    expect(mail.arrived.map(({ recipients }) => recipients)).toEqual([['two@mfa.example']])
    expect(await page()).not.toContain('administration.release')
  })

  it('sends what has been waiting where it is told so, and is held anew by the next restore', async () => {
    await restore()
    await letter('three@mfa.example')
    expect(await send()).toBe(0)
    await w.perform(ada, release, { waiting: 'send' })
    expect(await send()).toBe(1)
    expect(mail.arrived.at(-1)?.recipients).toEqual(['three@mfa.example'])
  })
})
