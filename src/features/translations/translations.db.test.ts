import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import { LOADER, OPERATOR } from '../../kernel/actor.ts'
import type { Language } from '../../kernel/language.ts'
import type { AnyCommand } from '../../platform/command/command.ts'
import { createUploads } from '../../platform/files/uploads.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'

const SEOUL = 'seoul2021'
const THEME = 'conferences:themes.women.title'

let w: World
let site: OpenSite
const ids = { translator: randomUUID(), second: randomUUID(), desk: randomUUID() }
const who = (id: string, ...grants: Actor['grants']): Actor => ({ kind: 'account', id, grants })
const translator = who(ids.translator, { role: 'translator', conference: SEOUL })
const second = who(ids.second, { role: 'translator', conference: SEOUL })
const secretary = who(ids.desk, { role: 'host-secretariat', conference: SEOUL })
const actors: Record<string, Actor> = {
  translator,
  secretary,
  focal: who(randomUUID(), { role: 'focal-point', conference: SEOUL, party: 'FRA' }),
  elsewhere: who(randomUUID(), { role: 'translator', conference: 'accra2023' }),
}

const command = (name: string): AnyCommand => {
  const found = w.features.flatMap(({ commands = [] }) => commands).find((one) => one.name === name)
  if (!found) throw new Error(name)
  return found
}
const perform = (actor: Actor, name: string, input: object) =>
  w.perform(actor, command(name), input)
const translate = (actor: Actor, text: string, language: Language, value: string, more = {}) =>
  perform(actor, 'translations.translate', { conference: SEOUL, text, language, value, ...more })
const refused = (deed: Promise<unknown>) =>
  deed.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

/** A theme of the conference as it stands. */
async function themeNow(id = 'women') {
  const { record } = await w.database.read
    .selectFrom('conference')
    .select('record')
    .where('id', '=', SEOUL)
    .executeTakeFirstOrThrow()
  return record.themes.find((theme) => theme.id === id)?.title
}
const rewordTheme = async (value: string) => {
  const { record } = await w.database.read
    .selectFrom('conference')
    .select('record')
    .where('id', '=', SEOUL)
    .executeTakeFirstOrThrow()
  const themes = record.themes.map((theme) =>
    theme.id === 'women'
      ? {
          ...theme,
          title: {
            ...theme.title,
            in: { ...theme.title.in, en: { value, status: 'authentic' as const } },
          },
        }
      : theme,
  )
  return perform(OPERATOR, 'conferences.record', { ...record, themes })
}

beforeAll(async () => {
  w = await world({ shipped: true })
  for (const [name, id] of Object.entries(ids)) {
    await w.database.write
      .insertInto('person')
      .values({
        account: id,
        name,
        language: 'en',
        zone: null,
        since: w.clock.now(),
        closedAt: null,
      })
      .execute()
  }
  for (const account of [ids.translator, ids.second]) {
    await perform(secretary, 'people.give-role', {
      account,
      ...{ role: 'translator', conference: SEOUL, party: null },
    })
  }
  await perform(secretary, 'translations.assign', {
    ...{ conference: SEOUL, account: ids.translator, languages: ['fr', 'ar'] },
  })
  const { record } = await w.database.read
    .selectFrom('conference')
    .select('record')
    .where('id', '=', SEOUL)
    .executeTakeFirstOrThrow()
  const [first] = record.themes
  await perform(LOADER, 'conferences.record', {
    ...record,
    themes: [
      ...record.themes,
      {
        id: 'women',
        title: {
          original: 'en',
          in: { en: { value: 'Women in peacekeeping', status: 'authentic' } },
        },
        sources: first?.sources ?? [],
      },
    ],
  })
  site = await openSite(w, {
    authenticate: (request) => {
      const name = request.headers.get('authorization')?.replace('Bearer ', '') ?? ''
      return actors[name] ?? { kind: 'anonymous', id: 'anonymous', grants: [] }
    },
  })
})
afterAll(async () => {
  await site.close()
  await w.close()
})

