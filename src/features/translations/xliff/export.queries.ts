import type { ConferenceId } from '../../../kernel/ids.ts'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import type { AllTexts, Keyed } from '../all-texts.queries.ts'
import { askedBy, statesOf } from '../desk.queries.ts'
import { formerlyOf, lastTranslations } from '../queries.ts'
import type { Wish } from '../wish.ts'
import type { UnitOut } from './write.ts'

/** Texts that are read at once. */
const AT_ONCE = 500

/** Every text of a list, a few hundred at once. */
async function* pages(
  db: Reading,
  all: AllTexts,
  conference: ConferenceId,
  wish: Wish & { into: Language },
): AsyncGenerator<readonly Keyed[]> {
  const asked = { ...askedBy(wish, wish.into, AT_ONCE), states: statesOf(wish.state) }
  let after = null as string | null
  for (;;) {
    const found = await all.list(db, conference, { ...asked, after })
    if (found.length > 0) yield found
    if (found.length < AT_ONCE) return
    after = found.at(-1)?.key ?? null
  }
}

/** The units of a file: the texts of the list whose original is in one language. */
export async function unitsFor(
  db: Reading,
  all: AllTexts,
  conference: ConferenceId,
  wish: Wish & { into: Language; from: Language },
  reader: { language: Language; origin: string },
): Promise<UnitOut[]> {
  const { from, into } = wish
  const units: UnitOut[] = []
  for await (const page of pages(db, all, conference, { ...wish, after: undefined })) {
    const own = page.filter(({ text }) => text.original === from && text.in[from])
    const made = await lastTranslations(
      db,
      conference,
      own.map(({ key }) => key),
      into,
    )
    for (const one of own) {
      const { key, kind, of, at, longest, text, source } = one
      const wording = text.in[into] ?? null
      const last = made.get(key)
      const named = of && readingOf(of, reader.language).value
      units.push({
        id: key,
        name: [source.sayKind(reader.language, kind), named].filter(Boolean).join(' · '),
        seen: `${reader.origin}/${reader.language}${at === '/' ? '' : at}`,
        longest,
        source: text.in[from]?.value ?? '',
        target: wording,
        formerly: wording?.status === 'stale' && last ? formerlyOf(text, into, [last], []) : null,
      })
    }
  }
  return units
}

/** In which languages the originals of a list are. */
export async function originalsOf(
  db: Reading,
  all: AllTexts,
  conference: ConferenceId,
  wish: Wish & { into: Language },
): Promise<Language[]> {
  const found = new Set<Language>()
  for await (const page of pages(db, all, conference, { ...wish, after: undefined })) {
    for (const { text } of page) if (text.in[text.original]) found.add(text.original)
  }
  return LANGUAGES.filter((language) => found.has(language))
}
