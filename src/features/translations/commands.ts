import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import { Language } from '../../kernel/language.ts'
import { must, Refusal } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { command } from '../../platform/command/command.ts'
import { versionOf } from '../../platform/command/version.ts'
import type { AllTexts } from './all-texts.queries.ts'
import {
  GivenWording,
  mayAssign,
  mayTranslate,
  seenIn,
  TextKey,
  translated,
  writesIn,
} from './model.ts'
import { assignmentsOf, translatorsOf } from './queries.ts'
import { type Rewording, saveRewording, topicsOf } from './save.commands.ts'
import { keepsCodes } from './xliff/codes.ts'

/** What a person may write is asked of the moment, like every right. */
export function mustWriteIn(
  actor: Parameters<typeof writesIn>[0],
  conference: string,
  language: Language,
  assignments: ReadonlyMap<string, readonly Language[]>,
): void {
  const assigned = assignments.get(actor.id) ?? []
  if (writesIn(actor, conference, language, assigned)) return
  throw new Refusal('translations.not-your-language', 403)
}

/** Words one text in one language. The original, and what is authentic or as published, stays as it is. */
export const translating = (all: AllTexts) =>
  command('translations.translate', {
    input: GivenWording.extend({ conference: ConferenceId, text: TextKey, language: Language }),
    conference: (input) => input.conference,
    load: async (db, { conference, text }) => ({
      one: (await all.find(db, conference, [text])).get(text) ?? null,
      topics: await topicsOf(db, all, conference, [text]),
      assignments: await assignmentsOf(db, conference),
    }),
    may: (actor, _, { conference }) => mayTranslate(actor, conference),
    version: ({ one }, { language }) => versionOf(one && seenIn(one.text, language)),
    decide({ one, topics, assignments }, input, { actor, now }) {
      const { conference, language, value, status } = input
      mustWriteIn(actor, conference, language, assignments)
      must(one, 'translations.unknown-text')
      const after = translated(one.text, language, { value, status }, one.longest)
      must(
        keepsCodes(one.text.in[one.text.original]?.value ?? '', value),
        'translations.loses-codes',
      )
      if (same(one.text, after)) return null
      const rewording: Rewording = {
        ...{ conference, language, at: now, by: `${actor.kind}/${actor.id}`, file: null },
        texts: [{ one, after }],
      }
      return { rewording, topics }
    },
    save: (db, { rewording }) => saveRewording(db, rewording),
    subject: (_, { text }) => `text/${text}`,
    touches: ({ topics }) => topics,
  })

/** Says in which languages a translator writes; none: in none. */
export const assign = command('translations.assign', {
  input: z.strictObject({
    conference: ConferenceId,
    account: z.uuid(),
    languages: z.array(Language).default([]),
  }),
  conference: (input) => input.conference,
  load: async (db, { conference }) => ({
    translators: await translatorsOf(db, conference),
    assignments: await assignmentsOf(db, conference),
  }),
  may: (actor, _, { conference }) => mayAssign(actor, conference),
  decide({ translators, assignments }, { account, languages }, { actor, now }) {
    must(
      translators.some((one) => one.account === account),
      'translations.no-translator',
    )
    const wanted = [...new Set(languages)].toSorted()
    if (same((assignments.get(account) ?? []).toSorted(), wanted)) return null
    return { languages: wanted, at: now, by: `${actor.kind}/${actor.id}` }
  },
  async save(db, { languages, at, by }, { conference, account }) {
    await db
      .deleteFrom('translatorLanguage')
      .where('conference', '=', conference)
      .where('account', '=', account)
      .execute()
    if (languages.length === 0) return
    await db
      .insertInto('translatorLanguage')
      .values(languages.map((language) => ({ conference, account, language, at, by })))
      .execute()
  },
  subject: (_, { account }) => `account/${account}`,
  touches: (_, { conference }) => [`translations/${conference}`],
})
