import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS } from '../../../kernel/actor.ts'
import { ConferenceId } from '../../../kernel/ids.ts'
import { createUploads } from '../../../platform/files/uploads.ts'
import { type OpenSite, openSite } from '../../../testing/web/site.ts'
import { type World, world } from '../../../testing/world.ts'
import { deedsOf } from '../../programme/draft/draft.queries.ts'
import { undo } from '../../programme/draft/undo.commands.ts'
import { draftOf } from '../../programme/queries.ts'
import { importProgramme, takeText } from '../commands.ts'
import { textOf } from '../queries.ts'

const PARIS = ConferenceId.parse('paris2016')
const SEOUL_TEXT = readFileSync(join(import.meta.dirname, '../fixtures/seoul-2021.fr.txt'))
const DAY = 'Wednesday, 26 October 2016'

const who = (id: string, conference: string): Actor => ({
  kind: 'account',
  id,
  grants: [{ role: 'host-secretariat', conference }],
})
const host = who('host', PARIS)
const berlin = who('berlin', 'berlin2025')

let here: World
let site: OpenSite
let reader: Actor = host
beforeAll(async () => {
  here = await world({ shipped: true })
  site = await openSite(here, { authenticate: () => reader })
})
afterAll(async () => {
  await site.close()
  await here.close()
})

const take = async (input: object, by: Actor = host) =>
  String((await here.perform(by, takeText, { conference: PARIS, ...input })).answer.text)
const page = (text: string) => site.get(`/en/${PARIS}/desk/programme/import/${text}`)
const refusal = (deed: Promise<unknown>) =>
  deed.then(
    () => null,
    ({ code, status }: { code: string; status: number }) => [code, status],
  )
const draft = async () =>
  (await draftOf(here.read, PARIS)).map(({ start, title, status }) => [
    start,
    Object.values(title.in)[0]?.value,
    status,
  ])

/** What is said beside times that an end is of the next day. */
const notesIn = (html: string) =>
  [...html.matchAll(/<end-note [^>]*>/g)].map(([tag]) =>
    tag.includes(' hidden') ? 'hidden' : 'shown',
  )

