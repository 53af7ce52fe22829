import { z } from 'zod'
import { ConferenceId } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { Text } from '../../../kernel/text.ts'
import { Zone } from '../../../kernel/time.ts'
import { command } from '../../../platform/command/command.ts'
import {
  type Change,
  changed,
  conferenceKnown,
  saveRecord,
  touchedBy,
} from '../keeping/keep.commands.ts'
import { madeBy } from '../keeping/made.ts'
import { KINDS, mayBegin, partiesOf, Series } from '../model.ts'
import { conferenceWithSeries } from '../queries.ts'
import { begun } from './begin.ts'

/** Begins a new edition, or a meeting that prepares one; another conference may serve as its template. */
export const begin = command('conferences.begin', {
  input: z.strictObject({
    conference: ConferenceId,
    series: Series.shape.id,
    parent: ConferenceId.nullable(),
    kind: z.enum(KINDS),
    label: Text.nullable(),
    name: Text,
    shortName: Text,
    zone: Zone,
    template: ConferenceId.nullable(),
  }),
  conference: (input) => input.conference,
  async load(db, { conference, series, template }) {
    const found = template === null ? null : await conferenceWithSeries(db, template)
    const like = found?.conference ?? null
    const parties = like ? partiesOf(like) : []
    return { known: await conferenceKnown(db, { id: conference, series }, parties), like }
  },
  may: (actor, _, { parent }) => mayBegin(actor, parent),
  decide(
    { known, like },
    { conference: id, template, zone, ...said },
    circumstances,
  ): Change | null {
    must(known.stored === null, 'conferences.id-taken')
    must(template === null || like !== null, 'conferences.unknown-conference')
    const held = { is: zone, decided: null, about: false, why: null, sources: [] }
    const record = begun({ id, ...said, zone: [held] }, like)
    return changed(known, record, madeBy('conferences.begin', circumstances))
  },
  save: saveRecord,
  subject: ({ record }) => `conference/${record.id}`,
  answer: ({ record }) => ({ conference: record.id }),
  touches: ({ record }) => touchedBy(record),
})