describe('a translator', () => {
  it('words a text that had no wording in their language', async () => {
    await translate(translator, THEME, 'fr', 'Les femmes dans le maintien de la paix')
    expect((await themeNow())?.in.fr).toEqual({
      value: 'Les femmes dans le maintien de la paix',
      status: 'translated',
    })
  })

  it('changes nothing where nothing is new', async () => {
    const again = await translate(translator, THEME, 'fr', 'Les femmes dans le maintien de la paix')
    expect(again).toEqual({ subject: null, answer: {} })
  })

  it('cannot touch the original, nor a language that is not theirs, nor what is not there', async () => {
    expect(await refused(translate(secretary, THEME, 'en', 'Women'))).toBe(
      'translations.is-original',
    )
    expect(await refused(translate(translator, THEME, 'ko', '여성'))).toBe(
      'translations.not-your-language',
    )
    expect(await refused(translate(second, THEME, 'fr', 'Femmes'))).toBe(
      'translations.not-your-language',
    )
    expect(await refused(translate(translator, 'conferences:nothing', 'fr', 'Rien'))).toBe(
      'translations.unknown-text',
    )
  })

  it('cannot say that a wording is authentic', async () => {
    expect(
      await refused(translate(translator, THEME, 'fr', 'Femmes', { status: 'authentic' })),
    ).toBe('platform.unreadable-input')
  })

  it('is told where another was faster, and overwrites nothing', async () => {
    const seen = /name=":seen" value="(\w+)"/.exec(await textPage())?.[1]
    await translate(translator, THEME, 'fr', 'Femmes et maintien de la paix')
    const late = w.perform(
      secretary,
      command('translations.translate'),
      { conference: SEOUL, text: THEME, language: 'fr', value: 'Les femmes' },
      { seen },
    )
    expect(await refused(late)).toBe('platform.changed-meanwhile')
  })

  it('finds a translation stale where the original was reworded, with what has changed', async () => {
    await rewordTheme('Women in peace operations')
    expect((await themeNow())?.in.fr).toEqual({
      value: 'Femmes et maintien de la paix',
      status: 'stale',
    })
    const html = await textPage()
    expect(html).toContain('the original has changed since')
    expect(html.replace(/<span class="sr-only"[^>]*>[^<]*<\/span>/g, '')).toMatch(
      /Women in <del>peacekeeping<\/del><ins>peace operations<\/ins>/,
    )
  })

  it('makes it a translation again, and its history is kept', async () => {
    await translate(translator, THEME, 'fr', 'Les femmes dans les opérations de paix')
    expect((await themeNow())?.in.fr?.status).toBe('translated')
    const html = await textPage()
    expect(html).not.toContain('the original has changed since')
    expect(html).toContain('2 earlier wordings')
  })

  it('words titles of the draft programme and of public pledges', async () => {
    const session = await w.database.read
      .selectFrom('session')
      .select('id')
      .where('conference', '=', SEOUL)
      .orderBy('id')
      .executeTakeFirstOrThrow()
    await translate(translator, `sessions:${session.id}.title`, 'ar', 'الجلسة الافتتاحية للاختبار')
    const after = await w.database.read
      .selectFrom('session')
      .select('content')
      .where('id', '=', session.id)
      .executeTakeFirstOrThrow()
    expect(after.content.title.in.ar?.value).toBe('الجلسة الافتتاحية للاختبار')

    const pledge = await w.database.read
      .selectFrom('pledge')
      .select(['id', 'version'])
      .where('conference', '=', SEOUL)
      .where('listed', '=', true)
      .orderBy('id')
      .executeTakeFirstOrThrow()
    await translate(translator, `pledges:${pledge.id}.title`, 'ar', 'تعهد للاختبار')
    const kept = await w.database.read
      .selectFrom('pledge')
      .select(['terms', 'version'])
      .where('id', '=', pledge.id)
      .executeTakeFirstOrThrow()
    expect([kept.terms.title.in.ar?.value, kept.version]).toEqual(['تعهد للاختبار', pledge.version])
    expect(await (await site.get(`/ar/pledges/${pledge.id}`)).text()).toContain('تعهد للاختبار')
  })

  it('never sees a pledge under embargo', async () => {
    const [one] = await w.database.read
      .selectFrom('pledge')
      .select('id')
      .where('conference', '=', SEOUL)
      .where('listed', '=', true)
      .orderBy('id', 'desc')
      .limit(1)
      .execute()
    const id = `pledges:${one?.id}.title`
    expect(await refused(translate(translator, id, 'ar', 'قبل الحظر'))).toBe('done')
    await w.database.write
      .updateTable('pledge')
      .set({ audience: 'secretariat' })
      .where('id', '=', one?.id as never)
      .execute()
    expect(await refused(translate(translator, id, 'ar', 'بعد الحظر'))).toBe(
      'translations.unknown-text',
    )
  })
})

const textPage = async (name = 'translator') =>
  (
    await site.get(
      `/en/${SEOUL}/desk/translations/text?into=fr&state=done&text=${encodeURIComponent(THEME)}`,
      { Authorization: `Bearer ${name}` },
    )
  ).text()

