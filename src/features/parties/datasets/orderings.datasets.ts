import { z } from 'zod'
import { choice, day, integer, list, object, text } from '../../../platform/dataset/columns.ts'
import { dataset, type Row } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { recordOrdering } from '../commands.ts'
import type { Ordering } from '../orderings.model.ts'
import { everyOrdering } from '../queries.ts'
import { say } from '../words.ts'

const KINDS = ['classes', 'seat', 'by-hand'] as const

/** The columns that each kind of order has beside its identifier. */
const OF_KIND: Readonly<Record<Ordering['kind'], readonly string[]>> = {
  classes: ['from', 'classes'],
  seat: ['session', 'year', 'first', 'document', 'source'],
  'by-hand': ['parties', 'source'],
}

const COLUMNS = [
  text('id', 'The identifier of the decision.', { required: true }),
  choice('kind', 'Order classes, a first seat drawn by lot, or an order by hand.', KINDS, {
    required: true,
  }),
  day('from', 'Order classes: from when they hold; empty where that was always so.'),
  list('classes', 'Order classes: who stands in them, and by which name.'),
  integer('session', 'First seat: the session of the General Assembly.'),
  integer('year', 'First seat: the year.'),
  text('first', 'First seat: the code of the delegation that was drawn.'),
  text('document', 'First seat: the document.'),
  list('parties', 'Order by hand: the codes, in the order as it was given.'),
  object('source', 'Publisher, address, date and our grade of the source.'),
]

function inputOf(row: Row) {
  const fact = factOf(COLUMNS, row)
  const own = OF_KIND[fact.kind as Ordering['kind']] ?? []
  return Object.fromEntries(
    Object.entries(fact).filter(
      ([field, value]) => field === 'id' || field === 'kind' || own.includes(field) || value,
    ),
  )
}

/** Decisions on the order of parties. */
export const orderings = dataset('orderings', {
  title: (language) => say(language, 'dataset.orderings'),
  description: (language) => say(language, 'dataset.orderings.about'),
  columns: COLUMNS,
  key: 'id',
  filters: {
    kind: {
      description: 'Only decisions of this kind.',
      schema: z.enum(KINDS),
      example: 'classes',
    },
  },
  sortable: ['kind', 'session', 'year'],
  dated: false,
  topics: ['parties'],
  ...inMemory('id', async (db) =>
    (await everyOrdering(db)).map((ordering) => rowOf(COLUMNS, ordering)),
  ),
  restore: (row) => [{ command: recordOrdering, input: inputOf(row) }],
})
