import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS } from '../../kernel/actor.ts'
import { LANGUAGES } from '../../kernel/language.ts'
import { createUploads } from '../../platform/files/uploads.ts'
import { text } from '../../testing/sessions.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { begin } from '../conferences/deeds/begin.commands.ts'
import { conferenceWithSeries } from '../conferences/queries.ts'
import { PARTS, partAddress } from './parts.ts'

const who = (id: string, role: Actor['grants'][number]['role'], conference: string): Actor => ({
  kind: 'account',
  id,
  grants: [{ role, conference }],
})
const host = who('host', 'host-secretariat', 'seoul2021')
const berlin = who('berlin', 'host-secretariat', 'berlin2025')
const focal = who('focal', 'focal-point', 'seoul2021')
const administrator = who('administrator', 'administrator', '*')

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

const status = async (address: string, by: Actor) => {
  reader = by
  return (await site.get(`/en${address}`)).status
}
const recordOf = async () => {
  const found = await conferenceWithSeries(here.read, 'seoul2021')
  if (!found) throw new Error('There is no conference')
  return found.conference
}
/** Sends a form as a browser without a script does. */
const send = (command: string, fields: Record<string, string>) =>
  site.raw(
    'POST',
    `/en/deeds/${command}`,
    { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://plenum.test' },
    new URLSearchParams(fields).toString(),
  )
const hidden = (html: string, command: string, name: string) => {
  const form = html.slice(html.indexOf(`action="/en/deeds/${command}"`))
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? ''
}

describe('the desk of a conference', () => {
  it('is for its own secretariat: others are refused, and strangers asked to sign in', async () => {
    for (const part of PARTS) {
      const address = partAddress('seoul2021', part)
      const told = [host, administrator, berlin, focal, ANONYMOUS].map(
        (by) => () => status(address, by),
      )
      const answers: number[] = []
      for (const ask of told) answers.push(await ask())
      expect([part, ...answers]).toEqual([part, 200, 200, 403, 403, 303])
    }
    expect(await status('/nowhere2000/desk/conference', administrator)).toBe(404)
    expect(await status('/desk/series', host)).toBe(403)
    expect(await status('/desk/series', administrator)).toBe(200)
    expect(await status('/desk/new-conference', host)).toBe(403)
    expect(await status('/desk/new-conference?parent=seoul2021', host)).toBe(200)
    expect(await status('/desk/new-conference?parent=berlin2025', host)).toBe(403)
  })

  it('of a meeting is open to the secretariat of what it prepares', async () => {
    await here.perform(host, begin, {
      ...{ conference: 'seoul2021_prep9', series: 'un-peacekeeping-ministerial' },
      ...{ parent: 'seoul2021', kind: 'preparatory', label: null, template: null },
      ...{ name: text('Ninth meeting'), shortName: text('Ninth'), zone: 'Asia/Seoul' },
    })
    const address = partAddress('seoul2021_prep9', 'texts')
    expect([await status(address, host), await status(address, berlin)]).toEqual([200, 403])
  })

  it('speaks every language, each form of it', async () => {
    reader = host
    const forms = [
      ['texts', ['names', 'summary']],
      ['when', ['dates', 'venue', 'describe-venue', 'format', 'zone', 'dates-0']],
      [
        'people',
        ['host-0', 'host-new', 'hosts-order', 'co-chair-3', 'co-chairs-reason', 'participants'],
      ],
      ['agenda', ['theme-0', 'themes-order', 'question-new', 'ordered-session-0', 'background-0']],
      ['figures', ['figure-0', 'figure-new']],
      ['documents', ['document-new']],
      ['chronology', ['milestone-0', 'handover']],
      ['settings', ['colours', 'sign-programme']],
    ] as const
    for (const language of LANGUAGES) {
      for (const [part, edits] of forms) {
        for (const edit of edits) {
          const address = `/${language}${partAddress('seoul2021', part)}?edit=${edit}`
          const html = await (await site.get(address)).text()
          expect(html, address).toContain('name=":key"')
        }
      }
    }
  })

  it('is reached by a quiet link from the public page, which others never see', async () => {
    const link = 'href="/en/seoul2021/desk/conference"'
    // Whoever is signed in sends something, and is not answered with what is kept for everybody.
    const shows = async (by: Actor) => {
      reader = by
      const signedIn = by === ANONYMOUS ? {} : { authorization: `Bearer ${by.id}` }
      return (await (await site.get('/en/seoul2021', signedIn)).text()).includes(link)
    }
    const shown: boolean[] = []
    for (const by of [host, berlin, ANONYMOUS]) shown.push(await shows(by))
    expect(shown).toEqual([true, false, false])
  })
})

describe('a form of the desk', () => {
  it('changes the format a week before, keeps what was typed where the reason is missing', async () => {
    reader = host
    const page = `${partAddress('seoul2021', 'when')}?edit=format`
    const html = await (await site.get(`/en${page}`)).text()
    const command = 'conferences.change-format'
    const fields = {
      ':page': page,
      ':of': 'format',
      ':then': '/seoul2021/desk/conference/when#format',
      ':key': hidden(html, command, ':key'),
      ':seen': hidden(html, command, ':seen'),
      conference: 'seoul2021',
      to: 'hybrid',
      '~why.original': 'en',
      'why.in.en.value': '',
      '~why.in.en.status': 'authentic',
      decided: '2021-12-01',
      about: 'false',
      'source.publisher': '',
      'source.url': '',
      'source.date': '',
    }
    const refused = await send(command, fields)
    expect(refused.status).toBe(409)
    expect(refused.body.toString()).toContain('please give the reason')
    expect(refused.body.toString()).toContain('value="2021-12-01"')
    const done = await send(command, { ...fields, 'why.in.en.value': 'Some may travel' })
    expect(done.status).toBe(303)
    expect((await recordOf()).format.at(-1)).toEqual({
      ...{ is: 'hybrid', decided: '2021-12-01', about: false, sources: [] },
      why: { original: 'en', in: { en: { value: 'Some may travel', status: 'authentic' } } },
    })
    const overtaken = await send(command, {
      ...fields,
      ...{ to: 'virtual', ':key': 'another', 'why.in.en.value': 'Omicron' },
    })
    expect(overtaken.status).toBe(409)
    expect(overtaken.body.toString()).toContain('Somebody else changed this meanwhile')
  })

  it('takes a paper in, and gives it to everybody', async () => {
    const uploads = createUploads({ database: here.database, clock: here.clock })
    const pdf = new File(
      [
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
      ],
      'note.pdf',
    )
    const { id } = await uploads.keep(host, pdf)
    reader = host
    const done = await send('conferences.add-document', {
      conference: 'seoul2021',
      'document.name.original': 'en',
      'document.name.in.en.value': 'Logistics note',
      '~document.name.in.en.status': 'authentic',
      'document.kind': 'logistics-note',
      'document.date': '2021-11',
      'document.supersedes': '',
      'document.file': id,
      '~document.note.original': 'en',
      'document.note.in.en.value': '',
    })
    expect(done.status).toBe(303)
    expect((await recordOf()).documents.at(-1)).toMatchObject({ id: 'logistics-note', file: id })
    reader = ANONYMOUS
    const paper = await site.get('/en/seoul2021/papers/logistics-note')
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const link = '/en/seoul2021/papers/logistics-note'
    await site.until('/en/seoul2021', async () => undefined, link)
    expect((await site.get('/en/berlin2025/papers/logistics-note')).status).toBe(404)
  })

  it('paints the pages in the colours that were chosen', async () => {
    reader = host
    const done = await send('conferences.choose-colours', {
      conference: 'seoul2021',
      palette: 'plum',
    })
    expect(done.status).toBe(303)
    reader = ANONYMOUS
    for (const address of ['/en/seoul2021', '/ar/seoul2021/programme']) {
      await site.until(address, async () => undefined, 'data-palette="plum"')
    }
  })
})