describe('the desk of translators', () => {
  const status = async (path: string, name?: string) =>
    (await site.get(path, name ? { Authorization: `Bearer ${name}` } : {})).status
  const desk = `/en/${SEOUL}/desk/translations`

  it('is open to translators and the secretariat of the conference, and to nobody else', async () => {
    for (const path of [
      desk,
      `${desk}/text?text=${THEME}`,
      `${desk}.xlf?from=en&into=fr&state=done`,
    ]) {
      expect([
        await status(path, 'translator'),
        await status(path, 'secretary'),
        await status(path, 'focal'),
        await status(path, 'elsewhere'),
        await status(path),
      ]).toEqual([200, 200, 403, 403, 303])
    }
  })

  it('counts, filters and pages', async () => {
    const html = await (
      await site.get(`${desk}?into=fr&state=done&kind=conferences:agenda`, {
        Authorization: 'Bearer translator',
      })
    ).text()
    expect(html).toContain('Women in peace operations')
    expect(html).not.toContain('Assign')
    const all = await (
      await site.get(`${desk}?into=fr&state=done`, { Authorization: 'Bearer secretary' })
    ).text()
    expect(all).toContain('Further texts')
    expect(all).toContain('Translators and their languages')
  })

  it('gives a file that comes out the same again', async () => {
    const take = async () =>
      (
        await site.get(`${desk}.xlf?from=en&into=fr&state=done`, {
          Authorization: 'Bearer translator',
        })
      ).text()
    const file = await take()
    expect(file).toContain('<target>Les femmes dans les opérations de paix</target>')
    expect(await take()).toBe(file)
  })

  it('assigns languages to translators only', async () => {
    expect(
      await refused(
        perform(secretary, 'translations.assign', {
          ...{ conference: SEOUL, account: ids.desk, languages: ['fr'] },
        }),
      ),
    ).toBe('translations.no-translator')
    expect(
      await refused(
        perform(translator, 'translations.assign', {
          ...{ conference: SEOUL, account: ids.translator, languages: ['ko'] },
        }),
      ),
    ).toBe('platform.not-allowed')
  })
})

describe('a file that comes back', () => {
  const desk = `/en/${SEOUL}/desk/translations`
  const uploads = () => createUploads({ database: w.database, clock: w.clock })
  const take = async () =>
    (
      await site.get(`${desk}.xlf?from=en&into=ar&state=open&kind=conferences:agenda`, {
        Authorization: 'Bearer translator',
      })
    ).text()
  const give = async (text: string, actor = translator) => {
    const { id } = await uploads().keep(actor, new File([text], 'back.xlf'))
    return perform(actor, 'translations.hand-in', { conference: SEOUL, file: id })
  }
  const shown = async (file: unknown) =>
    (await site.get(`${desk}/file/${file}`, { Authorization: 'Bearer translator' })).text()
  const translated = (file: string, words: string) =>
    file.replace(/<source>([^<]*)<\/source>/, `<source>$1</source><target>${words}</target>`)

  it('shows what it would change, changes it in one deed, and only once', async () => {
    const file = await take()
    expect(file).toContain('<source>Women in peace operations</source>')
    const { answer } = await give(translated(file, 'المرأة في عمليات السلام'))
    expect((await themeNow())?.in.ar).toBe(undefined)
    expect(await shown(answer.file)).toContain('المرأة في عمليات السلام')
    const apply = () => perform(translator, 'translations.apply', { conference: SEOUL, ...answer })
    expect((await apply()).answer).toEqual({ changed: 1 })
    expect((await themeNow())?.in.ar).toEqual({
      value: 'المرأة في عمليات السلام',
      status: 'translated',
    })
    expect(await refused(apply())).toBe('translations.applied-already')
  })

  it('leaves alone a text whose original was reworded since, and says so', async () => {
    await rewordTheme('Women in peace and security')
    const file = translated(await take(), 'المرأة والسلام والأمن')
    await rewordTheme('Women, peace and security')
    const { answer } = await give(file)
    const html = await shown(answer.file)
    expect(html).toContain('the original has changed since the file was taken')
    expect(html).toContain('This file changes nothing.')
    expect(
      await refused(perform(translator, 'translations.apply', { conference: SEOUL, ...answer })),
    ).toBe('translations.changes-nothing')
  })

  it('is refused where it is no XLIFF, or into a language that is not theirs', async () => {
    const korean = (await take()).replace('trgLang="ar"', 'trgLang="ko"')
    expect(await refused(give(korean))).toBe('translations.not-your-language')
    const bomb = '<xliff><!ENTITY a "b">&a;</xliff>'
    expect(await refused(give(bomb))).toMatch(/^(?:translations\.not-xliff|platform\.)/)
  })

  it('is nobody else’s to see', async () => {
    const { answer } = await give(await take())
    const { status } = await site.get(`${desk}/file/${answer.file}`, {
      Authorization: 'Bearer focal',
    })
    expect(status).toBe(403)
  })
})
