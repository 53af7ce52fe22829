import { PartyCode } from '../../../kernel/ids.ts'
import {
  choice,
  day,
  derived,
  integer,
  label,
  list,
  object,
  partialDay,
  text,
  yesOrNo,
} from '../../../platform/dataset/columns.ts'
import { dataset } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { recordGroup } from '../commands.ts'
import { GroupCode, GroupKind, MembershipStatus } from '../groups.model.ts'
import { nameOn } from '../model.ts'
import { everyGroupInFull, everyMembership, everyParty } from '../queries.ts'
import { say } from '../words.ts'

const GROUP = [
  text('code', 'The code of the group.', { required: true, example: 'c34' }),
  choice('kind', 'What kind of group it is.', GroupKind.options, { required: true }),
  label('name', 'The name, in the asked language.'),
  text('organisation', 'The organization whose group it is, by its code.'),
  object('names', 'The name, by language.', { required: true }),
  partialDay('as_of', 'The day of what is known of it.', { required: true }),
  integer('stated_size', 'How many members sources state; never the length of our list.'),
  yesOrNo('complete', 'Whether all members are listed.', { required: true }),
  object('created', 'Day and document of its creation.'),
  object('rule', 'The rule of membership, with its source.'),
  text('list', 'The document that prints the members.'),
  list('sizes', 'How many members a source counted at a time.', { required: true }),
  list('sources', 'Publisher, address, date and our grade of each source.', { required: true }),
]

const MEMBERSHIP = [
  derived(text('id', 'Group and party.', { required: true, example: 'c34.KOR' })),
  text('group', 'The code of the group.', { required: true, example: 'c34' }),
  text('party', 'The code of the party.', { required: true, example: 'KOR' }),
  label('party_name', 'The name of the party, in the asked language.'),
  choice('role', 'Member or observer.', ['member', 'observer'], { required: true }),
  partialDay('from', 'Since when.'),
  day('until', 'The last day.'),
  choice('status', 'How surely it is known.', MembershipStatus.options, { required: true }),
  object('note', 'A remark, by language.'),
  list('sources', 'Publisher, address, date and our grade of each source.', { required: true }),
]

/** Groups; their members are parts of them. */
export const groups = dataset('groups', {
  title: (language) => say(language, 'dataset.groups'),
  description: (language) => say(language, 'dataset.groups.about'),
  columns: GROUP,
  key: 'code',
  filters: {
    kind: {
      description: 'Only groups of this kind.',
      schema: GroupKind,
      example: 'regional-group',
    },
  },
  sortable: ['kind'],
  dated: false,
  topics: ['parties'],
  ...inMemory('code', async (db, { language }) =>
    (await everyGroupInFull(db)).map((group) =>
      rowOf(GROUP, group, { name: group.names[language] }),
    ),
  ),
  restore: (row, { memberships: members = [] }) => [
    {
      command: recordGroup,
      input: {
        ...factOf(GROUP, row),
        members: members.map((member) => {
          const { group: _, ...membership } = factOf(MEMBERSHIP, member)
          return membership
        }),
      },
    },
  ],
})

/** Who belongs to which group, and how surely that is known. */
export const memberships = dataset('memberships', {
  title: (language) => say(language, 'dataset.memberships'),
  description: (language) => say(language, 'dataset.memberships.about'),
  columns: MEMBERSHIP,
  key: 'id',
  filters: {
    group: {
      description: 'Only memberships of this group.',
      schema: GroupCode,
      example: 'c34',
    },
    party: {
      description: 'Only memberships of this party.',
      schema: PartyCode,
      example: 'KOR',
    },
  },
  sortable: ['party', 'status'],
  dated: false,
  topics: ['parties'],
  partOf: { dataset: 'groups', column: 'group' },
  ...inMemory('id', async (db, { language, day: on }) => {
    const names = new Map(
      (await everyParty(db)).map((party) => [party.code, nameOn(party, on, language).short]),
    )
    return (await everyMembership(db)).map((membership) =>
      rowOf(MEMBERSHIP, membership, {
        id: `${membership.group}.${membership.party}`,
        party_name: names.get(membership.party) ?? null,
      }),
    )
  }),
})
