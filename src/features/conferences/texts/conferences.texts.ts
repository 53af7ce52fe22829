import { mapTexts, textsIn } from '../../../kernel/wording/texts.ts'
import { fromAll, type ListedText, type TextSource } from '../../../platform/texts/source.ts'
import { saveRecord, touchedBy } from '../keeping/keep.commands.ts'
import { conferenceWithSeries, lastDeedOf, versionsOf } from '../queries.ts'
import { CONFERENCE_KINDS, textsOfConference } from './listed.ts'
import { say } from './words.ts'

/** Names, descriptions, agenda, documents and all else that a conference says of itself. */
export const conferenceTexts: TextSource = {
  name: 'conferences',
  kinds: CONFERENCE_KINDS,
  sayKind: (language, kind) => say(language, kind as 'name'),
  ...fromAll(async (db, id): Promise<ListedText[]> => {
    const found = await conferenceWithSeries(db, id)
    return textsOfConference(found?.conference).map((one) => ({
      ...one,
      at: `/${id}`,
      longest: null,
    }))
  }),
  async write(db, id, texts, { at, by }) {
    const stored = await conferenceWithSeries(db, id)
    if (!stored) return
    const record = mapTexts(stored.conference, (text, path) => texts.get(path) ?? text)
    await saveRecord(db, { record, replaces: stored, made: { deed: DEED, by, at } })
  },
  async topics(db, id) {
    const stored = await conferenceWithSeries(db, id)
    return stored ? touchedBy(stored.conference) : []
  },
  async past(db, id, text) {
    const versions = await versionsOf(db, id)
    const last = await lastDeedOf(db, id)
    return versions.flatMap(({ record, replacedAt: until }, at) => {
      const former = textsIn(record).get(text)
      const { madeBy: by = null } = versions[at - 1] ?? last ?? {}
      return former ? [{ text: former, until, by }] : []
    })
  },
}

const DEED = 'translations.translate'