/** Sends the form of a page as a browser does that runs no script. */
async function send(html: string, change: (fields: URLSearchParams) => void) {
  const [, form = ''] =
    /<form[^>]*programme-reader\.import-programme"[\s\S]*?>([\s\S]*?)<\/form>/.exec(html) ?? []
  const fields = new URLSearchParams()
  const plain = (text = '') =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&')
  for (const [tag] of form.matchAll(/<(?:input|select|textarea)[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    if (name === undefined || (/type="(?:checkbox|radio)"/.test(tag) && !/ checked/.test(tag)))
      continue
    const after = form.slice(form.indexOf(tag) + tag.length)
    if (tag.startsWith('<select')) {
      const list = after.slice(0, after.indexOf('</select>'))
      fields.append(name, plain(/<option value="([^"]*)"[^>]* selected/.exec(list)?.[1]))
    } else if (tag.startsWith('<textarea')) {
      fields.append(name, plain(after.slice(0, after.indexOf('</textarea>'))))
    } else fields.append(name, plain(/value="([^"]*)"/.exec(tag)?.[1]))
  }
  change(fields)
  return site.raw(
    'POST',
    '/en/deeds/programme-reader.import-programme',
    { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://plenum.test' },
    fields.toString(),
  )
}

describe('a text that is handed in', () => {
  it('stands beside what was understood of it, every line of it', async () => {
    const text = await take({
      text: `${DAY}\n9:00 – 9:30 Opening ceremony\nA line <that> says nothing\n11:00 Debate\n???`,
    })
    const html = await (await page(text)).text()
    for (const line of ['Opening ceremony', 'A line &lt;that&gt; says nothing', '???']) {
      expect(html).toContain(line)
    }
    expect(html).toContain('2 sessions')
    expect(html).toContain('value="2016-10-26"')
  })

  it('says where an end is taken as one of the next day', async () => {
    const text = await take({ text: `${DAY}\n9:00 – 9:30 Opening\n23:30 – 00:30 Late briefing` })
    expect(notesIn(await (await page(text)).text())).toEqual(['hidden', 'shown'])
  })

  it('is read from a file in another process, and refused where it is none that can be read', async () => {
    const uploads = createUploads({ database: here.database, clock: here.clock })
    const file = await uploads.keep(host, new File([SEOUL_TEXT], 'programme.txt'))
    const html = await (await page(await take({ file: file.id }))).text()
    expect(html).toContain('6 sessions')
    const hollow = await uploads.keep(
      host,
      new File(['<!doctype html><html><body><p> </p></body></html>'], 'empty.html'),
    )
    const answer = await (await page(await take({ file: hollow.id }))).text()
    expect(answer).toContain('There is no text in the document')
  })

  it('is for the secretariat of its conference, and nothing is nothing', async () => {
    const text = await take({ text: `${DAY}\n9:00 Opening` })
    expect(await refusal(take({ text: 'x' }, berlin))).toEqual(['platform.not-allowed', 403])
    expect(await refusal(take({ text: 'x' }, ANONYMOUS))).toEqual(['platform.not-allowed', 403])
    expect(await refusal(take({ text: '  ' }))).toEqual(['programme-reader.nothing-given', 409])
    reader = berlin
    expect((await page(text)).status).toBe(403)
    reader = who('seoul', 'seoul2021')
    expect((await site.get(`/en/seoul2021/desk/programme/import/${text}`)).status).toBe(404)
    reader = ANONYMOUS
    expect((await page(text)).status).toBe(303)
    reader = host
    expect((await page(text)).status).toBe(200)
  })
})

describe('the import', () => {
  it('takes what stands in the form, corrected and chosen, in one deed that can be taken back', async () => {
    const text = await take({
      text: `${DAY}\n9:00 – 9:30 Opening ceremony\n11:00 Debate\n13:00 Lunch\n9.30 pm`,
    })
    const html = await (await page(text)).text()
    const before = await draft()
    const refused = await send(html, (fields) => fields.set('sessions.1.title', ''))
    expect(refused.status).toBe(422)
    const again = refused.body.toString()
    expect(again).toContain('id="form-programme-reader-import-programme-sessions-1-title-wrong"')
    expect(await draft()).toEqual(before)

    const done = await send(html, (fields) => {
      fields.set('sessions.1.title', 'Debate, corrected')
      fields.set('sessions.1.room', 'Salle Pleyel')
      const left = fields.getAll('~sessions.2.take').slice(0, 1)
      fields.delete('~sessions.2.take')
      for (const value of left) fields.append('~sessions.2.take', value)
      fields.set('sessions.3.title', 'Reception')
    })
    expect([done.status, done.headers.location]).toEqual([303, `/en/${PARIS}/desk/programme`])
    expect(await draft()).toEqual([
      ...before,
      ['09:00', 'Opening ceremony', 'confirmed'],
      ['11:00', 'Debate, corrected', 'confirmed'],
      ['21:30', 'Reception', 'confirmed'],
    ])
    const [, debate] = await draftOf(here.read, PARIS)
    expect(debate?.room?.in.en).toEqual({ value: 'Salle Pleyel', status: 'as-published' })
    expect(await textOf(here.read, PARIS, text)).toBeNull()
    expect((await page(text)).status).toBe(404)

    const [deed] = await deedsOf(here.read, PARIS)
    expect(deed?.deed).toBe('programme-reader.import-programme')
    await here.perform(host, undo, { conference: PARIS, number: deed?.number ?? 0 })
    expect(await draft()).toEqual(before)
  })

  it('takes the place of the draft where it is asked to', async () => {
    const sessions = (titles: Record<string, string>) =>
      Object.entries(titles).map(([start, title]) => ({
        ...{ day: '2016-10-26', start, end: null, kind: 'plenary', title, note: null },
      }))
    const input = { conference: PARIS, zone: null, language: 'en' }
    await here.perform(host, importProgramme, {
      ...{ ...input, sessions: sessions({ '09:00': 'Opening', '10:00': 'Debate' }) },
    })
    await here.perform(host, importProgramme, {
      ...{
        ...input,
        mode: 'replace',
        sessions: sessions({ '09:30': 'Opening', '18:00': 'Dinner' }),
      },
    })
    expect(await draft()).toEqual([
      ['09:30', 'Opening', 'confirmed'],
      ['10:00', 'Debate', 'withdrawn'],
      ['18:00', 'Dinner', 'confirmed'],
    ])
  })

  it('keeps the times of another zone as wall times, or converts them, as it is told', async () => {
    const session = { day: '2016-10-27', start: '23:30', end: '00:30', kind: 'press', note: null }
    const input = { conference: PARIS, zone: 'America/New_York', language: 'en' }
    const one = (title: string) => [{ ...session, title }]
    expect(
      await refusal(here.perform(host, importProgramme, { ...input, sessions: one('a') })),
    ).toEqual(['programme-reader.other-zone', 409])
    await here.perform(host, importProgramme, {
      ...input,
      convert: true,
      sessions: one('Converted'),
    })
    await here.perform(host, importProgramme, { ...input, zone: null, sessions: one('Kept') })
    const found = (await draftOf(here.read, PARIS)).filter(({ kind }) => kind === 'press')
    expect(found.map(({ day, start, end, slug }) => [slug, day, start, end])).toEqual([
      ['kept', '2016-10-27', '23:30', '00:30'],
      ['converted', '2016-10-28', '05:30', '06:30'],
    ])
    reader = host
    const [kept] = found
    const editor = await site.get(`/ar/${PARIS}/desk/programme/sessions/${kept?.id}`)
    const html = await editor.text()
    expect(notesIn(html)).toEqual(['shown'])
    expect(html).toContain('فيُعتبر في اليوم التالي')
  })

  it('brings two thousand sessions in', async () => {
    const sessions = Array.from({ length: 2000 }, (_, at) => ({
      ...{ day: '2016-11-01', end: null, kind: 'side-event', note: null },
      start: `${String(Math.floor(at / 60) % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
      title: `Event ${at}`,
    }))
    const { answer } = await here.perform(host, importProgramme, {
      ...{ conference: PARIS, zone: null, language: 'en', sessions },
    })
    expect(answer).toEqual({ added: 2000 })
  })
})
