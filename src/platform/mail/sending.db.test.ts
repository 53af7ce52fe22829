import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { answer, type MailServer, mailServer } from '../../testing/mail/server.ts'
import { tally } from '../../testing/tally/tally.ts'
import { world } from '../../testing/world.ts'
import { keepLetters } from './keep.ts'
import { facts, type Letter, link, paragraph } from './letter.ts'
import { keepSending, sendDue } from './sending.ts'
import { openPost } from './smtp.ts'

const { database, clock, close } = await world({ features: [tally] })
const ending: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end()
  await database.write.deleteFrom('mail').execute()
})
afterAll(close)

const FROM = { name: 'Seoul Ministerial', address: 'plenum@plenum.test' }
const NEVER = new AbortController().signal

const letter = (address: string, more: Partial<Letter> = {}): Letter => ({
  to: { address, language: 'en' },
  subject: 'Invitation',
  text: [paragraph('You are invited.')],
  kind: 'tally.invitation',
  ...more,
})
const keep = (...letters: readonly Letter[]) =>
  database.write
    .transaction()
    .execute((db) => keepLetters(db, letters, { key: crypto.randomUUID(), now: clock.now() }))
const states = async () => {
  const rows = await database.write
    .selectFrom('mail')
    .select(['address', 'state', 'trouble', 'attempts'])
    .orderBy('address')
    .execute()
  return rows.map(({ address, state, trouble, attempts }) =>
    [address.split('@')[0], state, trouble, attempts].join(' '),
  )
}
async function server(options: Parameters<typeof mailServer>[0] = {}): Promise<MailServer> {
  const made = await mailServer(options)
  ending.push(made.close)
  return made
}
const sendingTo = (smtpUrl: string) => ({
  ...{ database, clock },
  settings: { smtpUrl, mailFrom: FROM, publicUrl: 'https://plenum.test' },
})
/** One round, as a process has it every second. */
async function send(smtpUrl: string) {
  const post = openPost(smtpUrl, FROM)
  ending.push(post.close)
  return sendDue(sendingTo(smtpUrl), post, NEVER)
}

