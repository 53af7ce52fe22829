import { z } from 'zod'
import { ConferenceId } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { revisedText, Text } from '../../../kernel/text.ts'
import { PartialDay } from '../../../kernel/time.ts'
import { type Circumstances, command, type Writing } from '../../../platform/command/command.ts'
import { versionOf } from '../../../platform/command/version.ts'
import { CountingRule } from '../figure.model.ts'
import { freeId } from '../keeping/free-id.ts'
import { type Made, madeBy } from '../keeping/made.ts'
import { mayEditSeries, Series } from '../model.ts'
import { everySeries, seriesWithVersion } from '../queries.ts'

/** A series as it is from now on, and what it replaces. */
export interface SeriesChange {
  record: Series
  replaces: { version: number } | null
  made: Made
  loaded?: Series
  /** Whether the record is another than before; else only what was loaded is noted. */
  isNews?: boolean
}

/** The new record takes the place of the old one, which is kept as a version. */
export async function saveSeries(db: Writing, change: SeriesChange): Promise<void> {
  const { record, replaces, made, loaded, isNews = true } = change
  const { id } = record
  const noted = loaded && { loaded: JSON.stringify(loaded) }
  if (!isNews && noted) {
    await db.updateTable('conferenceSeries').set(noted).where('id', '=', id).execute()
    return
  }
  if (replaces) await keepVersion(db, id, replaces.version, made.at)
  const row = {
    record: JSON.stringify(record),
    version: (replaces?.version ?? 0) + 1,
    ...{ deed: made.deed, madeBy: made.by, madeAt: made.at },
    ...noted,
  }
  await db
    .insertInto('conferenceSeries')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

async function keepVersion(db: Writing, series: string, version: number, at: Temporal.Instant) {
  const { record, ...made } = await db
    .selectFrom('conferenceSeries')
    .select(['record', 'deed', 'madeBy', 'madeAt'])
    .where('id', '=', series)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('conferenceSeriesVersion')
    .values({ series, version, replacedAt: at, record: JSON.stringify(record), ...made })
    .execute()
}

const Of = z.strictObject({ series: Series.shape.id })

/** A deed to a series: for the administrator. */
const seriesDeed = <Input extends z.infer<typeof Of>>(
  name: string,
  parts: {
    input: z.ZodType<Input>
    seen(series: Series, input: Input): unknown
    change(series: Series, input: Input, circumstances: Circumstances): Partial<Series>
  },
) =>
  command(name, {
    input: parts.input,
    conference: () => null,
    load: (db, { series }) => seriesWithVersion(db, series),
    may: (actor) => mayEditSeries(actor),
    version: (stored, input) => versionOf(stored ? parts.seen(stored.series, input) : null),
    decide(stored, input, circumstances): SeriesChange | null {
      must(stored, 'conferences.unknown-series')
      const record = { ...stored.series, ...parts.change(stored.series, input, circumstances) }
      if (same(stored.series, record)) return null
      return { record, replaces: stored, made: madeBy(name, circumstances) }
    },
    save: saveSeries,
    subject: ({ record }) => `series/${record.id}`,
    touches: () => ['conferences'],
  })

/** Begins the series of this instance. */
export const beginSeries = command('conferences.begin-series', {
  input: Of.extend({ name: Text, summary: Text }),
  conference: () => null,
  load: (db) => everySeries(db),
  may: (actor) => mayEditSeries(actor),
  decide(stored, { series: id, name, summary }, circumstances): SeriesChange {
    must(stored.length === 0, 'conferences.one-series')
    const record: Series = {
      id,
      names: [{ name, from: null, until: null, sources: [] }],
      summary: { title: summary, sources: [] },
      functions: { list: [], sources: [] },
      ...{ nameChange: null, main: null, next: null, counting: {}, sources: {} },
    }
    return { record, replaces: null, made: madeBy('conferences.begin-series', circumstances) }
  },
  save: saveSeries,
  subject: ({ record }) => `series/${record.id}`,
  touches: () => ['conferences'],
})

/** Gives a series another name from a day on; pages of earlier editions keep the name of their time. */
export const renameSeries = seriesDeed('conferences.rename-series', {
  input: Of.extend({ name: Text, from: PartialDay }),
  seen: ({ names }) => names,
  change({ names }, { name, from }) {
    const until = names.map((one, at) => (at === names.length - 1 ? { ...one, until: from } : one))
    return { names: [...until, { name, from, until: null, sources: [] }] }
  },
})

/** Says the present name in other words or more languages. */
export const rewordSeries = seriesDeed('conferences.reword-series', {
  input: Of.extend({ name: Text }),
  seen: ({ names }) => names,
  change({ names }, { name }) {
    const last = names.at(-1)
    must(last, 'conferences.unknown-entry')
    return { names: names.with(-1, { ...last, name: revisedText(last.name, name) }) }
  },
})

/** Says what the series is, what it is for, and which edition a newcomer is led to. */
export const describeSeries = seriesDeed('conferences.describe-series', {
  input: Of.extend({
    summary: Text,
    functions: z.array(Text),
    main: ConferenceId.nullable(),
  }),
  seen: ({ summary, functions, main }) => [summary.title, functions.list, main],
  change: (series, { summary, functions, main }) => ({
    summary: { ...series.summary, title: revisedText(series.summary.title, summary) },
    functions: {
      ...series.functions,
      list: functions.map((one, at) => revisedText(series.functions.list[at] ?? null, one)),
    },
    main,
  }),
})

/** Adds a way of counting: what a figure is a figure of. */
export const addCountingRule = seriesDeed('conferences.add-counting-rule', {
  input: Of.extend({ rule: CountingRule }),
  seen: () => null,
  change: ({ counting }, { rule }) => ({
    counting: { ...counting, [freeId(rule.label, 'rule', new Set(Object.keys(counting)))]: rule },
  }),
})

/** Says in other words what is counted; the figures that follow the rule follow it still. */
export const changeCountingRule = seriesDeed('conferences.change-counting-rule', {
  input: Of.extend({ code: z.string(), rule: CountingRule }),
  seen: ({ counting }, { code }) => counting[code] ?? null,
  change({ counting }, { code, rule }) {
    const before = counting[code]
    must(before, 'conferences.unknown-counting-rule', { rule: code })
    const revised = {
      group: rule.group,
      label: revisedText(before.label, rule.label),
      rule: revisedText(before.rule, rule.rule),
    }
    return { counting: { ...counting, [code]: revised } }
  },
})
