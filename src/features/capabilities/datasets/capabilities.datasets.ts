import { choice, integer, label, list, object, text } from '../../../platform/dataset/columns.ts'
import { dataset } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { recordCapability } from '../commands.ts'
import { CapabilityCode, CapabilityKind } from '../model.ts'
import { everyCapability } from '../queries.ts'
import { say } from '../words.ts'

const COLUMNS = [
  text('code', 'The code; each part narrows the one before it.', {
    required: true,
    example: 'aviation.helicopter.utility',
  }),
  text('parent', 'The code one step up.'),
  integer('position', 'Its place in the printed tree.', { required: true }),
  choice('kind', 'A formed unit, support, or individuals.', CapabilityKind.options, {
    required: true,
  }),
  label('name', 'The name, in the asked language.'),
  object('names', 'The name, by language.', { required: true }),
  object(
    'recipe',
    'What a whole unit is made up of; without sources it is an illustration of ours.',
  ),
  list('sizes_seen', 'The sizes that pledges or deployments showed; no norm.', { required: true }),
]

/** The taxonomy of capabilities. */
export const capabilities = dataset('capabilities', {
  title: (language) => say(language, 'dataset.capabilities'),
  description: (language) => say(language, 'dataset.capabilities.about'),
  columns: COLUMNS,
  key: 'code',
  filters: {
    parent: {
      description: 'Only capabilities right below this one.',
      schema: CapabilityCode,
      example: 'aviation',
    },
    kind: { description: 'Only of this kind.', schema: CapabilityKind, example: 'unit' },
  },
  sortable: ['position', 'kind'],
  dated: false,
  topics: ['capabilities'],
  ...inMemory('code', async (db, { language }) =>
    (await everyCapability(db)).map((capability) =>
      rowOf(COLUMNS, capability, { name: capability.names[language] }),
    ),
  ),
  restore: (row) => [{ command: recordCapability, input: factOf(COLUMNS, row) }],
})