describe('a letter on its way', () => {
  it('arrives whole, as text and as HTML', async () => {
    const { url, arrived } = await server()
    await keep(
      letter('kim@mofa.test', {
        to: { address: 'kim@mofa.test', name: 'Kim, "Min" <Seo>', language: 'en' },
        replyTo: { address: 'desk@seoul.test', name: 'Secretariat' },
        unsubscribe: 'https://plenum.test/en/account/messages',
        text: [
          paragraph('x'.repeat(5_000)),
          facts({ label: 'Room', value: 'Grand Ballroom' }),
          link('Reply', 'https://plenum.test/en/reply?a=1&b=2'),
        ],
      }),
    )
    expect(await send(url)).toBe(1)
    const [{ letter: it, recipients, raw } = arrived[0] as never] = arrived
    expect(recipients).toEqual(['kim@mofa.test'])
    expect(it.from?.value).toEqual([FROM])
    expect(it.to).toMatchObject({ value: [{ address: 'kim@mofa.test', name: 'Kim, "Min" <Seo>' }] })
    expect(it.replyTo?.value).toEqual([{ address: 'desk@seoul.test', name: 'Secretariat' }])
    expect(it.date?.toISOString()).toBe('2021-12-07T00:00:00.000Z')
    expect(it.text).toContain(
      `${'x'.repeat(5_000)}\n\nRoom: Grand Ballroom\n\nReply:\nhttps://plenum.test/en/reply?a=1&b=2\n`,
    )
    expect(String(it.html)).toContain('href="https://plenum.test/en/reply?a=1&amp;b=2"')
    expect(raw).toMatch(/^List-Unsubscribe: <https:\/\/plenum\.test\/en\/account\/messages>\r$/m)
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(raw).toMatch(/^Content-Language: en\r$/m)
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThan(999)
    expect(await states()).toEqual(['kim sent  1'])
  })

  it.each([
    ['ar', 'دعوة إلى الاجتماع الوزاري \u2068Seoul 2021\u2069', 'معالي السيد عبد الله'],
    ['ko', '2021 서울 유엔 평화유지 장관회의 초청 '.repeat(6).trim(), '김민서'],
    ['ru', 'Приглашение на совещание министров', 'Е. П. г-н Иванов'],
  ] as const)('keeps its letters of every script: %s', async (language, subject, name) => {
    const { url, arrived } = await server()
    const body = `${subject}. `.repeat(40).trim()
    await keep(
      letter('a@mofa.test', {
        to: { address: 'a@mofa.test', name, language },
        ...{ subject, text: [paragraph(body)] },
        attachments: [
          { name: `${name}.pdf`, type: 'application/pdf', bytes: Buffer.from('%PDF-1') },
        ],
      }),
    )
    await send(url)
    const got = arrived[0]?.letter
    expect(got?.subject).toBe(subject)
    expect(got?.to).toMatchObject({ value: [{ name }] })
    expect(got?.text?.startsWith(`${body}\n`)).toBe(true)
    expect(String(got?.html)).toContain(`dir="${language === 'ar' ? 'rtl' : 'ltr'}"`)
    expect(
      got?.attachments.map(({ filename, contentType, content }) => [
        filename,
        contentType,
        String(content),
      ]),
    ).toEqual([[`${name}.pdf`, 'application/pdf', '%PDF-1']])
  })

  it('goes to nobody whom a name or a subject slips in', async () => {
    const { url, arrived } = await server()
    const more = 'Kim\r\nBcc: everybody@un.test'
    await keep(
      letter('a@mofa.test', { subject: more }),
      letter('b@mofa.test', { to: { address: 'b@mofa.test', name: more, language: 'en' } }),
      letter('c@mofa.test\r\nRCPT TO:<everybody@un.test>'),
      letter('d@mofa.test', {
        to: { address: 'd@mofa.test', name: 'x" <everybody@un.test>, "y', language: 'en' },
      }),
    )
    await send(url)
    expect(arrived.map(({ recipients }) => recipients)).toEqual([['d@mofa.test']])
    expect(arrived[0]?.raw).not.toMatch(/^(?:Bcc|Cc):/im)
    expect(arrived[0]?.letter.to).toMatchObject({ value: [{ address: 'd@mofa.test' }] })
  })

  it('that is confidential says nothing any more once it has left', async () => {
    const { url, arrived } = await server()
    await keep(letter('a@mofa.test', { confidential: true }), letter('b@mofa.test'))
    const texts = async () =>
      (
        await database.write
          .selectFrom('mail')
          .select(['text', 'html'])
          .orderBy('address')
          .execute()
      ).map(({ text, html }) => [text !== null, html !== null])
    expect(await texts()).toEqual([
      [true, true],
      [true, true],
    ])
    await send(url)
    expect(arrived).toHaveLength(2)
    expect(await texts()).toEqual([
      [false, false],
      [true, true],
    ])
  })
})

