import { z } from 'zod'
import { type Actor, holds } from '../../kernel/actor.ts'
import { PartyCode } from '../../kernel/ids.ts'
import { LANGUAGES, Language } from '../../kernel/language.ts'
import { Source } from '../../kernel/source.ts'
import { Text } from '../../kernel/text.ts'
import { Day, Zone } from '../../kernel/time.ts'

/** Who may speak and pledge. AU, EU and UN are organisations here and two-letter codes elsewhere: kinds stay apart. */
export const PartyKind = z.enum(['state', 'observer-state', 'organisation'])
export type PartyKind = z.infer<typeof PartyKind>

/** How one language names a party: as a list prints it, and in full. */
export const PartyName = z.strictObject({
  short: z.string().min(1),
  formal: z.string().min(1),
  /** What a list sorts by where that is not the short name: Arabic without ال, 秘鲁 by its reading. */
  sort: z.string().min(1).optional(),
  /** The article that a sentence needs, never part of a label. */
  article: z.string().optional(),
  formalArticle: z.string().optional(),
})
export type PartyName = z.infer<typeof PartyName>

/** Something said in every language of the product. */
export const Labels = z.record(Language, z.string().min(1))
export type Labels = z.infer<typeof Labels>

/** The names of a party up to a day, in all languages: when one language changes, a new naming begins. */
export const Naming = z.strictObject({
  /** The last day on which these names were valid; null for those of today. */
  until: Day.nullable(),
  /** False where the year is known and the day at the United Nations is not. */
  dayConfirmed: z.boolean(),
  /** Languages in which the forms were not compared with a source. */
  unconfirmed: z.array(Language),
  note: Text.nullable(),
  names: z.record(Language, PartyName),
})
export type Naming = z.infer<typeof Naming>

export const Party = z.strictObject({
  code: PartyCode,
  kind: PartyKind,
  alpha2: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  m49: z
    .string()
    .regex(/^\d{3}$/)
    .nullable(),
  /** Member of the United Nations since. */
  memberSince: Day.nullable(),
  observerSince: Day.nullable(),
  /** M49 codes of the region and of the part of it, for statistics only. */
  region: z.string().nullable(),
  subregion: z.string().nullable(),
  /** Of the seat of government or of the organisation. */
  zone: Zone.nullable(),
  seat: z.string().nullable(),
  /** The form for running text: a list says «Iran (Islamic Republic of)», a sentence the formal name. */
  inSentences: z.enum(['short', 'formal']),
  abbreviations: z.partialRecord(Language, z.string()),
  aliases: z.array(z.string()),
  note: Text.nullable(),
  /** Oldest first, the last without an end. */
  namings: z.array(Naming).min(1).refine(follow, 'parties.names-out-of-order'),
  sources: z.array(Source),
})
export type Party = z.infer<typeof Party>

function follow(namings: readonly Naming[]): boolean {
  const ends = namings.map((naming) => naming.until)
  const last = ends.pop()
  return last === null && ends.every((end, i) => end !== null && end > (ends[i - 1] ?? ''))
}

/** Names are recorded from here on: whatever a party was called before is not known to us. */
export const NAMES_KNOWN_FROM = '2010-01-01'

/** The names that were valid on a day. */
export function namingOn(party: Pick<Party, 'namings'>, day: string): Naming {
  const naming = party.namings.find(({ until }) => until === null || day <= until)
  if (!naming) throw new RangeError('The last naming of a party has no end')
  return naming
}

/** A party as a page of that day prints it: on a page of 2015 the name of 2015. */
export const nameOn = (party: Pick<Party, 'namings'>, day: string, language: Language): PartyName =>
  namingOn(party, day).names[language]

/** Whether the forms of a day were compared with a source in the language. */
export const isNameConfirmed = (
  party: Pick<Party, 'namings'>,
  day: string,
  language: Language,
): boolean => !namingOn(party, day).unconfirmed.includes(language)

export const isMemberOn = (party: Pick<Party, 'memberSince'>, day: string): boolean =>
  party.memberSince !== null && party.memberSince <= day

/** Whether a list of that day holds the party: a state is not listed before its admission. */
export const isListedOn = (party: Pick<Party, 'memberSince'>, day: string): boolean =>
  party.memberSince === null || isMemberOn(party, day)

/** The names that came before, newest first, each with its first day where that is known. */
export const formerNamings = (
  party: Pick<Party, 'namings'>,
): readonly (Naming & { until: string; from: string | null })[] =>
  party.namings
    .flatMap((naming, i) => {
      const before = party.namings[i - 1]?.until ?? null
      return naming.until === null
        ? []
        : [{ ...naming, until: naming.until, from: before && dayAfter(before) }]
    })
    .reverse()

/** The languages in which a former name differs from the one that followed it. */
export const changedLanguages = (
  party: Pick<Party, 'namings'>,
  former: Pick<Naming, 'until' | 'names'>,
): readonly Language[] => {
  const next = party.namings[party.namings.findIndex(({ until }) => until === former.until) + 1]
  return LANGUAGES.filter(
    (language) =>
      next?.names[language].short !== former.names[language].short ||
      next.names[language].formal !== former.names[language].formal,
  )
}

export const dayAfter = (day: string): string =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toString()

/** The facts about parties belong to no conference: the shipped ones and an administrator's corrections. */
export const mayRecord = (actor: Actor): boolean => holds(actor, '*', 'loader', 'administrator')
