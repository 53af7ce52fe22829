import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import {
  choice,
  derived,
  integer,
  label,
  list,
  object,
  day as onDay,
  partialDay,
  text,
  yesOrNo,
} from '../../../platform/dataset/columns.ts'
import { dataset, type Row, type Wish } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import {
  quantityCells,
  quantityColumns,
  quantityFrom,
} from '../../../platform/dataset/quantities.ts'
import { CategoryCode } from '../../capabilities/categories.model.ts'
import { CapabilityCode } from '../../capabilities/model.ts'
import { nameOn, type Party } from '../../parties/model.ts'
import { partiesOf } from '../../parties/queries.ts'
import { EVER, levelOn, standingOn } from '../history/standing.ts'
import { LEVELS, STAGES, Stage } from '../history.model.ts'
import { CONDITIONS, Condition } from '../model.ts'
import { giversOf, isJoint, Role } from '../shares.model.ts'
import { say } from '../words.ts'
import { countListed, type Listed, listedIds, listedPledges, wordedOn } from './listed.queries.ts'
import { deliveryFrom, readinessFrom } from './reports.datasets.ts'
import { restorePledge, withdrawalOf } from './restore.commands.ts'
import { shareFrom } from './shares.datasets.ts'
import { formerFrom } from './versions.datasets.ts'

const MUST = { required: true } as const
const OURS = 'each with whether it is our classification'

const HEAD = [
  text('id', 'The identifier, for life.', { required: true, example: 'KOR-2021-01' }),
  text(
    'conference',
    'The conference at which it was announced; empty where no source ties it to one.',
    {
      example: 'seoul2021',
    },
  ),
  partialDay('announced_on', 'The day of the announcement, as far as it is known.', {
    example: '2021-12-07',
  }),
  choice(
    'state',
    'Withdrawn or not; what was announced stays visible.',
    ['announced', 'withdrawn'],
    MUST,
  ),
  text('lead', 'The code of the party that leads.', { example: 'KOR' }),
  label('lead_name', 'The name of the party that leads, in the asked language.'),
  derived(list('parties', 'Codes of everybody who promises something, each once.')),
  derived(yesOrNo('joint', 'Whether several parties promise it together; it counts once.')),
  label('title', 'The title, in the asked language or the next best.'),
  label('summary', 'What was promised, in the asked language or the next best.'),
]
const TAIL = [
  list('capabilities', 'Codes of capabilities.', {
    ...MUST,
    example: ['aviation.helicopter.utility'],
  }),
  list('categories', `Categories of the edition, ${OURS}.`, MUST),
  list('priorities', `Priorities of A4P+ by number, ${OURS}.`, MUST),
  list('cross_cutting', `Cross-cutting themes, ${OURS}.`, MUST),
  list('missions', 'Acronyms of missions.', MUST),
  list('beneficiaries', 'Codes of parties that it is for.', MUST),
  partialDay('from', 'From when, as far as it was said.'),
  partialDay('until', 'Until when, as far as it was said.'),
  list('conditions', `On what it depends: ${CONDITIONS.join(', ')}.`, MUST),
  list('rotation', 'Turns: the same unit, one party after the other.', MUST),
  list('links', 'What it has to do with other pledges.', MUST),
  text('part_of', 'The pledge whose amount already contains this one.'),
  list('requirements', `Requirements that it answers, ${OURS}.`, MUST),
  derived(choice('stage', 'The furthest stage that was reported.', STAGES)),
  derived(partialDay('reported_on', 'The last report of anything beyond the announcement.')),
  derived(choice('readiness', 'The level that was reported.', LEVELS)),
  text('announced_in', 'The language in which it was announced (BCP 47).'),
  text('words', 'The words of the announcement, where they are kept.'),
  object('title_text', 'The title, by language.', { ...MUST, field: 'title' }),
  object('summary_text', 'What was promised, by language.', { ...MUST, field: 'summary' }),
  object('beneficiaries_note', 'A remark on whom it is for, by language.'),
  object('baseline', 'What there was before, by language.'),
  list('found', 'Which of the twelve elements public sources give.'),
  list('disagreements', 'Where sources differ, what each says.', MUST),
  object('note', 'A remark, by language.'),
  list('sources', 'Publisher, address, date and our grade of each source.', MUST),
  onDay('sources_read_until', 'The day until which public sources were read.', { field: 'asOf' }),
  integer('version', 'How often the wording was changed, and once more.', MUST),
  list('confirmations', 'Parties that confirmed it here, and when.', MUST),
  object('withdrawal', 'When it was withdrawn here, and why.'),
]
const PLAIN = [...HEAD, ...TAIL]
const COLUMNS = [...HEAD, ...quantityColumns('quantity', 'what was promised'), ...TAIL]

