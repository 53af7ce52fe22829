import { z } from 'zod'
import { fileOf, PICTURES } from '../../../kernel/documents/files.ts'
import type { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { LANGUAGES, Language } from '../../../kernel/language.ts'
import { MailAddress } from '../../../kernel/people/address.ts'
import { Text } from '../../../kernel/text.ts'
import { Day } from '../../../kernel/time.ts'
import type { RetentionClass } from '../../privacy/model.ts'
import { Rank } from '../ranks.model.ts'
import type { State } from './life.model.ts'
import { STYLES } from './styles.ts'

/** What somebody is in a delegation. Those who support it (interpreters, security, drivers) count in its quota too. */
export const PLACES = [
  'head',
  'deputy-head',
  'alternate',
  'adviser',
  'delegate',
  'support',
] as const
export const Place = z.enum(PLACES)
export type Place = z.infer<typeof Place>

/** Asked for the statistics of the secretariat alone; nobody has to say. */
export const GENDERS = ['woman', 'man', 'other'] as const

/** A photo is a picture of any kind. */
export const PHOTOS = PICTURES

const Line = (most: number) => z.string().trim().min(1).max(most)

/** A style of each language is one of that language. */
const Styles = z
  .partialRecord(Language, z.string())
  .refine((styles) => LANGUAGES.every((one) => !styles[one] || STYLES[one].includes(styles[one])), {
    error: 'delegations.no-such-style',
  })

/** Every letter is one of the Latin script, whatever stands between them. */
const LATIN = /^[^\p{L}\p{Cc}]*(?:[\p{Script=Latin}ʻʼ][^\p{L}\p{Cc}]*)+$/u

const LatinName = Line(160).regex(LATIN, 'delegations.not-latin')

export const isLatin = (name: string): boolean => LATIN.test(name)

/** What a form of the conference asks beyond the usual: by the field's identifier; yes is `true`. */
export const Answers = z.record(z.string().max(90), z.string().max(4000))
export type Answers = z.infer<typeof Answers>

/**
 * A person who takes part. No nationality, no passport, no machine-readable zone: the delegation or organisation
 * that is represented is asked, and nothing more.
 */
const Asked = z.strictObject({
  /** As they write it themselves, in any script. */
  name: Line(160),
  /** As lists sort it, the family name first where it is so. */
  sortName: Line(160),
  /** In Latin letters, where the name is in others. */
  latinName: LatinName.nullable().default(null),
  styles: Styles.default({}),
  /** Office held, to be printed under the name. */
  functions: Text.nullable().default(null),
  place: Place.default('delegate'),
  rank: Rank.default('official'),
  /** The newsroom, university or association; a delegation's party says it otherwise. */
  organisation: Line(200).nullable().default(null),
  /** Languages that they follow a meeting in. */
  languages: z.array(Language).max(LANGUAGES.length).default([]),
  photo: fileOf(...PHOTOS)
    .nullable()
    .default(null),
  /** In their own words, for those who receive them. */
  accessNeeds: Line(1000).nullable().default(null),
  travel: z
    .strictObject({
      arrives: Day.nullable().default(null),
      departs: Day.nullable().default(null),
      by: Line(200).nullable().default(null),
    })
    .nullable()
    .default(null),
  address: MailAddress.nullable().default(null),
  telephone: z
    .string()
    .trim()
    .regex(/^\+?[\d\s()./-]{5,30}$/)
    .nullable()
    .default(null),
  gender: z.enum(GENDERS).nullable().default(null),
  /** Not named in any list: counted only. */
  unpublished: z.boolean().default(false),
  answers: Answers.default({}),
})

export const Person = Asked.refine(({ name, latinName }) => isLatin(name) || latinName !== null, {
  path: ['latinName'],
  error: 'delegations.latin-missing',
}).refine(({ travel }) => !travel?.arrives || !travel.departs || travel.arrives <= travel.departs, {
  path: ['travel', 'departs'],
  error: 'delegations.departs-before',
})
export type Person = z.infer<typeof Person>

/** Members of a delegation are of this kind; all others bear the kind of the form that they came by. */
export const DELEGATE = 'delegate'
export const Kind = z.string().regex(/^[a-z][a-z-]{1,30}$/)

export const ParticipantId = z.uuid().brand<'ParticipantId'>()
export type ParticipantId = z.infer<typeof ParticipantId>

/** A person as they are kept. `person` is null once they are erased. */
export interface Participant {
  id: ParticipantId
  conference: ConferenceId
  /** `delegate`, or the kind of the form by which they came. */
  kind: string
  party: PartyCode | null
  state: State
  version: number
  person: Person | null
  head: boolean
  rank: Rank
  createdAt: Temporal.Instant
  createdBy: string
  changedAt: Temporal.Instant
  submittedAt: Temporal.Instant | null
  decidedAt: Temporal.Instant | null
  decidedBy: string | null
  reason: string | null
  /** Who was the first of two to agree, and on which version. */
  agreedBy: string | null
  agreedVersion: number | null
  replaces: ParticipantId | null
  /** How long the whole person is kept. */
  kept: RetentionClass
  erasedAt: Temporal.Instant | null
  /** The language of letters to somebody who has no focal point. */
  language: Language | null
  /** How far the photo is: there is none, it is being read, it is printable, it could not be read. */
  portrait: 'none' | 'expected' | 'ready' | 'unreadable'
}
