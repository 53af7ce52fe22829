import { afterAll, describe, expect, it } from 'vitest'
import { tally } from '../../testing/tally/tally.ts'
import { world } from '../../testing/world.ts'
import { keepLetters } from './keep.ts'
import { type Letter, paragraph } from './letter.ts'

const { database, clock, close } = await world({ features: [tally] })
afterAll(close)

const letter = (address: string, more: Partial<Letter> = {}): Letter => ({
  to: { address, language: 'en' },
  subject: 'Invitation',
  text: [paragraph('You are invited.')],
  kind: 'tally.invitation',
  ...more,
})
const keep = (letters: readonly Letter[], key: string) =>
  database.write.transaction().execute((db) => keepLetters(db, letters, { key, now: clock.now() }))
const kept = (errand: string) =>
  database.write
    .selectFrom('mail')
    .select(['address', 'about', 'state', 'trouble', 'due'])
    .where('errand', '=', errand)
    .orderBy('address')
    .orderBy('about')
    .orderBy('kind')
    .execute()

describe('a letter', () => {
  it('is kept once for its errand, kind, matter and address', async () => {
    const letters = [
      letter('kim@mofa.test'),
      letter('KIM@mofa.test'),
      letter('kim@mofa.test', { about: 'delegation/1' }),
      letter('kim@mofa.test', { kind: 'tally.reminder' }),
    ]
    expect((await keep(letters, 'e1')).length).toBe(3)
    expect(await keep(letters, 'e1')).toEqual([])
    expect((await keep(letters, 'e2')).length).toBe(3)
    expect((await kept('e1')).map(({ address, about }) => [address, about])).toEqual([
      ['kim@mofa.test', ''],
      ['kim@mofa.test', ''],
      ['kim@mofa.test', 'delegation/1'],
    ])
  })

  it('waits, due at once', async () => {
    await keep([letter('lee@mofa.test')], 'e3')
    expect(await kept('e3')).toEqual([
      { address: 'lee@mofa.test', about: '', state: 'waiting', trouble: null, due: clock.now() },
    ])
  })

  it('that nobody could carry is kept as such, and holds nobody back', async () => {
    const bcc = 'Kim\r\nBcc: everybody@un.test'
    const states = await keep(
      [
        letter('ok@mofa.test'),
        letter('kim@mofa.test\r\nBcc: everybody@un.test'),
        letter(`${'x'.repeat(5000)}@mofa.test`),
        letter('a@mofa.test', { subject: bcc }),
        letter('b@mofa.test', { to: { address: 'b@mofa.test', name: bcc, language: 'ko' } }),
        letter('c@mofa.test', { replyTo: { address: 'host@mofa.test', name: bcc } }),
        letter('d@mofa.test', { replyTo: { address: 'nobody' } }),
        letter('e@mofa.test', {
          attachments: [{ name: 'a\nb.pdf', type: 'application/pdf', bytes: new Uint8Array([1]) }],
        }),
        letter('f@mofa.test', { subject: 'a\0b', text: [paragraph('c\0d')] }),
      ],
      'e4',
    )
    expect(states.map(({ state }) => state)).toEqual(['waiting', ...Array(8).fill('failed')])
    expect(
      (await kept('e4')).map(({ address, trouble }) => `${address.slice(0, 4)} ${trouble}`),
    ).toEqual([
      'a@mo unsafe-heading',
      'b@mo unsafe-heading',
      'c@mo unsafe-heading',
      'd@mo not-an-address',
      'e@mo unsafe-heading',
      'f@mo unsafe-heading',
      'kim@ not-an-address',
      'ok@m null',
      'xxxx not-an-address',
    ])
  })

  it('shares its papers with others that have the same', async () => {
    const paper = { name: 'note.pdf', type: 'application/pdf', bytes: new Uint8Array([7, 7, 7]) }
    await keep(
      ['g@mofa.test', 'h@mofa.test'].map((address) => letter(address, { attachments: [paper] })),
      'e5',
    )
    const papers = await database.write
      .selectFrom('mailAttachment')
      .innerJoin('mail', 'mail.id', 'mailAttachment.mail')
      .innerJoin('mailPaper', 'mailPaper.digest', 'mailAttachment.digest')
      .select(['mail.address', 'mailAttachment.name', 'mailPaper.bytes'])
      .where('errand', '=', 'e5')
      .orderBy('mail.address')
      .execute()
    expect(papers.map(({ address, name, bytes }) => [address, name, [...bytes]])).toEqual([
      ['g@mofa.test', 'note.pdf', [7, 7, 7]],
      ['h@mofa.test', 'note.pdf', [7, 7, 7]],
    ])
    const [{ count } = { count: 0 }] = await database.write
      .selectFrom('mailPaper')
      .select((e) => e.fn.countAll().as('count'))
      .where('bytes', '=', Buffer.from([7, 7, 7]))
      .execute()
    expect(count).toBe(1)
  })

  it('of a transaction that was taken back was never there', async () => {
    await expect(
      database.write.transaction().execute(async (db) => {
        await keepLetters(db, [letter('i@mofa.test')], { key: 'e6', now: clock.now() })
        throw new Error('No')
      }),
    ).rejects.toThrow('No')
    expect(await kept('e6')).toEqual([])
  })

  it('may be one of thousands', async () => {
    const many = Array.from({ length: 2_500 }, (_, at) => letter(`n${at}@mofa.test`))
    expect((await keep(many, 'e7')).length).toBe(2_500)
  })
})
