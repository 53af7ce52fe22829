import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { majorOf, minorOf } from '../../../kernel/money.ts'
import { Unit } from '../../../kernel/quantity.ts'
import { readingOf } from '../../../kernel/text.ts'
import {
  choice,
  decimal,
  derived,
  integer,
  label,
  object,
  partialDay,
  text,
  yesOrNo,
} from '../../../platform/dataset/columns.ts'
import type { Column, Row } from '../../../platform/dataset/dataset.ts'
import { dataset } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { countsOn } from '../history/standing.ts'
import { type DeliveryEvent, Level, type ReadinessEvent, Stage, Voice } from '../history.model.ts'
import { PledgeId } from '../model.ts'
import { say } from '../words.ts'
import type { Listed } from './listed.queries.ts'
import { inPledges } from './parts.queries.ts'
import { nth } from './shares.datasets.ts'

const BEFORE: readonly Column[] = [
  derived(text('id', 'Pledge and position.', { required: true, example: 'KOR-2021-01.001' })),
  text('pledge', 'The pledge that it is about.', { required: true, example: 'KOR-2021-01' }),
  integer('position', 'Its place among the reports on the pledge, from 1.', { required: true }),
  derived(text('conference', 'The conference at which the pledge was announced.')),
]
const AFTER: readonly Column[] = [
  partialDay('on', 'When it was so, as far as that is known.', { example: '2023-12' }),
  choice('voice', 'Who says it.', Voice.options, { required: true }),
  derived(text('publisher', 'Who published it.')),
  derived(choice('grade', 'What the publisher is, in our grades.', ['A', 'B', 'C'])),
  yesOrNo('inferred', 'Whether we read it between the lines: shown, never counted.', {
    required: true,
  }),
  label('note', 'A remark, in the asked language or the next best.'),
  object('note_text', 'A remark, by language.', { field: 'note' }),
  object('source', 'Publisher, address, date and our grade.'),
]
const DELIVERY: readonly Column[] = [
  ...BEFORE,
  choice('stage', 'How far the promise is carried out.', Stage.options, { required: true }),
  text('party', 'The party whose share it is about; empty where the whole pledge is meant.'),
  decimal('reached', 'The level reached by then, never an addition; money in whole units.', {
    example: '6',
  }),
  choice('reached_unit', 'What is counted.', Unit.options),
  text('reached_currency', 'The currency of money (ISO 4217).'),
  ...AFTER,
]
const READINESS: readonly Column[] = [
  ...BEFORE,
  choice('level', 'The level of readiness.', Level.options, { required: true }),
  choice('what', 'Reached, renewed or ended.', ['reached', 'renewed', 'ended'], { required: true }),
  ...AFTER,
]

const FILTERS = {
  pledge: { description: 'Only reports on this pledge.', schema: PledgeId, example: 'KOR-2021-01' },
  conference: {
    description: 'Only reports on pledges announced at this conference.',
    schema: ConferenceId,
    example: 'seoul2021',
  },
}

const labelsOf = (pledge: Listed, event: DeliveryEvent | ReadinessEvent, place: number): Row => ({
  id: `${pledge.id}.${nth(place + 1)}`,
  pledge: pledge.id,
  position: place + 1,
  conference: pledge.terms.conference,
  publisher: event.source?.publisher ?? null,
  grade: event.source?.grade ?? null,
})

/** Events that were certain by the day; without a day all of them, also those without a date. */
const until = <Event extends DeliveryEvent | ReadinessEvent>(
  events: readonly Event[],
  asOf: string | null,
): (readonly [Event, number])[] =>
  events
    .map((event, place) => [event, place] as const)
    .filter(([event]) => asOf === null || countsOn({ ...event, inferred: false }, asOf))

function reachedCells({ quantity }: DeliveryEvent): Row {
  const { value, unit, currency } = quantity ?? { value: null, unit: null, currency: null }
  return {
    reached: value === null ? null : currency === null ? String(value) : majorOf(value, currency),
    reached_unit: unit,
    reached_currency: currency,
  }
}

function reachedFrom(row: Row): unknown {
  const { reached, reached_unit: unit, reached_currency: currency } = row
  if (reached === null || reached === undefined) return null
  const said = String(reached)
  const value =
    typeof currency === 'string'
      ? minorOf(said, currency)
      : /^\d+$/.test(said)
        ? Number(said)
        : null
  return { value: value ?? said, unit, currency: currency ?? null }
}

/** A report on delivery as the history of its pledge holds it. */
export function deliveryFrom(row: Row) {
  const {
    pledge: _,
    position: __,
    reached: ___,
    reachedUnit,
    reachedCurrency,
    ...event
  } = factOf(DELIVERY, row)
  return { ...event, quantity: reachedFrom(row) }
}

/** A report on readiness likewise. */
export function readinessFrom(row: Row) {
  const { pledge: _, position: __, ...event } = factOf(READINESS, row)
  return event
}

/** What was reported of delivery: dated levels, by whom, with the source. */
export const deliveries = dataset('deliveries', {
  title: (language) => say(language, 'dataset.deliveries'),
  description: (language) => say(language, 'dataset.deliveries.about'),
  columns: DELIVERY,
  key: 'id',
  filters: {
    ...FILTERS,
    stage: { description: 'Only reports of this stage.', schema: Stage, example: 'delivered' },
    voice: { description: 'Only reports of this voice.', schema: Voice, example: 'parliament' },
    party: {
      description: 'Only reports about the share of this party.',
      schema: PartyCode,
      example: 'KOR',
    },
  },
  sortable: [],
  dated: true,
  topics: ['pledges'],
  partOf: { dataset: 'pledges', column: 'pledge' },
  ...inPledges('delivery', async (found, { asOf, language }) =>
    found.map((pledge) =>
      until(pledge.delivery, asOf).map(
        ([event, place]): Row =>
          rowOf(DELIVERY, event, {
            ...labelsOf(pledge, event, place),
            ...reachedCells(event),
            note: event.note && readingOf(event.note, language).value,
          }),
      ),
    ),
  ),
})

/** What was reported of readiness. */
export const readinessReports = dataset('readiness', {
  title: (language) => say(language, 'dataset.readiness'),
  description: (language) => say(language, 'dataset.readiness.about'),
  columns: READINESS,
  key: 'id',
  filters: {
    ...FILTERS,
    level: { description: 'Only reports of this level.', schema: Level, example: '2' },
  },
  sortable: [],
  dated: true,
  topics: ['pledges'],
  partOf: { dataset: 'pledges', column: 'pledge' },
  ...inPledges('readiness', async (found, { asOf, language }) =>
    found.map((pledge) =>
      until(pledge.readiness, asOf).map(
        ([event, place]): Row =>
          rowOf(READINESS, event, {
            ...labelsOf(pledge, event, place),
            note: event.note && readingOf(event.note, language).value,
          }),
      ),
    ),
  ),
})
