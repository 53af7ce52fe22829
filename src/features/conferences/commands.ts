import { z } from 'zod'
import { holds } from '../../kernel/actor.ts'
import { same } from '../../kernel/same.ts'
import { revised } from '../../kernel/wording/texts.ts'
import { command } from '../../platform/command/command.ts'
import { saveSeries } from './deeds/series.commands.ts'
import { keepHistory } from './history.ts'
import {
  type Change,
  changed,
  conferenceKnown,
  saveRecord,
  touchedBy,
} from './keeping/keep.commands.ts'
import { madeBy } from './keeping/made.ts'
import { withNews } from './keeping/news.ts'
import { Conference, partiesOf, Series } from './model.ts'
import { loadedConference, loadedSeries, seriesWithVersion } from './queries.ts'

/** Records what a series is called, what it is for, and how its figures are counted. */
export const recordSeries = command('conferences.record-series', {
  input: Series,
  conference: () => null,
  load: async (db, { id }) => ({
    stored: await seriesWithVersion(db, id),
    loaded: await loadedSeries(db, id),
  }),
  may: (actor) => holds(actor, '*', 'loader', 'administrator'),
  decide({ stored, loaded }, file, circumstances) {
    const isLoaded = holds(circumstances.actor, '*', 'loader')
    const said = isLoaded ? withNews(stored?.series ?? null, loaded, file) : file
    const record = revised(stored?.series, said)
    const isNews = !same(stored?.series, record)
    if (!isNews && (!isLoaded || same(loaded, file))) return null
    const made = madeBy('conferences.record-series', circumstances)
    return { record, replaces: stored, made, isNews, ...(isLoaded && { loaded: file }) }
  },
  save: saveSeries,
  subject: ({ record }) => `series/${record.id}`,
  touches: () => ['conferences'],
})

/** The record after a new one: what was announced before stays in its history, and what its secretariat set. */
const withHistory = (before: Conference | undefined, input: Conference): Conference => ({
  ...input,
  zone: keepHistory(before?.zone ?? [], input.zone),
  dates: keepHistory(before?.dates ?? [], input.dates),
  venue: keepHistory(before?.venue ?? [], input.venue),
  format: keepHistory(before?.format ?? [], input.format),
  sources: { ...before?.sources, ...input.sources },
  settings: before?.settings ?? input.settings,
})

/** Records all that is known of a conference; what was announced before stays in its history. */
export const recordConference = command('conferences.record', {
  input: Conference,
  conference: (input) => input.id,
  load: async (db, input) => ({
    known: await conferenceKnown(db, input, partiesOf(input)),
    loaded: await loadedConference(db, input.id),
  }),
  may: (actor, _, input) =>
    [input.id, input.parent].some(
      (id) => id !== null && holds(actor, id, 'loader', 'administrator', 'host-secretariat'),
    ),
  decide({ known, loaded }, input, circumstances): Change | null {
    const before = known.stored?.conference
    const isLoaded = holds(circumstances.actor, input.id, 'loader')
    const file = isLoaded ? withNews(before ?? null, loaded, input) : input
    const made = madeBy('conferences.record', circumstances)
    const change = changed(known, withHistory(before, file), made)
    if (!isLoaded) return change
    if (change) return { ...change, loaded: input }
    return before && !same(loaded, input)
      ? { record: before, replaces: known.stored, made, loaded: input, isNews: false }
      : null
  },
  save: saveRecord,
  subject: ({ record }) => `conference/${record.id}`,
  answer: ({ replaces, isNews = true }) => ({
    version: (replaces?.version ?? 0) + (isNews ? 1 : 0),
  }),
  touches: ({ record }) => touchedBy(record),
})

/** Records a conference as an archive states it, with its version; where one is recorded already, it becomes the next. */
export const restoreConference = command('conferences.restore', {
  input: Conference.extend({ version: z.int().positive() }),
  conference: (input) => input.id,
  load: (db, input) => conferenceKnown(db, input, partiesOf(input)),
  may: (actor) => holds(actor, '*', 'administrator'),
  decide(known, { version, ...input }, circumstances): Change | null {
    const made = madeBy('conferences.restore', circumstances)
    const change = changed(known, withHistory(known.stored?.conference, input), made)
    return change && { ...change, version: change.replaces ? null : version }
  },
  save: saveRecord,
  subject: ({ record }) => `conference/${record.id}`,
  touches: ({ record }) => touchedBy(record),
})
