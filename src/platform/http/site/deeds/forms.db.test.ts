import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Refusal } from '../../../../kernel/refusal.ts'
import { beginNotes, notes, storedNote } from '../../../../testing/web/notes.tsx'
import { type OpenSite, openSite } from '../../../../testing/web/site.ts'
import { type World, world } from '../../../../testing/world.ts'
import { versionOf } from '../../../command/version.ts'

const KIM = { Authorization: 'Bearer kim' }
const BEFORE = 'The morning begins at nine.'

let w: World
let site: OpenSite
let files: string[] = []

beforeAll(async () => {
  w = await world({ features: [notes] })
  await beginNotes(w.database, { conference: 'seoul2021', text: BEFORE })
  site = await openSite(w, {
    uploads: {
      async keep(_, file) {
        if (file.size > 20) throw new Refusal('notes.too-heavy', 422)
        files.push(file.name)
        return { id: `file-${files.length}` }
      },
    },
  })
})
beforeEach(() => {
  files = []
})
afterAll(async () => {
  await site.close()
  await w.close()
})

/** Sends a form as a browser does. */
async function send(fields: Record<string, string | File>, who: Record<string, string> = KIM) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const answer = await fetch(`${site.origin}/fr/deeds/notes.write`, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin', ...who },
    body,
    redirect: 'manual',
  })
  return { status: answer.status, headers: answer.headers, html: await answer.text() }
}

const ABOUT = { ':page': '/seoul2021/notes', ':then': '/seoul2021/notes?size={length}' }
const whole = (more: Record<string, string | File> = {}) => ({
  ...ABOUT,
  conference: 'seoul2021',
  text: BEFORE,
  ...more,
})
const page = async (who = KIM) => (await site.get('/fr/seoul2021/notes', who)).text()
const attributeOf = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]

