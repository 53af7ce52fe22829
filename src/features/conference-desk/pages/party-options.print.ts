import { compareIn } from '../../../i18n/collation.ts'
import type { Language } from '../../../kernel/language.ts'
import { nameOn, type Party } from '../../parties/model.ts'

/** Every party to choose from, by its name of a day in the reader's alphabet. */
export function partyOptions(
  parties: Iterable<Party>,
  day: string,
  language: Language,
): { value: string; label: string }[] {
  const compare = compareIn(language)
  return [...parties]
    .map((party) => ({ code: String(party.code), name: nameOn(party, day, language) }))
    .sort((a, b) => compare(a.name.sort ?? a.name.short, b.name.sort ?? b.name.short))
    .map(({ code, name }) => ({ value: code, label: name.short }))
}
