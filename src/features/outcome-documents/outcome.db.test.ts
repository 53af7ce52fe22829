import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, OPERATOR } from '../../kernel/actor.ts'
import { createUploads } from '../../platform/files/uploads.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'

const SEOUL = 'seoul2021'
const OF = { conference: SEOUL, document: 'declaration' }
/** A sentence that stands in drafts only: wherever else it turns up, something has leaked. */
const SECRET = 'The ministers commit four hundred hovercraft'

/** As little as a PDF can be. */
const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'

let w: World
let site: OpenSite
const who = (...grants: Actor['grants']): Actor => ({ kind: 'account', id: randomUUID(), grants })
const at = (role: Actor['grants'][number]['role'], party?: string): Actor =>
  who({ role, conference: SEOUL, ...(party && { party }) })
const actors = {
  host: at('host-secretariat'),
  un: at('un-secretariat'),
  fra: at('focal-point', 'FRA'),
  deu: at('focal-point', 'DEU'),
  delegate: at('delegate', 'FRA'),
  translator: at('translator'),
  elsewhere: who({ role: 'focal-point', conference: 'accra2023', party: 'FRA' }),
}
type Name = keyof typeof actors

const perform = (name: Name, deed: string, input: object = {}, options = {}) => {
  const done = command(`outcome-documents.${deed}`)
  return w.perform(actors[name], done, { ...OF, ...input }, options)
}
const command = (called: string) => {
  const found = w.features
    .flatMap(({ commands = [] }) => commands)
    .find((one) => one.name === called)
  if (!found) throw new Error(called)
  return found
}
const translate = (value: string) =>
  w.perform(actors.host, command('translations.translate'), {
    ...{ conference: SEOUL, text: 'outcomes:declaration.name', language: 'fr', value },
  })
const refused = (deed: Promise<unknown>) =>
  deed.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
const get = (path: string, name?: Name) =>
  site.get(path, name ? { Authorization: `Bearer ${name}` } : {})
const read = async (path: string, name?: Name) => (await get(path, name)).text()
const desk = `/en/${SEOUL}/desk/outcome/declaration`
const drafts = `/en/${SEOUL}/outcome/declaration/drafts`
const publicly = `/en/${SEOUL}/outcome/declaration`
const forFrance = `/en/${SEOUL}/delegation/FRA/outcome/declaration`

const name = { original: 'en', in: { en: { value: 'Seoul Declaration', status: 'authentic' } } }
const settings = { name, kind: 'declaration', authentic: ['en'], signOffs: { host: 1, un: 1 } }
const FIRST = `# Seoul Declaration\n\n> We, the ministers,\n\n${SECRET}.\n\nWe meet again.`

beforeAll(async () => {
  w = await world({ shipped: true })
  site = await openSite(w, {
    authenticate: (request) => {
      const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? ''
      return actors[token as Name] ?? ANONYMOUS
    },
  })
  for (const [address, party, language, zone] of [
    ['fra@mfa.example', 'FRA', 'fr', 'Europe/Paris'],
    ['deu@mfa.example', 'DEU', 'en', null],
  ] as const) {
    const { answer } = await w.perform(OPERATOR, command('people.invite'), {
      ...{ address, language, role: 'focal-point', party, conference: SEOUL, name: address },
    })
    if (zone) {
      await w.database.write
        .updateTable('person')
        .set({ zone })
        .where('account', '=', String(answer.account))
        .execute()
    }
  }
})
afterAll(async () => {
  await site.close()
  await w.close()
})

