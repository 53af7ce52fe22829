import { readingOf } from '../../../kernel/text.ts'
import {
  derived,
  instant,
  integer,
  label,
  list,
  object,
  text,
} from '../../../platform/dataset/columns.ts'
import { dataset, type Row } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { retireIdentifier } from '../keeping/retire.commands.ts'
import { PledgeId } from '../model.ts'
import { everyRetirement } from '../queries.ts'
import { say } from '../words.ts'
import { inPledges } from './parts.queries.ts'
import { nth } from './shares.datasets.ts'

const MUST = { required: true } as const

const VERSION = [
  derived(text('id', 'Pledge and version.', MUST)),
  text('pledge', 'The pledge.', { required: true, example: 'KOR-2021-01' }),
  integer('version', 'The number of the wording.', MUST),
  instant('replaced_at', 'When it was replaced.', MUST),
  label('why', 'Why it was replaced, in the asked language or the next best.'),
  object('why_text', 'Why it was replaced, by language.', { field: 'why' }),
  object('terms', 'What was promised then.', MUST),
  list('delivery', 'Reports on delivery that stood then.', MUST),
  list('readiness', 'Reports on readiness that stood then.', MUST),
]

/** A former wording as the command takes it. */
export function formerFrom(row: Row) {
  const { pledge: _, ...former } = factOf(VERSION, row)
  return former
}

/** What pledges said before they were amended. */
export const pledgeVersions = dataset('pledge-versions', {
  title: (language) => say(language, 'dataset.pledge-versions'),
  description: (language) => say(language, 'dataset.pledge-versions.about'),
  columns: VERSION,
  key: 'id',
  filters: {
    pledge: {
      description: 'Only wordings of this pledge.',
      schema: PledgeId,
      example: 'KOR-2021-01',
    },
  },
  sortable: [],
  dated: false,
  topics: ['pledges'],
  partOf: { dataset: 'pledges', column: 'pledge' },
  ...inPledges('versions', async (found, { language }) =>
    found.map((pledge) =>
      pledge.former.map(
        (former): Row =>
          rowOf(VERSION, former, {
            id: `${pledge.id}.${nth(former.version)}`,
            pledge: pledge.id,
            replaced_at: former.replacedAt.toString(),
            why: former.why && readingOf(former.why, language).value,
          }),
      ),
    ),
  ),
})

const RETIRED = [
  text('pledge', 'The identifier.', MUST),
  label('why', 'Why it is no longer a pledge, in the asked language or the next best.'),
  object('why_text', 'The same by language.', { ...MUST, field: 'why' }),
]

/** Identifiers that are no longer pledges, and why. */
export const retiredIdentifiers = dataset('retired-identifiers', {
  title: (language) => say(language, 'dataset.retired-identifiers'),
  description: (language) => say(language, 'dataset.retired-identifiers.about'),
  columns: RETIRED,
  key: 'pledge',
  filters: {},
  sortable: [],
  dated: false,
  topics: ['pledges'],
  ...inMemory('pledge', async (db, { language }) =>
    (await everyRetirement(db)).map(({ id, why }) =>
      rowOf(RETIRED, { pledge: id, why }, { why: readingOf(why, language).value }),
    ),
  ),
  restore: (row) => [{ command: retireIdentifier, input: factOf(RETIRED, row) }],
})
