import { sql } from 'kysely'
import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { command } from '../../platform/command/command.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { page, resource, section } from '../../platform/http/page.ts'
import { Part } from '../../ui/part.tsx'
import type { ClonedDatabase } from '../database/database.ts'

/** A board of notices: the smallest feature that reads, writes and changes with time. */
export interface Board {
  text: string
  opens: Temporal.Instant | null
}

const Conference = z.object({ conference: ConferenceId })
const topics = ({ conference }: { conference: string }) => [`board/${conference}`]

async function boardOf(db: Reading, conference: string): Promise<Board | null> {
  const { rows } = await sql<Board>`
    select text, opens from board where conference = ${conference}
  `.execute(db)
  return rows[0] ?? null
}

const opensNext = ({ opens }: Board, now: Temporal.Instant) =>
  opens && Temporal.Instant.compare(now, opens) < 0 ? opens : null

const show = page('board.show', {
  path: '/:conference/board',
  params: Conference,
  query: z.object({ size: z.enum(['small', 'large']).optional() }),
  topics,
  read: async (db, { params, viewer }) => {
    const board = await boardOf(db, params.conference)
    return board && { board, now: viewer.now }
  },
  until: ({ board }, now) => opensNext(board, now),
  view: ({ board, now }, viewer, { query, sections }) => ({
    title: board.text,
    jsonLd: { '@type': 'Event', name: '</script><b>' },
    body: (
      <>
        <h1>Board</h1>
        <Part id="text">
          <p>{board.text}</p>
        </Part>
        <Part id="state">
          <p>{opensNext(board, now) ? 'closed' : 'open'}</p>
        </Part>
        <p>{`${query.size ?? 'plain'}, ${viewer.actor.id}`}</p>
        {sections.footnote}
      </>
    ),
  }),
})

const asText = resource('board.text', {
  path: '/:conference/board.txt',
  params: Conference,
  query: z.object({}),
  topics,
  type: 'text/plain; charset=utf-8',
  filename: ({ conference }) => `${conference} – board.txt`,
  read: (db, { params }) => boardOf(db, params.conference),
  render: (board) => board.text,
})

const broken = page('board.broken', {
  path: '/broken',
  params: z.object({}),
  query: z.object({}),
  topics: () => [],
  read: () => Promise.reject(new Error('a secret detail')),
  view: () => ({ title: '', body: '' }),
})

const write = command('board.write', {
  input: z.object({ conference: ConferenceId, text: z.string().min(1).max(2000) }),
  conference: ({ conference }) => conference,
  load: async (db, { conference }) => boardOf(db as Reading, conference),
  may: () => true,
  decide: (board, { text }) => {
    if (!board) throw new Refusal('platform.unknown-command', 404)
    return board.text === text ? null : { text }
  },
  save: async (db, { text }, { conference }) => {
    await sql`update board set text = ${text} where conference = ${conference}`.execute(db)
  },
  subject: (_, { conference }) => `board/${conference}`,
  touches: (_, input) => topics(input),
})

/** The board, and a footnote that another feature adds to it. */
export const boards = [
  feature('board', {
    say: () => '',
    pages: [show, broken],
    resources: [asText],
    commands: [write],
  }),
  feature('footnotes', {
    say: () => '',
    sections: [
      section({
        of: 'board.show',
        name: 'footnote',
        topics: ({ conference }: { conference: string }) => [`footnote/${conference}`],
        read: async () => ({ text: 'a footnote' }),
        view: ({ text }) => <footer>{text}</footer>,
      }),
    ],
  }),
]

/** Hangs up boards in a database that knows none. */
export async function hangBoards(
  { write: db }: Pick<ClonedDatabase, 'write'>,
  ...hung: readonly (Board & { conference: string })[]
): Promise<void> {
  await sql`create table board (conference text primary key, text text not null, opens timestamptz)`.execute(
    db,
  )
  for (const { conference, text, opens } of hung) {
    await sql`insert into board values (${conference}, ${text}, ${opens?.toString() ?? null})`.execute(
      db,
    )
  }
}
