import { z } from 'zod'
import { LANGUAGES, Language } from '../../kernel/language.ts'
import { SearchWords } from '../../kernel/text.ts'
import { Day } from '../../kernel/time.ts'
import { GroupCode } from './groups.model.ts'
import { dayAfter, isListedOn, NAMES_KNOWN_FROM, nameOn, type Party, PartyKind } from './model.ts'

/** What a reader may ask of the list, as it stands in the address. What it cannot mean is left out. */
export const Wish = z.object({
  q: SearchWords,
  order: z
    .union([Language, z.literal('zh-strokes'), z.templateLiteral(['seat-', z.int()])])
    .optional()
    .catch(undefined),
  /** As it was typed: the page says what is wrong with it. */
  on: z.string().trim().max(40).catch('').default(''),
  kind: PartyKind.optional().catch(undefined),
  group: GroupCode.optional().catch(undefined),
})
export type Wish = z.infer<typeof Wish>

/** The day of a list: the one that was asked for, or today where that is none that we have names for. */
export function dayOf(
  wish: Pick<Wish, 'on'>,
  today: string,
): { day: string; refused: 'not-a-day' | 'too-early' | null } {
  if (wish.on === '') return { day: today, refused: null }
  if (!Day.safeParse(wish.on).success) return { day: today, refused: 'not-a-day' }
  return wish.on < NAMES_KNOWN_FROM
    ? { day: today, refused: 'too-early' }
    : { day: wish.on, refused: null }
}

/**
 * What a search compares: without accents, case and the marks of hamza, with plain apostrophes and spaces. Korean
 * syllables are put together again, so that 가 does not find 각.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('ı', 'i')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[\s\u2010-\u2015-]+/g, ' ')
    .trim()

/** A wording that a search met, in its language; an identifier belongs to none. */
export interface Found {
  wording: string
  language: Language | null
}

/**
 * Why a search finds a party: its name in the reader's language first, then in any other, then what it was called
 * before, its abbreviations and codes. Null where nothing matches.
 */
export function finds(
  party: Party,
  search: string,
  { day, language }: { day: string; language: Language },
): Found | null {
  const wanted = fold(search)
  if (wanted === '') return null
  const languages = [language, ...LANGUAGES.filter((other) => other !== language)]
  const days = [day, ...party.namings.map(({ until }) => (until === null ? LAST_DAY : until))]
  for (const when of days) {
    for (const spoken of languages) {
      const { short, formal } = nameOn(party, when, spoken)
      const hit = [short, formal].find((name) => fold(name).includes(wanted))
      if (hit) return { wording: hit, language: spoken }
    }
  }
  for (const [spoken, abbreviation] of Object.entries(party.abbreviations)) {
    if (fold(abbreviation) === wanted) {
      return { wording: abbreviation, language: spoken as Language }
    }
  }
  const code = [party.code, party.alpha2, party.m49].find((one) => one && fold(one) === wanted)
  if (code) return { wording: code, language: null }
  const alias = party.aliases.find((one) => fold(one).includes(wanted))
  return alias ? { wording: alias, language: 'en' } : null
}

const LAST_DAY = '9999-12-31'

/** The parties that a wish asks for on a day, each with why a search found it. */
export function wished(
  parties: readonly Party[],
  wish: Pick<Wish, 'q' | 'kind' | 'group'>,
  at: { day: string; language: Language; belongsTo: (party: Party, group: string) => boolean },
): { party: Party; found: Found | null }[] {
  return parties
    .filter((party) => isListedOn(party, at.day))
    .filter((party) => !wish.kind || party.kind === wish.kind)
    .filter((party) => !wish.group || at.belongsTo(party, wish.group))
    .map((party) => ({ party, found: finds(party, wish.q, at) }))
    .filter(({ found }) => fold(wish.q) === '' || found !== null)
}

/** The next day after the given one on which a list of parties changes by itself. */
export function nextChange(
  parties: readonly Pick<Party, 'namings' | 'memberSince'>[],
  decisions: readonly { from: string | null }[],
  day: string,
): string | null {
  const days = [
    ...parties.flatMap(({ namings }) => namings.flatMap(({ until }) => until && dayAfter(until))),
    ...parties.map(({ memberSince }) => memberSince),
    ...decisions.map(({ from }) => from),
  ].filter((one): one is string => one !== null && one > day)
  return days.sort()[0] ?? null
}
