import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS } from '../../../kernel/actor.ts'
import type { Instance } from '../../../platform/config/instance.ts'
import { keepLetters } from '../../../platform/mail/keep.ts'
import { type Letter, link, paragraph } from '../../../platform/mail/letter.ts'
import { sendDue } from '../../../platform/mail/sending.ts'
import { openPost } from '../../../platform/mail/smtp.ts'
import { mailServer } from '../../../testing/mail/server.ts'
import { type OpenSite, openSite } from '../../../testing/web/site.ts'
import { world } from '../../../testing/world.ts'
import { administration } from '../feature.ts'
import { sendAllAgain, sendLetterAgain } from './commands.ts'

const here = await world({ features: [administration] })
const { database, clock, perform } = here
const PEOPLE: Record<string, Actor> = {
  ada: { kind: 'account', id: 'ada', grants: [{ role: 'administrator', conference: '*' }] },
  // Roles that are no administrator's, or not everywhere.
  kim: {
    kind: 'account',
    id: 'kim',
    grants: [
      { role: 'un-secretariat', conference: '*' },
      { role: 'administrator', conference: 'seoul2021' },
    ],
  },
}
const FROM = { name: 'Plenum', address: 'plenum@plenum.test' }
const sites: OpenSite[] = []
async function site(instance?: Partial<Instance>): Promise<OpenSite> {
  const open = await openSite(here, {
    ...(instance && {
      instance: { sendsMail: false, mailFrom: FROM, scansFiles: false, ...instance },
    }),
    authenticate: (request) =>
      PEOPLE[request.headers.get('authorization')?.replace('Bearer ', '') ?? ''] ?? ANONYMOUS,
  })
  sites.push(open)
  return open
}
const without = await site({ sendsMail: false })
const sending = await site({ sendsMail: true })
afterAll(async () => {
  for (const open of sites) await open.close()
  await here.close()
})
beforeEach(async () => {
  await database.write.deleteFrom('mail').execute()
})

const letter = (address: string, more: Partial<Letter> = {}): Letter => ({
  to: { address, language: 'en' },
  subject: `Invitation for ${address}`,
  text: [paragraph('You are invited.'), link('Reply', 'https://plenum.test/en/reply/secret-token')],
  kind: 'delegations.invitation',
  ...more,
})
async function keep(...letters: readonly Letter[]) {
  const kept = await database.write
    .transaction()
    .execute((db) => keepLetters(db, letters, { key: crypto.randomUUID(), now: clock.now() }))
  return kept.map(({ id }) => id)
}
const page = async (path: string, as = 'ada', open = without) => {
  const answer = await open.get(path, { authorization: `Bearer ${as}` })
  return { status: answer.status, headers: answer.headers, html: await answer.text() }
}
const change = (id: string, to: object) =>
  database.write.updateTable('mail').set(to).where('id', '=', id).execute()
const rowOf = (id: string) =>
  database.read.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('the outbox', () => {
  it('is for whoever administers the instance, and nobody else', async () => {
    const [id] = await keep(
      letter('kim@mofa.test', {
        attachments: [{ name: 'a.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF') }],
      }),
    )
    const paths = ['', `/${id}`, `/${id}/look`, `/${id}/papers/0`]
    for (const path of paths.map((one) => `/en/administration/mail${one}`)) {
      expect((await page(path)).status, path).toBe(200)
      const kim = await page(path, 'kim')
      expect(kim.status, path).toBe(403)
      expect(kim.html).not.toMatch(/kim@mofa|secret-token/)
      const nobody = await page(path, 'nobody')
      expect(nobody.status, path).toBe(303)
      expect((await page(path)).headers.get('cache-control'), path).toContain('no-store')
    }
    await expect(perform(PEOPLE.kim as Actor, sendLetterAgain, { letter: id })).rejects.toThrow(
      'platform.not-allowed',
    )
    await expect(perform(PEOPLE.kim as Actor, sendAllAgain, {})).rejects.toThrow(
      'platform.not-allowed',
    )
  })

  it('without a mail server says so, and shows every letter with its links', async () => {
    const [id] = await keep(letter('kim@mofa.test', { confidential: true }))
    const { html } = await page('/en/administration/mail')
    expect(html).toContain('No mail server is set (SMTP_URL)')
    expect(html).toContain(`href="/en/administration/mail/${id}"`)
    expect(html).toContain('kim@mofa.test')
    const one = await page(`/en/administration/mail/${id}`)
    expect(one.html).toContain('<a href="https://plenum.test/en/reply/secret-token">')
    expect(one.html).not.toContain('administration.send-again')
    expect((await page('/en/administration/mail', 'ada', sending)).html).not.toContain('SMTP_URL')
  })

  it('hides what is confidential as soon as letters leave', async () => {
    const [open, secret] = await keep(
      letter('a@mofa.test'),
      letter('b@mofa.test', { confidential: true }),
    )
    const read = async (id: string | undefined, path = '') =>
      page(`/en/administration/mail/${id}${path}`, 'ada', sending)
    expect((await read(open)).html).toContain('secret-token')
    expect((await read(secret)).html).not.toContain('secret-token')
    expect((await read(secret)).html).toContain('Only its recipient reads it.')
    expect((await read(open, '/look')).status).toBe(200)
    expect((await read(secret, '/look')).status).toBe(404)
  })

  it('is filtered and paged, and keeps both in the address', async () => {
    const ids = await keep(
      ...Array.from({ length: 55 }, (_, at) => letter(`n${at}@mofa.test`)),
      letter('100%_sure@un.test', {
        to: { address: '100%_sure@un.test', name: 'Lee', language: 'ko' },
      }),
    )
    await change(ids[0] as string, { state: 'failed', due: null, trouble: 'refused' })
    const count = async (query: string) => {
      const { html } = await page(`/en/administration/mail${query}`)
      return [html.match(/role="status">([^<]*)</)?.[1], html.match(/<tr>/g)?.length ?? 0]
    }
    // A row of headings stands above the others.
    expect(await count('')).toEqual(['56 letters', 51])
    expect(await count('?page=2')).toEqual(['56 letters', 7])
    expect(await count('?state=failed')).toEqual(['1 letter', 2])
    expect(await count('?q=N54%40')).toEqual(['1 letter', 2])
    expect(await count('?q=lee')).toEqual(['1 letter', 2])
    expect(await count('?q=%25_')).toEqual(['1 letter', 2])
    expect(await count('?q=nobody')).toEqual(['0 letters', 0])
    const { html } = await page('/fr/administration/mail?state=waiting&page=1')
    expect(html).toContain('href="/fr/administration/mail?state=waiting&amp;page=2"')
  })

  it('shows a letter as it looks, where nothing of it can reach the site', async () => {
    const [id] = await keep(
      letter('a@mofa.test', {
        subject: '<script>alert(1)</script>',
        text: [paragraph('<img src=x>')],
      }),
    )
    const { html, headers } = await page(`/ar/administration/mail/${id}/look`)
    expect(html).toContain('<base target="_blank">')
    expect(html).toContain('&lt;img src=x&gt;')
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
    )
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    const around = await page(`/ar/administration/mail/${id}`)
    expect(around.html).not.toContain('<script>alert')
    expect(around.html).toContain(`src="/ar/administration/mail/${id}/look"`)
  })

  it('gives out the papers of a letter, sealed', async () => {
    const [id] = await keep(
      letter('a@mofa.test', {
        attachments: [{ name: 'note.html', type: 'text/html', bytes: Buffer.from('<script>') }],
      }),
    )
    const { headers, html } = await page(`/en/administration/mail/${id}/papers/0`)
    expect(html).toBe('<script>')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="note\.html"/)
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect((await page(`/en/administration/mail/${id}/papers/1`)).status).toBe(404)
  })

  it('knows no letter that is not there', async () => {
    expect((await page(`/en/administration/mail/${crypto.randomUUID()}`)).status).toBe(404)
    expect((await page('/en/administration/mail/1')).status).toBe(404)
  })
})

