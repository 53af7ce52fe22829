import { mapTexts, textsIn } from '../../../kernel/wording/texts.ts'
import { fromAll, type ListedText, type TextSource } from '../../../platform/texts/source.ts'
import { saveSeries } from '../deeds/series.commands.ts'
import { conferenceWithSeries, seriesWithVersion } from '../queries.ts'
import { SERIES_TEXT_KINDS, textsOfSeries } from './listed.ts'
import { say } from './words.ts'

/** What the series says of itself: whoever translates for one of its conferences translates it too. */
export const seriesTexts: TextSource = {
  name: 'series',
  kinds: SERIES_TEXT_KINDS,
  sayKind: (language, kind) =>
    kind === 'name' ? say(language, 'series') : say(language, kind as 'counting'),
  ...fromAll(async (db, id): Promise<ListedText[]> => {
    const found = await conferenceWithSeries(db, id)
    return textsOfSeries(found?.series).map((one) => ({ ...one, at: '/', longest: null }))
  }),
  async write(db, id, texts, { at, by }) {
    const found = await conferenceWithSeries(db, id)
    const stored = found && (await seriesWithVersion(db, found.series.id))
    if (!stored) return
    const record = mapTexts(stored.series, (text, path) => texts.get(path) ?? text)
    await saveSeries(db, { record, replaces: stored, made: { deed: DEED, by, at } })
  },
  topics: async () => ['conferences'],
  async past(db, id, text) {
    const found = await conferenceWithSeries(db, id)
    if (!found) return []
    const { id: series } = found.series
    const versions = await db
      .selectFrom('conferenceSeriesVersion')
      .select(['record', 'replacedAt', 'madeBy'])
      .where('series', '=', series)
      .orderBy('version', 'desc')
      .execute()
    const last = await db
      .selectFrom('conferenceSeries')
      .select('madeBy')
      .where('id', '=', series)
      .executeTakeFirst()
    return versions.flatMap(({ record, replacedAt: until }, at) => {
      const former = textsIn(record).get(text)
      const { madeBy: by = null } = versions[at - 1] ?? last ?? {}
      return former ? [{ text: former, until, by }] : []
    })
  },
}

const DEED = 'translations.translate'
