import { sql } from 'kysely'
import type { ConferenceId } from '../../../kernel/ids.ts'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import type { Text } from '../../../kernel/text.ts'
import type { TextState } from '../../../kernel/wording/text-state.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import type { ListedText, TextSource, TextTally, TextWish } from '../../../platform/texts/source.ts'
import { keepDeed, savePledge, touched } from '../keeping/save.commands.ts'
import type { PledgeId } from '../model.ts'
import { historyOf, recordsOf, versionsOf } from '../queries.ts'
import { say } from './words.ts'

const KINDS = ['title', 'summary'] as const
type Kind = (typeof KINDS)[number]

const pledgeOf = (id: string) => id.slice(0, id.lastIndexOf('.')) as PledgeId
const kindOf = (id: string) => id.slice(id.lastIndexOf('.') + 1) as Kind

/** Both texts of every pledge of a conference that everybody may read: nobody translates what is under embargo. */
const texts = (conference: ConferenceId) => sql`(
  select id || '.' || kind as id, kind, body, title from pledge
  cross join lateral (values ('title', terms->'title'), ('summary', terms->'summary')) as said (kind, body)
  cross join lateral (select terms->'title' as title) as named
  where conference = ${conference} and listed
) as texts`

/** As `stateIn` says it, by the database. */
const stateIn = (language: Language) => sql<TextState>`case
  when body->>'original' = ${language} then 'told'
  when body->'in'->${language} is null then 'missing'
  when body->'in'->${language}->>'status' in ('stale', 'machine') then body->'in'->${language}->>'status'
  when body->'in'->${language}->>'status' in ('authentic', 'as-published') then 'told'
  else 'done' end`

interface Row {
  id: string
  kind: Kind
  body: Text
  title: Text
}

const listed = ({ id, kind, body, title }: Row): ListedText => ({
  ...{ id, kind, text: body },
  of: kind === 'title' ? null : title,
  at: `/pledges/${pledgeOf(id)}`,
  longest: null,
})

/** Titles and summaries of public pledges; a party's own words stay in the language in which it said them. */
export const pledgeTexts: TextSource = {
  name: 'pledges',
  kinds: KINDS,
  sayKind: (language, kind) => say(language, kind as Kind),
  async tally(db, conference) {
    const tallies: TextTally[] = []
    for (const language of LANGUAGES) {
      const { rows } = await sql<Omit<TextTally, 'language'>>`
        select kind, ${stateIn(language)} as state, count(*)::int as count
        from ${texts(conference)} group by 1, 2`.execute(db)
      tallies.push(...rows.map((row) => ({ ...row, language })))
    }
    return tallies
  },
  async list(db, conference, { language, states, kind, after, limit }: TextWish) {
    const { rows } = await sql<Row>`
      select id, kind, body, title from ${texts(conference)}
      where ${stateIn(language)} = any(${states as TextState[]})
        and (${kind}::text is null or kind = ${kind})
        and (${after}::text is null or id collate "C" > ${after})
      order by id collate "C" limit ${limit}`.execute(db)
    return rows.map(listed)
  },
  async find(db, conference, ids) {
    const { rows } = await sql<Row>`
      select id, kind, body, title from ${texts(conference)}
      where id = any(${ids as string[]}) order by id collate "C"`.execute(db)
    return rows.map(listed)
  },
  async write(db, conference, reworded, { at, by }) {
    for (const record of await recordsFor(db, [...reworded.keys()])) {
      if (record.conference !== conference) continue
      const { id, terms } = record
      const said = {
        title: reworded.get(`${id}.title`) ?? terms.title,
        summary: reworded.get(`${id}.summary`) ?? terms.summary,
      }
      await savePledge(db, { ...record, terms: { ...terms, ...said } }, await historyOf(db, id))
      await keepDeed(db, id, { deed: 'translate', at, by })
    }
  },
  topics: async (db, _, ids) => touched(...(await recordsFor(db, ids))),
  async past(db, _, id) {
    const versions = await versionsOf(db, pledgeOf(id))
    return versions.map(({ content: { terms }, replacedAt: until }) => ({
      text: terms[kindOf(id)],
      until,
      by: null,
    }))
  },
}

const recordsFor = (db: Reading | Writing, ids: readonly string[]) =>
  ids.length === 0 ? Promise.resolve([]) : recordsOf(db, [...new Set(ids.map(pledgeOf))])
