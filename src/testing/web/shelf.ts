import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { holds } from '../../kernel/actor.ts'
import { must } from '../../kernel/refusal.ts'
import { command, type Writing } from '../../platform/command/command.ts'
import type { Tables } from '../../platform/database/tables.ts'
import { allOf, pageOf } from '../../platform/dataset/by-key.ts'
import { day, decimal, integer, label, list, text } from '../../platform/dataset/columns.ts'
import { dataset, type Row, type Wish } from '../../platform/dataset/dataset.ts'
import { factOf } from '../../platform/dataset/facts.ts'
import { inMemory } from '../../platform/dataset/in-memory.ts'
import { feature } from '../../platform/feature.ts'

/** A shelf of books with their pages: the smallest feature whose data can be taken away and given back. */
export interface Book {
  id: string
  title: string | null
  price: string | null
  pages: number | null
  printed: string | null
  tags: readonly string[]
  notes?: readonly { id: string; page: number; words: string }[]
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    book: Omit<Book, 'notes' | 'tags'> & { tags: string }
    bookNote: { id: string; book: string; page: number; words: string }
  }
}

/** Its tables, which no migration knows. */
export const buildShelf = (db: Kysely<Tables>) =>
  sql`
    create table book (id text primary key, title text, price text, pages int, printed text, tags json not null,
      constraint "shelf.too-heavy" check (pages < 10000));
    create index book_key on book (id collate "C");
    create table book_note (id text primary key, book text not null references book on delete cascade,
      page int not null, words text not null);
    create index book_note_book on book_note (book collate "C");
  `.execute(db)

const Note = z.strictObject({ id: z.string(), page: z.int(), words: z.string() })
const Input = z.strictObject({
  id: z.string().min(1),
  title: z.string().nullable(),
  price: z.string().nullable(),
  pages: z.int().nullable(),
  printed: z.string().nullable(),
  tags: z.array(z.string()),
  notes: z.array(Note),
})
type Input = z.infer<typeof Input>

async function known(db: Writing, inputs: readonly Input[]): Promise<string[]> {
  const ids = inputs.map(({ id }) => id)
  const books = await db.selectFrom('book').selectAll().where('id', 'in', ids).execute()
  const notes = await db.selectFrom('bookNote').selectAll().where('book', 'in', ids).execute()
  return inputs.map(({ id }) => {
    const book = books.find((one) => one.id === id)
    const own = notes.filter((one) => one.book === id).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    return JSON.stringify(
      book && {
        ...book,
        notes: own.map(({ id: note, page, words }) => ({ id: note, page, words })),
      },
    )
  })
}

async function store(db: Writing, inputs: readonly Input[]): Promise<void> {
  const rows = inputs.map(({ notes: _, tags, ...book }) => ({
    ...book,
    tags: JSON.stringify(tags),
  }))
  await db
    .insertInto('book')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((on) => ({
        title: on.ref('excluded.title'),
        price: on.ref('excluded.price'),
        pages: on.ref('excluded.pages'),
        printed: on.ref('excluded.printed'),
        tags: on.ref('excluded.tags'),
      })),
    )
    .execute()
  const ids = inputs.map(({ id }) => id)
  await db.deleteFrom('bookNote').where('book', 'in', ids).execute()
  const notes = inputs.flatMap(({ id, notes }) => notes.map((note) => ({ ...note, book: id })))
  if (notes.length > 0) await db.insertInto('bookNote').values(notes).execute()
}

/** Puts a book on the shelf. */
export const putBook = command('shelf.put', {
  input: Input,
  conference: () => null,
  load: async (db, input) => (await known(db, [input]))[0] ?? '',
  may: (actor) => holds(actor, '*', 'administrator'),
  decide(found, input) {
    must(input.title !== 'forbidden', 'shelf.forbidden')
    const notes = input.notes.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    return found === JSON.stringify({ ...input, notes }) ? null : input
  },
  save: (db, input) => store(db, [input]),
  subject: (_, { id }) => `book/${id}`,
  touches: () => ['shelf'],
  many: {
    load: known,
    save: (db, decisions) => store(db, decisions),
  },
})

const BOOKS = [
  text('id', 'The mark on its back.', { required: true, example: 'a1' }),
  label('shelf_said', 'The word for shelf, in the asked language.'),
  text('title', 'What stands on its cover.'),
  decimal('price', 'What it costs.', { example: '12.50' }),
  integer('pages', 'How many pages it has.'),
  day('printed', 'The day on which it was printed.'),
  list('tags', 'What it is about.', { required: true }),
]
const NOTES = [
  text('id', 'The mark of the note.', { required: true }),
  text('book', 'The book in which it stands.', { required: true }),
  integer('page', 'The page.', { required: true }),
  text('words', 'What was written.', { required: true }),
]

const COLUMNS = {
  key: sql.ref('book.id'),
  by: {
    title: sql.ref('book.title'),
    pages: sql.ref('book.pages'),
    printed: sql.ref('book.printed'),
  },
  numbers: ['pages'],
}

const books = dataset('books', {
  title: (language) => `Books (${language})`,
  description: () => 'What stands on the shelf',
  columns: BOOKS,
  key: 'id',
  filters: {
    title: { description: 'Only of this title.', schema: z.string().max(40), example: 'Peace' },
  },
  sortable: ['title', 'pages', 'printed'],
  dated: true,
  topics: ['shelf'],
  read: async (db, wish) =>
    (await pageOf(db.selectFrom('book').selectAll(), COLUMNS, wish).execute()).map(
      (book): Row => ({ ...book, shelf_said: `shelf/${wish.language}/${wish.day}` }),
    ),
  count: async (db, wish: Wish) => {
    const counted = db.selectFrom('book').select((from) => from.fn.countAll<number>().as('n'))
    return (await allOf(counted, COLUMNS, wish).executeTakeFirstOrThrow()).n
  },
  restore: (row, { notes = [] }) => [
    {
      command: putBook,
      input: {
        ...factOf(BOOKS, row),
        notes: notes.map((note) => {
          const { book: _, ...own } = factOf(NOTES, note)
          return own
        }),
      },
    },
  ],
})

const notes = dataset('notes', {
  title: () => 'Notes',
  description: () => 'What was written into books',
  columns: NOTES,
  key: 'id',
  filters: {},
  sortable: ['page'],
  dated: false,
  topics: ['shelf'],
  partOf: { dataset: 'books', column: 'book' },
  ...inMemory('id', (db) => db.selectFrom('bookNote').selectAll().execute()),
})

/** The feature of these data. */
export const shelf = feature('shelf', {
  say: (_, key) => key,
  commands: [putBook],
  datasets: [books, notes],
})
