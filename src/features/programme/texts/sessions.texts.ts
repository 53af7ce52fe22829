import { textsIn } from '../../../kernel/wording/texts.ts'
import { fromAll, type ListedText, type TextSource } from '../../../platform/texts/source.ts'
import { deedsOfSession } from '../draft/draft.queries.ts'
import { saveDraft } from '../draft/save.commands.ts'
import { draftOf } from '../queries.ts'
import { reworded, SESSION_TEXT_KINDS, sessionOf, textsOfSession } from './listed.ts'
import { say } from './words.ts'

/** Titles, notes, rooms and offices of the draft; what was released changes with the next release. */
export const sessionTexts: TextSource = {
  name: 'sessions',
  kinds: SESSION_TEXT_KINDS,
  sayKind: (language, kind) => say(language, kind as 'title'),
  ...fromAll(async (db, conference): Promise<ListedText[]> => {
    const draft = await draftOf(db, conference)
    return draft
      .filter(({ status }) => status !== 'withdrawn')
      .flatMap((session) =>
        textsOfSession(session).map((one) => ({
          ...one,
          at: `/${conference}/programme/${session.slug}`,
        })),
      )
  }),
  async write(db, conference, texts, { at, by }) {
    const ids = new Set([...texts.keys()].map(sessionOf))
    const draft = await draftOf(db, conference)
    const sessions = draft.filter(({ id }) => ids.has(id)).map((one) => reworded(one, texts))
    await saveDraft(db, conference, {
      sessions,
      made: { deed: 'translations.translate', by, at },
    })
  },
  topics: async (_, conference) => [`programme/${conference}/draft`],
  async past(db, _, id) {
    const deeds = await deedsOfSession(db, sessionOf(id))
    const path = id.slice(id.indexOf('.') + 1)
    return deeds.flatMap(({ before, madeAt: until, madeBy: by }) => {
      const text = before && textsIn(before).get(path)
      return text ? [{ text, until, by }] : []
    })
  },
}
