import { sql } from 'kysely'
import { PartyCode } from '../../../kernel/ids.ts'
import { majorOf, minorOf } from '../../../kernel/money.ts'
import { Unit } from '../../../kernel/quantity.ts'
import { readingOf } from '../../../kernel/text.ts'
import { allOf, type Columns, pageOf } from '../../../platform/dataset/by-key.ts'
import {
  choice,
  decimal,
  instant,
  label,
  list,
  object,
  partialDay,
  text,
  yesOrNo,
} from '../../../platform/dataset/columns.ts'
import { dataset, type Row, type Wish } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { nameOn } from '../../parties/model.ts'
import { partiesOf } from '../../parties/queries.ts'
import { PledgeId } from '../../pledges/model.ts'
import { restoreReport } from '../reports/commands.ts'
import { type Report, reportSeenBy, Told } from '../reports/model.ts'
import { listedReports, reportFrom } from '../reports/queries.ts'
import { say } from '../words.ts'

const MUST = { required: true } as const

const REPORT = [
  text('id', 'The identifier of the report.', MUST),
  text('pledge', 'The pledge that it is about.', { required: true, example: 'KOR-2021-01' }),
  text('party', 'The party that reports on its share.', { required: true, example: 'KOR' }),
  label('party_name', 'The name of the party, in the asked language.'),
  text('round', 'The round in which it was asked for.'),
  yesOrNo('on_behalf', 'Whether the secretariat handed it in for the party.', MUST),
  instant('reported_at', 'When it was handed in.', MUST),
  choice('stage', 'How far the share is carried out.', Told.shape.stage.options, MUST),
  partialDay('on', 'The day of which this is said.', MUST),
  decimal('reached', 'The level reached by then, never an addition; money in whole units.'),
  choice('reached_unit', 'What is counted.', Unit.options),
  text('reached_currency', 'The currency of money (ISO 4217).'),
  object('dates', 'From when to when it is, or will be, carried out.'),
  label('note', 'The words of the party, in the asked language or the next best.'),
  object('note_text', 'The words of the party, by language.', { field: 'note' }),
  object('next_step', 'What comes next, by language, and until when.'),
  list('evidence', 'Sources that the party opens to everybody.', MUST),
  object('obstacle', 'What stands in the way, where the party opens that to everybody.'),
  object('audiences', 'Fields that the party opened to everybody.', MUST),
]

function reachedCells({ quantity }: Report): Row {
  const { value, unit, currency } = quantity ?? { value: null, unit: null, currency: null }
  return {
    reached: value === null ? null : currency === null ? String(value) : majorOf(value, currency),
    reached_unit: unit,
    reached_currency: currency,
  }
}

function reportOf(row: Row) {
  const { reached, reachedUnit: unit, reachedCurrency: currency, ...rest } = factOf(REPORT, row)
  const said = String(reached)
  const value =
    typeof currency === 'string'
      ? minorOf(said, currency)
      : /^\d+$/.test(said)
        ? Number(said)
        : null
  return { ...rest, quantity: reached === null ? null : { value: value ?? said, unit, currency } }
}

const COLUMNS: Columns = {
  key: sql`progress_report.id::text`,
  by: {
    pledge: sql.ref('progressReport.pledge'),
    party: sql.ref('progressReport.party'),
    round: sql.ref('progressReport.round'),
    reported_at: sql`progress_report.reported_at`,
    on: sql.ref('progressReport.on'),
  },
  numbers: ['reported_at'],
}

/** What parties report of their own shares, as everybody may see it. */
export const reports = dataset('reports', {
  title: (language) => say(language, 'dataset.reports'),
  description: (language) => say(language, 'dataset.reports.about'),
  columns: REPORT,
  key: 'id',
  filters: {
    pledge: {
      description: 'Only reports on this pledge.',
      schema: PledgeId,
      example: 'KOR-2021-01',
    },
    party: { description: 'Only reports of this party.', schema: PartyCode, example: 'KOR' },
  },
  sortable: ['pledge', 'party', 'reported_at', 'on'],
  dated: false,
  topics: ['followup', 'pledges'],
  async read(db, wish) {
    const rows = await pageOf(listedReports(db), COLUMNS, wish).execute()
    const seen = rows.flatMap((row) => reportSeenBy('public', reportFrom(row)) ?? [])
    const parties = await partiesOf(db, [...new Set(seen.map(({ party }) => party))])
    return seen.map((report) => {
      const party = parties.get(report.party)
      return rowOf(REPORT, report, {
        party_name: party ? nameOn(party, wish.day, wish.language).short : null,
        note: report.note && readingOf(report.note, wish.language).value,
        ...reachedCells(report),
      })
    })
  },
  async count(db, wish: Wish) {
    const counted = listedReports(db)
      .clearSelect()
      .select((from) => from.fn.countAll<number>().as('reports'))
    return (await allOf(counted, COLUMNS, wish).executeTakeFirstOrThrow()).reports
  },
  restore: (row) => [{ command: restoreReport, input: reportOf(row) }],
})
