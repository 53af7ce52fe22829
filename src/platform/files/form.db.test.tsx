import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { acceptOf, fileOf } from '../../kernel/documents/files.ts'
import { tally } from '../../testing/tally/tally.ts'
import { openSite } from '../../testing/web/site.ts'
import { world } from '../../testing/world.ts'
import { FileField } from '../../ui/form/file.tsx'
import { Form, Submit } from '../../ui/form/form.tsx'
import { command } from '../command/command.ts'
import { feature } from '../feature.ts'
import { page } from '../http/page.ts'
import { claimFiles, createUploads, readFileOf } from './uploads.ts'

const KINDS = ['pdf', 'jpeg'] as const

/** Hands in a note verbale, and photographs as many as one likes. */
const handIn = command('letters.hand-in', {
  input: z.strictObject({
    note: fileOf('pdf', 'jpeg'),
    photographs: z.array(fileOf('jpeg')).default([]),
  }),
  conference: () => null,
  load: async () => null,
  may: ({ kind }) => kind === 'account',
  decide: (_, { note, photographs }, { actor }) => ({ actor, files: [note, ...photographs] }),
  save: (db, { actor, files }) =>
    claimFiles(db, files, { by: actor, owner: 'letter/1', accepts: KINDS }),
  subject: () => 'letter/1',
  answer: ({ files }) => ({ files }),
  touches: () => [],
})
const letters = feature('letters', {
  say: tally.say,
  commands: [handIn],
  pages: [
    page('letters.form', {
      ...{ path: '/letters', params: z.object({}), query: z.object({}), topics: () => [] },
      may: ({ kind }) => kind === 'account',
      read: async () => ({}),
      view: (_, viewer) => ({
        title: 'Letters',
        body: (
          <Form viewer={viewer} command="letters.hand-in" then="/letters" files>
            <FileField name="note" label="Note" accept={acceptOf(KINDS)} />
            <FileField name="photographs" label="Photographs" accept={acceptOf(['jpeg'])} />
            <Submit>Send</Submit>
          </Form>
        ),
      }),
    }) as never,
  ],
})

const here = await world({ features: [letters] })
const { database, clock, close } = here
const uploads = createUploads({ database, clock })
const site = await openSite(here, { uploads })
afterAll(async () => {
  await site.close()
  await close()
})

const PDF = '%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\nstartxref\n9\n%%EOF\n'

async function send(fields: readonly (readonly [string, string | File])[]) {
  const body = new FormData()
  body.append(':page', '/letters')
  for (const [name, value] of fields) body.append(name, value)
  const answer = await fetch(`${site.origin}/en/deeds/letters.hand-in`, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin', Authorization: 'Bearer kim' },
    body,
    redirect: 'manual',
  })
  return { status: answer.status, html: await answer.text() }
}
const stored = () =>
  database.read.selectFrom('upload').select(['id', 'name', 'owner']).orderBy('at').execute()

describe('a file of a form', () => {
  it('of another kind is refused at its field, in words', async () => {
    const { status, html } = await send([['note', new File(['plain'], 'note.txt')]])
    expect(status).toBe(422)
    expect(html).toContain('A file of another kind is expected here. Possible: PDF, JPEG')
    expect(await stored()).toEqual([])
  })

  it('is refused by the kinds of its own field', async () => {
    const { status, html } = await send([
      ['note', new File([PDF], 'note.pdf')],
      ['photographs', new File([PDF], 'me.pdf')],
    ])
    expect(status).toBe(422)
    expect(html).toContain('Possible: JPEG')
    // The note need not be chosen again.
    const [note] = await stored()
    expect(html).toContain(`name="note" value="${note?.id}"`)
    expect((await send([['note', String(note?.id)]])).status).toBe(303)
    expect(await stored()).toEqual([{ id: note?.id, name: 'note.pdf', owner: 'letter/1' }])
    expect((await readFileOf(database.read, note?.id as never))?.type).toBe('application/pdf')
  })

  it('that nobody handed in is refused', async () => {
    const { status, html } = await send([['note', crypto.randomUUID()]])
    expect(status).toBe(422)
    expect(html).toContain('This file is no longer here.')
  })
})
