import type { z } from 'zod'
import type { ConferenceId, FileId, PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { type Circumstances, type Command, command } from '../../../platform/command/command.ts'
import { versionOf } from '../../../platform/command/version.ts'
import { type Conference, mayEdit } from '../model.ts'
import {
  type Change,
  changed,
  conferenceKnown,
  type Known,
  saveRecord,
  touchedBy,
} from './keep.commands.ts'
import { madeBy } from './made.ts'

/** What every deed to a conference is told. */
interface OfConference {
  conference: ConferenceId
}

interface DeedParts<Input extends OfConference> {
  input: z.ZodType<Input>
  /** The parties that it names. */
  parties?(input: Input): readonly PartyCode[]
  /** What it would change: whoever saw something else is told so. */
  seen(conference: Conference, input: Input): unknown
  /** Files that it makes a part of the record. */
  files?(input: Input): readonly FileId[]
  /** The parts of the record that are others from now on. */
  change(conference: Conference, input: Input, circumstances: Circumstances): Partial<Conference>
}

/** A deed to the record of one conference: for its secretariat, with a version, a history and a way back. */
export const deed = <Input extends OfConference>(
  name: string,
  parts: DeedParts<Input>,
): Command<Input, Known, Change> =>
  command(name, {
    input: parts.input,
    conference: (input) => input.conference,
    load: (db, input) =>
      conferenceKnown(db, { id: input.conference }, parts.parties?.(input) ?? []),
    may: (actor, { stored }, { conference }) =>
      mayEdit(actor, conference, stored?.conference.parent ?? null),
    version: ({ stored }, input) => versionOf(stored ? parts.seen(stored.conference, input) : null),
    decide(known, input, circumstances) {
      const before = known.stored?.conference
      must(before, 'conferences.unknown-conference')
      const record = { ...before, ...parts.change(before, input, circumstances) }
      const change = changed(known, record, madeBy(name, circumstances))
      const files = parts.files?.(input) ?? []
      return change && files.length > 0
        ? { ...change, claims: { by: circumstances.actor, files } }
        : change
    },
    save: saveRecord,
    subject: ({ record }) => `conference/${record.id}`,
    answer: ({ replaces }) => ({ version: (replaces?.version ?? 0) + 1 }),
    touches: ({ record }) => touchedBy(record),
  })