describe('a draft', () => {
  it('is begun, written and read by the secretariat alone until it is circulated', async () => {
    await perform('host', 'begin', { settings })
    await perform('host', 'draft', { texts: { en: FIRST } })
    expect(await read(`${drafts}/1`, 'host')).toContain(SECRET)
    expect((await get(`${drafts}/1`, 'fra')).status).toBe(404)
    expect((await get(forFrance, 'fra')).status).toBe(404)
    expect(await refused(perform('fra', 'draft', { texts: { en: 'x' } }))).toBe(
      'platform.not-allowed',
    )
  })

  it('is circulated to delegations, who are told by letters without a word of it', async () => {
    await perform('host', 'circulate')
    expect(await read(`${drafts}/1`, 'fra')).toContain(SECRET)
    expect(await read(forFrance, 'delegate')).toContain(SECRET)
    const letters = (await w.letters()).filter(({ kind }) => kind.startsWith('outcome-documents'))
    expect(letters.map(({ address }) => address)).toEqual(['deu@mfa.example', 'fra@mfa.example'])
    expect(JSON.stringify(letters)).not.toContain('hovercraft')
    expect(letters[1]?.subject).toBe('Séoul 2021 · Seoul Declaration · Projet n° 1')
  })

  it('leaks nowhere', async () => {
    const everywhere = [
      publicly,
      `${publicly}.pdf`,
      `/en/${SEOUL}`,
      `/en/${SEOUL}/changes.atom`,
      '/en',
      '/sitemap.xml',
      '/en/pledges?q=ministers+commit',
      '/en/data',
    ]
    for (const path of everywhere) {
      for (const reader of [undefined, 'translator', 'elsewhere'] as const) {
        const answer = await get(path, reader)
        expect([path, (await answer.text()).includes('hovercraft')]).toEqual([path, false])
      }
    }
    expect((await get(publicly)).status).toBe(404)
    expect(await read(`/en/${SEOUL}`)).not.toContain('outcome/declaration')
    for (const path of [`${drafts}/1`, `${drafts}/1.pdf`, forFrance, desk]) {
      expect([
        (await get(path)).status,
        (await get(path, 'translator')).status,
        (await get(path, 'elsewhere')).status,
      ]).toEqual([303, 403, 403])
      expect((await get(path, 'host')).headers.get('cache-control')).toBe('private, no-store')
    }
    expect((await get(forFrance, 'deu')).status).toBe(403)
    const { rows } = await w.database.write
      .selectFrom('journal')
      .selectAll()
      .execute()
      .then((all) => ({ rows: all }))
    expect(
      JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
    ).not.toContain('hovercraft')
  })

  it('is commented by delegations, each for itself, as set', async () => {
    await perform('fra', 'propose', {
      ...{ party: 'FRA', kind: 'replace', paragraph: 'p3', language: 'en' },
      words: 'The ministers commit helicopters.',
    })
    expect(
      await refused(
        perform('deu', 'propose', { party: 'FRA', kind: 'remark', language: 'en', words: 'x' }),
      ),
    ).toBe('platform.not-allowed')
    expect(await read(forFrance, 'fra')).toContain('helicopters')
    expect(await read(`/en/${SEOUL}/delegation/DEU/outcome/declaration`, 'deu')).not.toContain(
      'helicopters',
    )
    const html = await read(desk, 'host')
    expect(html).toContain('helicopters')
    const proposal = /name="proposal" value="([^"]+)"/.exec(html)?.[1]
    await perform('host', 'answer-proposal', { proposal, how: 'take-up', answer: 'Agreed.' })
    expect(await read(forFrance, 'fra')).toContain('taken up')
    expect(await refused(perform('fra', 'withdraw-proposal', { proposal }))).toBe(
      'outcome-documents.proposal-decided',
    )
    await perform('host', 'describe', { settings: { ...settings, proposalsSeenBy: 'delegations' } })
    expect(await read(`/en/${SEOUL}/delegation/DEU/outcome/declaration`, 'deu')).toContain(
      'helicopters',
    )
    await perform('host', 'describe', { settings })
  })

  it('is compared with the one before, paragraph by paragraph', async () => {
    await perform('host', 'draft', {
      texts: { en: FIRST.replace(`${SECRET}.`, 'The ministers commit helicopters.') },
    })
    const html = (await read(`${drafts}/2?with=1`, 'host')).replace(
      /<span class="sr-only"[^>]*>[^<]*<\/span>/g,
      '',
    )
    expect(html).toContain('reworded')
    expect(html).toMatch(/<del>four hundred hovercraft<\/del><ins>helicopters<\/ins>/)
    expect(await read(`${drafts}/1?with=2`, 'fra')).not.toContain('helicopters<')
    await perform('host', 'circulate')
  })

  it('is a PDF for those who may read it', async () => {
    const answer = await get(`${drafts}/2.pdf`, 'fra')
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })
})

describe('silence', () => {
  it('is broken by an objection before the deadline, whose author others do not learn', async () => {
    w.clock.turnTo('2021-12-08T00:00:00Z')
    expect(
      await refused(perform('host', 'begin-silence', { day: '2021-12-08', time: '08:00' })),
    ).toBe('outcome-documents.deadline-past')
    await perform('host', 'begin-silence', { day: '2021-12-08', time: '18:00' })
    expect(await refused(perform('host', 'adopt', { on: '2021-12-08' }))).toBe(
      'outcome-documents.no-adopt',
    )
    expect(await read(forFrance, 'fra')).toContain('2021-12-08T18:00+09:00')
    expect(await refused(perform('deu', 'object', { party: 'FRA', reason: 'No' }))).toBe(
      'platform.not-allowed',
    )
    await perform('deu', 'object', { party: 'DEU', reason: 'Paragraph 1 goes too far' })
    expect(await read(desk, 'host')).toContain('Paragraph 1 goes too far')
    const french = await read(forFrance, 'fra')
    expect(french).toContain('an objection was raised')
    expect(french).not.toContain('goes too far')
    expect(french).not.toContain('Germany')
  })

  it('runs out at the very instant, and no objection is heard after', async () => {
    await perform('host', 'begin-silence', { day: '2021-12-08', time: '20:00' })
    w.clock.turnTo('2021-12-08T10:59:59.999Z')
    expect(await read(desk, 'host')).toContain('silence procedure running')
    w.clock.turnTo('2021-12-08T11:00:00Z')
    expect(await read(desk, 'host')).toContain('agreed without objection')
    expect(await refused(perform('deu', 'object', { party: 'DEU', reason: 'Late' }))).toBe(
      'outcome-documents.no-object',
    )
  })

  it('is told with the deadline on both clocks', async () => {
    const told = (await w.letters()).filter(
      ({ kind, address }) => kind === 'outcome-documents.silence' && address === 'fra@mfa.example',
    )
    expect(JSON.stringify(told)).toContain('20:00')
    expect(JSON.stringify(told)).toContain('12:00')
  })
})