/** Fields of the record; all others are terms. */
const OF_RECORD = ['id', 'announcedOn', 'state', 'asOf', 'version', 'confirmations', 'withdrawal']

const said = (words: Text, language: Language) => readingOf(words, language).value

function rowFrom(
  found: Listed,
  { asOf, day, language }: Wish,
  parties: ReadonlyMap<PartyCode, Party>,
) {
  const pledge = wordedOn(found, asOf)
  const { terms, delivery, readiness } = pledge
  const lead = terms.lead && parties.get(terms.lead)
  const { stage, reportedOn } = standingOn(delivery, asOf ?? EVER)
  const { shares, quantity, ...rest } = terms
  return {
    ...rowOf(
      PLAIN,
      { ...rest, ...pledge, audiences: null },
      {
        state: pledge.withdrawn ? 'withdrawn' : 'announced',
        lead_name: lead ? nameOn(lead, day, language).short : null,
        parties: giversOf(shares),
        joint: isJoint(shares),
        title: said(terms.title, language),
        summary: said(terms.summary, language),
        stage,
        reported_on: reportedOn,
        readiness: levelOn(readiness, asOf ?? EVER),
        confirmations: pledge.confirmations.map(({ party, at }) => ({ party, at: at.toString() })),
        withdrawal: withdrawn(pledge),
      },
    ),
    ...quantityCells('quantity', quantity),
  }
}

const withdrawn = (pledge: Listed) => {
  const withdrawal = withdrawalOf(pledge)
  return withdrawal && { at: withdrawal.at.toString(), note: withdrawal.note }
}

/** What was promised, each pledge in its last wording. */
export const pledges = dataset('pledges', {
  title: (language) => say(language, 'dataset.pledges'),
  description: (language) => say(language, 'dataset.pledges.about'),
  columns: COLUMNS,
  key: 'id',
  filters: {
    conference: {
      description: 'Only pledges announced at this conference.',
      schema: ConferenceId,
      example: 'seoul2021',
    },
    lead: { description: 'Only pledges that this party leads.', schema: PartyCode, example: 'KOR' },
    party: {
      description: 'Only pledges in which this party has a share.',
      schema: PartyCode,
      example: 'KOR',
    },
    role: {
      description: 'Only pledges in which somebody has this role.',
      schema: Role,
      example: 'equipment',
    },
    capability: {
      description: 'Only pledges of this capability, or of what stands below it.',
      schema: CapabilityCode,
      example: 'aviation',
    },
    category: {
      description: 'Only pledges of this category of an edition.',
      schema: CategoryCode,
      example: '2021.capabilities',
    },
    mission: {
      description: 'Only pledges that name this mission.',
      schema: PartyCode,
      example: 'MINUSMA',
    },
    condition: {
      description: 'Only pledges that depend on this.',
      schema: Condition.shape.kind,
      example: 'un-request',
    },
    delivery: {
      description: 'Only pledges of which this is the furthest stage that was reported.',
      schema: Stage,
      example: 'delivered',
    },
  },
  sortable: ['conference', 'lead', 'announced_on'],
  dated: true,
  topics: ['pledges'],
  count: countListed,
  async read(db, wish) {
    const found = await listedPledges(db, await listedIds(db, wish))
    const leads = found.flatMap(({ terms }) => terms.lead ?? [])
    const parties = await partiesOf(db, [...new Set(leads)])
    return found.map((pledge): Row => rowFrom(pledge, wish, parties))
  },
  restore(row, parts) {
    const fact = factOf(PLAIN, row)
    const of = (record: boolean) =>
      Object.entries(fact).filter(([field]) => OF_RECORD.includes(field) === record)
    const { shares = [], deliveries = [], readiness = [] } = parts
    return [
      {
        command: restorePledge,
        input: {
          ...Object.fromEntries(of(true)),
          terms: {
            ...Object.fromEntries(of(false)),
            quantity: quantityFrom(row, 'quantity'),
            shares: shares.map(shareFrom),
          },
          delivery: deliveries.map(deliveryFrom),
          readiness: readiness.map(readinessFrom),
          former: (parts['pledge-versions'] ?? []).map(formerFrom),
        },
      },
    ]
  },
})
