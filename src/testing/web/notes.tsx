import { sql } from 'kysely'
import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { command } from '../../platform/command/command.ts'
import { versionOf } from '../../platform/command/version.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { page } from '../../platform/http/page.ts'
import { NumberField, TextArea } from '../../ui/form/fields.tsx'
import { FileField } from '../../ui/form/file.tsx'
import { Form, Submit } from '../../ui/form/form.tsx'
import { Rows } from '../../ui/form/rows.tsx'
import { Part } from '../../ui/part.tsx'
import type { ClonedDatabase } from '../database/database.ts'

const Note = z.strictObject({
  conference: ConferenceId,
  text: z.string().min(3).max(60),
  minutes: z.int().min(1).nullable().default(null),
  speakers: z.array(z.object({ name: z.string().min(1), rank: z.int() })).default([]),
  letter: z.string().optional(),
})

const topics = ({ conference }: { conference: string }) => [`notes/${conference}`]

async function noteOf(db: Reading, conference: string): Promise<string | null> {
  const { rows } = await sql<{ text: string }>`
    select text from note where conference = ${conference}
  `.execute(db)
  return rows[0]?.text ?? null
}

/** Writes the one note of a conference; everybody who is signed in may, but for a reader. */
const write = command('notes.write', {
  input: Note,
  conference: ({ conference }) => conference,
  load: (db, { conference }) => noteOf(db as Reading, conference),
  may: (actor) => actor.kind === 'account' && actor.id !== 'reader',
  version: (text) => versionOf(text),
  decide(stored, { text }) {
    must(stored !== null, 'notes.unknown')
    must(text !== 'forbidden', 'notes.forbidden')
    return { text }
  },
  save: async (db, { text }, { conference }) => {
    await sql`update note set text = ${text}, written = written + 1 where conference = ${conference}`.execute(
      db,
    )
  },
  subject: (_, { conference }) => `note/${conference}`,
  answer: ({ text }) => ({ length: text.length, text }),
  touches: (_, input) => topics(input),
})

const edit = page('notes.edit', {
  path: '/:conference/notes',
  params: z.object({ conference: ConferenceId }),
  query: z.object({ size: z.string().optional() }),
  topics,
  may: (actor) => actor.kind === 'account',
  read: async (db, { params }) => {
    const text = await noteOf(db, params.conference)
    return text === null ? null : { text, conference: params.conference }
  },
  view: ({ text, conference }, viewer) => ({
    title: 'Notes',
    body: (
      <>
        <Part id="text">
          <p class="stored">{text}</p>
        </Part>
        {viewer.shown !== undefined && <p class="shown">{viewer.shown}</p>}
        <Form
          viewer={viewer}
          command="notes.write"
          then="/seoul2021/notes?size={length}"
          seen={versionOf(text)}
          fixed={{ conference }}
          files
        >
          <TextArea name="text" label="Text" hint="A short one" value={text} required />
          <NumberField name="minutes" label="Minutes" />
          <Rows
            name="speakers"
            stored={0}
            spare={2}
            each={(row) => (
              <>
                <TextArea name={`speakers.${row}.name`} label="Name" />
                <NumberField name={`speakers.${row}.rank`} label="Rank" />
              </>
            )}
          />
          <FileField name="letter" label="Letter" accept="application/pdf" />
          <Submit>Save</Submit>
        </Form>
      </>
    ),
  }),
})

/** Notes that people who are signed in write by a form. */
export const notes = feature('notes', {
  say: ((_: string, key: string) => {
    if (key.startsWith('done.')) return 'The note stands.'
    return key
  }) as never,
  pages: [edit],
  commands: [write],
})

/** Begins a note in a database that knows none. */
export async function beginNotes(
  { write: db }: Pick<ClonedDatabase, 'write'>,
  ...begun: readonly { conference: string; text: string }[]
): Promise<void> {
  await sql`create table note (conference text primary key, text text not null, written int not null default 0)`.execute(
    db,
  )
  for (const { conference, text } of begun) {
    await sql`insert into note values (${conference}, ${text})`.execute(db)
  }
}

/** The text of a note, and how often it was written. */
export async function storedNote(
  { read: db }: Pick<ClonedDatabase, 'read'>,
  conference: string,
): Promise<{ text: string; written: number } | undefined> {
  const { rows } = await sql<{ text: string; written: number }>`
    select text, written from note where conference = ${conference}`.execute(db)
  return rows[0]
}
