import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { fileOf } from '../../../kernel/documents/files.ts'
import { ConferenceId, FileId } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { command, type Topic, type Writing } from '../../../platform/command/command.ts'
import { versionOf } from '../../../platform/command/version.ts'
import { claimFiles, readFileOf } from '../../../platform/files/uploads.ts'
import type { AllTexts } from '../all-texts.queries.ts'
import { mustWriteIn } from '../commands.ts'
import { mayTranslate, translated } from '../model.ts'
import { assignmentsOf } from '../queries.ts'
import { type Rewording, saveRewording, topicsOf } from '../save.commands.ts'
import { returnedFile } from './file.queries.ts'
import { readXliff } from './read.ts'

/** Hands in a file of translations. It is kept and looked at; nothing is changed by it yet. */
export const handIn = command('translations.hand-in', {
  input: z.strictObject({ conference: ConferenceId, file: fileOf('xliff') }),
  conference: (input) => input.conference,
  load: async (db, { conference, file }) => ({
    stored: await readFileOf(db, file),
    assignments: await assignmentsOf(db, conference),
  }),
  may: (actor, _, { conference }) => mayTranslate(actor, conference),
  decide({ stored, assignments }, { conference, file }, { actor, now }) {
    must(stored, 'translations.unknown-file')
    mustWriteIn(actor, conference, readXliff(stored.bytes).into, assignments)
    return { actor, row: { file, conference, at: now, by: `${actor.kind}/${actor.id}` } }
  },
  async save(db, { actor, row }) {
    const owner = `translations/${row.conference}`
    await claimFiles(db, [row.file as FileId], { by: actor, owner, accepts: ['xliff'] })
    await db
      .insertInto('translationFile')
      .values({ ...row, appliedAt: null, appliedBy: null, changed: null })
      .execute()
  },
  subject: ({ row }) => `file/${row.file}`,
  answer: ({ row }) => ({ file: row.file }),
  touches: (_, { conference }) => [`translations/${conference}`],
})

interface Applying {
  rewording: Rewording
  topics: readonly Topic[]
  by: Actor
}

/**
 * Takes over everything that a file changes, in one deed. Of a text whose original says something else since the file
 * was taken, nothing is taken over.
 */
export const applying = (all: AllTexts) =>
  command('translations.apply', {
    input: z.strictObject({ conference: ConferenceId, file: FileId }),
    conference: (input) => input.conference,
    async load(db: Writing, { conference, file }) {
      const found = await returnedFile(db, all, conference, file)
      const keys = found?.plan.changes.map(({ key }) => key) ?? []
      return {
        found,
        topics: await topicsOf(db, all, conference, keys),
        assignments: await assignmentsOf(db, conference),
      }
    },
    may: (actor, _, { conference }) => mayTranslate(actor, conference),
    version: ({ found }) => versionOf(found?.plan.changes ?? null),
    decide({ found, topics, assignments }, { conference, file }, { actor, now }): Applying {
      must(found, 'translations.unknown-file')
      must(found.appliedAt === null, 'translations.applied-already')
      const { content, texts, plan } = found
      mustWriteIn(actor, conference, content.into, assignments)
      must(plan.changes.length > 0, 'translations.changes-nothing')
      const rewording: Rewording = {
        ...{ conference, language: content.into, at: now, by: `${actor.kind}/${actor.id}`, file },
        texts: plan.changes.flatMap(({ key, after }) => {
          const one = texts.get(key)
          if (!one) return []
          return [{ one, after: translated(one.text, content.into, after, one.longest) }]
        }),
      }
      return { rewording, topics, by: actor }
    },
    async save(db, { rewording }, { file }) {
      await saveRewording(db, rewording)
      await db
        .updateTable('translationFile')
        .set({
          appliedAt: rewording.at,
          appliedBy: rewording.by,
          changed: rewording.texts.length,
        })
        .where('file', '=', file)
        .execute()
    },
    subject: (_, { file }) => `file/${file}`,
    answer: ({ rewording }) => ({ changed: rewording.texts.length }),
    touches: ({ topics }) => topics,
  })