describe('a letter that is sent again', () => {
  const again = (id: string | undefined) =>
    perform(PEOPLE.ada as Actor, sendLetterAgain, { letter: id })
  const send = async (url: string) => {
    const post = openPost(url, FROM)
    const settings = { smtpUrl: url, mailFrom: FROM, publicUrl: 'http://plenum.test' }
    await sendDue({ database, clock, settings }, post, new AbortController().signal)
    post.close()
  }

  it('leaves once more, under another name where it had arrived', async () => {
    const { url, arrived, close } = await mailServer()
    const [id] = await keep(letter('a@mofa.test'))
    await send(url)
    await again(id)
    await send(url)
    await close()
    const [first, second] = arrived.map(({ letter }) => letter.messageId)
    expect(arrived).toHaveLength(2)
    expect(second).not.toBe(first)
    expect(await rowOf(id as string)).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('is tried for another day, under its own name where it had not arrived', async () => {
    const [id] = await keep(letter('a@mofa.test'))
    await change(id as string, {
      ...{ state: 'failed', due: null, trouble: 'put-off', messageId: '<x.1@plenum.test>' },
      said: '451 Later',
    })
    clock.advance({ hours: 48 })
    await again(id)
    expect(await rowOf(id as string)).toMatchObject({
      ...{ state: 'waiting', trouble: null, said: null, messageId: '<x.1@plenum.test>' },
      ...{ due: clock.now(), giveUp: clock.now().add({ hours: 24 }) },
    })
  })

  it('is refused where there is nothing to send', async () => {
    const [gone, unsafe] = await keep(letter('a@mofa.test'), letter('not an address'))
    await change(gone as string, { text: null, html: null })
    await expect(again(gone)).rejects.toThrow('administration.letter-erased')
    await expect(again(unsafe)).rejects.toThrow('administration.letter-beyond-sending')
    await expect(again(crypto.randomUUID())).rejects.toThrow('administration.unknown-letter')
  })

  it('goes with all that a server kept from leaving, and no other', async () => {
    const ids = await keep(...['a', 'b', 'c', 'd'].map((name) => letter(`${name}@mofa.test`)))
    const [a, b, c, d] = ids as [string, string, string, string]
    await change(a, { state: 'failed', due: null, trouble: 'not-let-in' })
    await change(b, { state: 'failed', due: null, trouble: 'out-of-reach' })
    await change(c, { state: 'failed', due: null, trouble: 'refused' })
    await change(d, { state: 'sent', due: null, sentAt: clock.now() })
    const { html } = await page('/en/administration/mail', 'ada', sending)
    expect(html).toContain('2 letters have not left because of the mail server.')
    const { answer } = await perform(PEOPLE.ada as Actor, sendAllAgain, {})
    expect(answer).toEqual({ letters: 2 })
    expect((await Promise.all(ids.map(rowOf))).map(({ state }) => state)).toEqual([
      'waiting',
      'waiting',
      'failed',
      'sent',
    ])
    expect((await perform(PEOPLE.ada as Actor, sendAllAgain, {})).subject).toBeNull()
  })
})