describe('a letter that does not arrive', () => {
  it('is not tried again where the server refuses it, and holds nobody back', async () => {
    const { url, arrived } = await server({
      judge: (address) => (address.startsWith('gone') ? answer(550, 'No such user here') : null),
    })
    await keep(letter('ann@mofa.test'), letter('gone@mofa.test'), letter('zoe@mofa.test'))
    expect(await send(url)).toBe(2)
    clock.advance({ hours: 48 })
    expect(await send(url)).toBe(0)
    expect(arrived).toHaveLength(2)
    expect(await states()).toEqual(['ann sent  1', 'gone failed refused 1', 'zoe sent  1'])
    const [gone] = await database.write
      .selectFrom('mail')
      .select('said')
      .where('state', '=', 'failed')
      .execute()
    expect(gone?.said).toContain('No such user here')
  })

  it('waits longer each time where the server is busy, and is given up after a day', async () => {
    let busy = true
    const { url, arrived } = await server({
      judge: () => (busy ? answer(451, 'Come back later') : null),
    })
    await keep(letter('a@mofa.test'))
    const tries: string[] = []
    const start = clock.now()
    for (let minute = 0; minute < 20; minute += 1) {
      const [before] = await states()
      await send(url)
      const [after] = await states()
      if (before !== after) tries.push(`${minute}: ${after}`)
      clock.advance({ minutes: 1 })
    }
    expect(tries).toEqual([
      '0: a waiting put-off 1',
      '1: a waiting put-off 2',
      '3: a waiting put-off 3',
      '8: a waiting put-off 4',
      '18: a waiting put-off 5',
    ])
    busy = false
    clock.advance({ hours: 1 })
    await send(url)
    expect(await states()).toEqual(['a sent  6'])
    expect(arrived).toHaveLength(1)

    busy = true
    await keep(letter('b@mofa.test'))
    for (let hour = 0; hour < 30; hour += 1) {
      await send(url)
      clock.advance({ hours: 1 })
    }
    const [, b] = await states()
    expect(b).toMatch(/^b failed put-off 2\d$/)
    expect(clock.now().since(start).total('hours')).toBeGreaterThan(24)
  })

  it('leaves when a server that was away is there again', async () => {
    const first = await mailServer()
    await first.close()
    await keep(letter('a@mofa.test'), letter('b@mofa.test'))
    const away = `smtp://127.0.0.1:${first.port}`
    expect(await send(away)).toBe(0)
    expect(await states()).toEqual(['a waiting out-of-reach 1', 'b waiting out-of-reach 1'])
    const { arrived } = await server({ port: first.port })
    clock.advance({ minutes: 1 })
    expect(await send(away)).toBe(2)
    expect(arrived).toHaveLength(2)
  })

  it('waits until somebody corrects the password', async () => {
    const { url, arrived } = await server({ login: { user: 'plenum', pass: 'right' } })
    await keep(letter('a@mofa.test'))
    expect(await send(url.replace('right', 'wrong'))).toBe(0)
    expect(await states()).toEqual(['a waiting not-let-in 1'])
    clock.advance({ minutes: 5 })
    expect(await send(url)).toBe(1)
    expect(arrived).toHaveLength(1)
  })
})

describe('five hundred letters', () => {
  it('all leave, once each, through two processes', async () => {
    const { url, arrived } = await server()
    await keep(...Array.from({ length: 500 }, (_, at) => letter(`n${at}@mofa.test`)))
    const began = performance.now()
    const counts = await Promise.all([send(url), send(url)])
    const seconds = (performance.now() - began) / 1000
    expect(counts.reduce((sum, count) => sum + count)).toBe(500)
    expect(new Set(arrived.map(({ recipients }) => recipients[0])).size).toBe(500)
    expect(new Set(arrived.map(({ letter }) => letter.messageId)).size).toBe(500)
    expect(arrived).toHaveLength(500)
    expect(seconds).toBeLessThan(60)
  })
})

describe('a process', () => {
  it('sends what comes, until it stops', async () => {
    const { url, arrived } = await server()
    const stop = keepSending(sendingTo(url))
    await keep(letter('a@mofa.test'))
    clock.advance({ seconds: 1 })
    await expect.poll(() => arrived.length).toBe(1)
    await expect.poll(states).toEqual(['a sent  1'])
    await stop()
    await keep(letter('b@mofa.test'))
    clock.advance({ seconds: 1 })
    expect(await states()).toEqual(['a sent  1', 'b waiting  0'])
  })

  it('without a mail server lets letters wait', async () => {
    await keep(letter('a@mofa.test'))
    const stop = keepSending({
      ...sendingTo(''),
      settings: { ...sendingTo('').settings, smtpUrl: undefined },
    })
    clock.advance({ hours: 1 })
    await stop()
    expect(await states()).toEqual(['a waiting  0'])
  })
})