describe('adoption', () => {
  it('comes before translation: a draft is none of the translators’ business', async () => {
    expect(await refused(translate('Déclaration de Séoul'))).toBe('translations.unknown-text')
  })

  it('waits for both sign-offs', async () => {
    expect(await refused(perform('host', 'adopt', { on: '2021-12-08' }))).toBe(
      'outcome-documents.not-signed',
    )
    expect(await refused(perform('host', 'sign-off', { side: 'un' }))).toBe('platform.not-allowed')
    await perform('host', 'sign-off', { side: 'host' })
    await perform('un', 'sign-off', { side: 'un' })
    await perform('host', 'adopt', { on: '2021-12-08' })
    const html = await read(publicly)
    expect(html).toContain('The ministers commit helicopters.')
    expect(html).not.toContain('hovercraft')
    expect(await read(`/en/${SEOUL}`)).toContain(`/en/${SEOUL}/outcome/declaration`)
  })

  it('opens a list that grows after publication, in the order of protocol', async () => {
    await perform('fra', 'take-position', { party: 'FRA', act: 'endorse', on: '2021-12-08' })
    await perform('host', 'take-position', { party: 'KOR', act: 'endorse', on: '2021-12-08' })
    expect(
      await refused(
        perform('deu', 'take-position', { party: 'FRA', act: 'withdraw', on: '2021-12-08' }),
      ),
    ).toBe('platform.not-allowed')
    w.clock.turnTo('2022-01-10T00:00:00Z')
    const statement = {
      original: 'en',
      in: { en: { value: 'We understand paragraph 1 as follows.', status: 'authentic' } },
    }
    await perform('deu', 'take-position', {
      ...{ party: 'DEU', act: 'endorse-with-statement', on: '2022-01-09', statement },
    })
    const html = await read(publicly)
    const order = ['France', 'Germany', 'Republic of Korea'].map((party) =>
      html.indexOf(`>${party}<`),
    )
    expect(order.every((place, index) => place > (order[index - 1] ?? -1))).toBe(true)
    expect(html).toContain('We understand paragraph 1 as follows.')
    expect(html.replace(/<[^>]+>/g, ' ')).toMatch(
      /How the list has grown.*8 December 2021\s+2.*9 January 2022\s+3/s,
    )
    expect(await read(`/ar/${SEOUL}/outcome/declaration`)).toContain('dir="rtl"')
    expect(
      Buffer.from(await (await get(`/ar/${SEOUL}/outcome/declaration.pdf`)).arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it('gives what was adopted to translators, and nothing that came before', async () => {
    await translate('Déclaration de Séoul')
    const french = `/fr/${SEOUL}/outcome/declaration`
    await site.until(french, async () => undefined, 'Déclaration de Séoul')
    expect(await read(`${drafts}/1`, 'host')).toContain(SECRET)
    expect(await read(publicly)).toContain('The ministers commit helicopters.')
  })

  it('keeps the note by which a position came for who sent it and who decides on it', async () => {
    const uploads = createUploads({ database: w.database, clock: w.clock })
    const { id: file } = await uploads.keep(actors.deu, new File([PDF], 'note.pdf'))
    const taken = { party: 'DEU', act: 'dissociate', on: '2022-01-10', file }
    await perform('deu', 'take-position', taken)
    const note = `/en/${SEOUL}/outcome/declaration/notes/${file}`
    expect(await read(desk, 'host')).toContain(note)
    expect(await read(`/en/${SEOUL}/delegation/DEU/outcome/declaration`, 'deu')).toContain(note)
    const told = ['host', 'deu', 'fra', 'translator', 'elsewhere', undefined] as const
    const answers: number[] = []
    for (const reader of told) answers.push((await get(note, reader)).status)
    expect(answers).toEqual([200, 200, 404, 403, 403, 303])
    expect((await get(note.replace(file, randomUUID()), 'host')).status).toBe(404)
    expect(await read(publicly)).not.toContain(file)
  })

  it('keeps a withdrawal in sight, and closes', async () => {
    await site.until(
      publicly,
      () => perform('fra', 'take-position', { party: 'FRA', act: 'withdraw', on: '2022-01-10' }),
      'withdrawal',
    )
    await perform('host', 'close')
    expect(
      await refused(
        perform('fra', 'take-position', { party: 'FRA', act: 'endorse', on: '2022-01-10' }),
      ),
    ).toBe('outcome-documents.list-closed')
    await perform('host', 'reopen')
  })

  it('is done once, however often it is sent', async () => {
    const endorse = () =>
      perform(
        'fra',
        'take-position',
        { party: 'FRA', act: 'endorse', on: '2022-01-10' },
        { key: 'once' },
      )
    await endorse()
    await endorse()
    const { length } = await w.database.read
      .selectFrom('outcomePosition')
      .select('position')
      .where('party', '=', 'FRA' as never)
      .execute()
    expect(length).toBe(3)
  })
})