describe('a form that is sent', () => {
  it('does the deed, goes where it leads, and says so once', async () => {
    const { status, headers } = await send(whole({ text: 'At nine.', ':key': 'first' }))
    expect([status, headers.get('location')]).toEqual([303, '/fr/seoul2021/notes?size=8'])
    const [cookie = ''] = headers.getSetCookie()
    expect(cookie).toMatch(
      /^plenum\.done=notes\.write&length=8@\/fr\/seoul2021\/notes; .*HttpOnly; SameSite=Lax$/,
    )
    const next = await site.get('/fr/seoul2021/notes', {
      ...KIM,
      Cookie: 'plenum.done=notes.write@/fr/seoul2021/notes',
    })
    expect(await next.text()).toContain('role="status">The note stands.</p>')
    expect(next.headers.getSetCookie()).toEqual([
      'plenum.done=; Path=/fr/seoul2021/notes; Max-Age=0; HttpOnly; SameSite=Lax',
    ])
    expect(await page()).not.toContain('The note stands.')
  })

  it('that reaches many says how many they are, where its words do', async () => {
    const many = await site.get('/en/seoul2021/notes', {
      ...KIM,
      Cookie: 'plenum.done=notes.write&notes=3@/en/seoul2021/notes',
    })
    expect(await many.text()).toContain('role="status">The note stands.</p>')
  })

  it('that brings a secret is answered with it, and no address leads there again', async () => {
    const secret = { text: 'With a secret.', ':show': 'Ab3-_x', ':key': 's' }
    const [first, again] = [await send(whole(secret)), await send(whole(secret))]
    for (const { status, headers, html } of [first, again]) {
      expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store'])
      expect(html).toContain('<p class="shown">Ab3-_x</p>')
      expect(html).toContain('role="status">The note stands.</p>')
      expect(html).not.toContain('plenum-stamp')
    }
    expect(await page()).not.toContain('Ab3-_x')
    const refused = await send(whole({ ...secret, text: 'forbidden', ':key': 't' }))
    expect([refused.status, refused.html.includes('class="shown"')]).toEqual([409, false])
  })

  it('is done once, however often it is sent', async () => {
    const before = await storedNote(w.database, 'seoul2021')
    const twice = [whole({ text: 'Twice.', ':key': 'k' }), whole({ text: 'Twice.', ':key': 'k' })]
    const answers = await Promise.all(twice.map((form) => send(form)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await storedNote(w.database, 'seoul2021')).toEqual({
      text: 'Twice.',
      written: (before?.written ?? 0) + 1,
    })
  })

  it('has a fresh key on every page, in a place that no other reader sees', async () => {
    const keys = [attributeOf(await page(), ':key'), attributeOf(await page(), ':key')]
    expect(keys.every((key) => /^[0-9a-f-]{36}$/.test(key ?? ''))).toBe(true)
    expect(keys[0]).not.toBe(keys[1])
    const { headers } = await site.get('/fr/seoul2021/notes', KIM)
    expect(headers.get('cache-control')).toBe('private, no-store')
  })
})

describe('a form that is refused', () => {
  it('comes again with what was typed and the reason at its field', async () => {
    const { status, html } = await send(
      whole({
        text: 'x',
        minutes: 'many',
        'speakers.0.name': '',
        'speakers.0.rank': '',
        'speakers.1.name': '<b>"Ada"</b>',
        'speakers.1.rank': 'first',
      }),
    )
    expect(status).toBe(422)
    expect(html).toContain('Longueur minimale')
    expect(html).toMatch(/<textarea id="form-notes-write-text"[^>]*aria-invalid="true"[^>]*>x</)
    expect(html).toMatch(/id="form-notes-write-minutes"[^>]*value="many"/)
    expect(html).toContain('&lt;b&gt;&quot;Ada&quot;&lt;/b&gt;</textarea>')
    expect(html).toContain('<a href="#form-notes-write-speakers-1-rank">')
    expect(html).toContain('<p class="stored">Twice.</p>')
  })

  it('says which rule stands against it', async () => {
    const { status, html } = await send(whole({ text: 'forbidden' }))
    expect(status).toBe(409)
    expect(html).toContain('refusal.forbidden')
    expect(html).toMatch(/id="form-notes-write-text"[^>]*>forbidden</)
  })

  it('shows what stands there now, where somebody else was faster', async () => {
    await send(whole({ text: 'Theirs.', ':key': 'theirs' }))
    const { status, html } = await send(whole({ text: 'Mine.', ':seen': versionOf('Twice.') }))
    expect(status).toBe(409)
    expect(html).toMatch(/id="form-notes-write-text"[^>]*>Mine\.</)
    expect(html).toMatch(/<p class="now"[^>]*>[^<]*<bdi>Theirs\.<\/bdi>/)
    expect(attributeOf(html, ':seen')).toBe(versionOf('Theirs.'))
    expect((await storedNote(w.database, 'seoul2021'))?.text).toBe('Theirs.')
    const again = await send(whole({ text: 'Mine.', ':seen': versionOf('Theirs.') }))
    expect(again.status).toBe(303)
  })

  it('keeps a file that arrived, and need not be given it again', async () => {
    const letter = new File(['%PDF'], 'note verbale.pdf')
    const first = await send(whole({ text: 'x', letter }))
    expect(first.html).toContain('name="letter" value="file-1"')
    expect(first.html).toContain('note verbale.pdf')
    const heavy = await send(whole({ letter: new File(['x'.repeat(21)], 'heavy.pdf') }))
    expect(heavy.status).toBe(422)
    expect(heavy.html).toContain('refusal.too-heavy')
    expect(files).toEqual(['note verbale.pdf'])
  })
})

describe('whoever may not', () => {
  it('is asked to sign in, and led back', async () => {
    const read = await site.get('/fr/seoul2021/notes?size=2')
    expect([read.status, read.headers.get('location')]).toEqual([
      303,
      '/fr/sign-in?then=%2Fseoul2021%2Fnotes%3Fsize%3D2',
    ])
    const sent = await send(whole(), {})
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      '/fr/sign-in?then=%2Fseoul2021%2Fnotes',
    ])
  })

  it('is told so, and nothing is done', async () => {
    const before = await storedNote(w.database, 'seoul2021')
    const { status, html } = await send(whole({ text: 'Mine!' }), {
      Authorization: 'Bearer reader',
    })
    expect(status).toBe(403)
    expect(html).toContain('Mine!')
    expect(await storedNote(w.database, 'seoul2021')).toEqual(before)
  })

  it('is never led to another site, and nothing comes from one', async () => {
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'x']) {
      const { headers } = await send(whole({ ':then': next }))
      expect(headers.get('location')).toBe('/fr/seoul2021/notes')
    }
    const foreign = await send(whole(), { ...KIM, 'Sec-Fetch-Site': 'cross-site' })
    expect(foreign.status).toBe(403)
  })
})

describe('what is no form', () => {
  it('is refused on a designed page', async () => {
    const post = (headers: Record<string, string>, body: string) =>
      site.raw('POST', '/es/deeds/notes.write', { ...KIM, ...headers }, body)
    const json = await post({ 'Content-Type': 'application/json' }, '{}')
    expect([json.status, `${json.body}`.includes('class="error-page"')]).toEqual([400, true])
    const torn = await post({ 'Content-Type': 'multipart/form-data; boundary=x' }, '--x\r\n\r\n')
    expect(torn.status).toBe(400)
    const unknown = await site.raw('POST', '/es/deeds/no.such', KIM, '')
    expect(unknown.status).toBe(404)
    const large = await post(
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      'a'.repeat(13e6),
    )
    expect(large.status).toBe(413)
  })
})
