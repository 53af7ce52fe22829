import { z } from 'zod'
import { type Actor, holds, speaksFor } from '../../kernel/actor.ts'
import { fileOf } from '../../kernel/documents/files.ts'
import { FileId } from '../../kernel/ids.ts'
import { LANGUAGES, Language } from '../../kernel/language.ts'
import { must } from '../../kernel/refusal.ts'
import { Text } from '../../kernel/text.ts'
import { isDesk } from '../floor/model.ts'
import { PledgeId } from '../pledges/model.ts'

/** A text as it was written, or as it was printed. */
export const PAPERS = ['pdf', 'docx'] as const

/** What a deposited text is for: for everybody once it is delivered, or for the interpreters alone. */
export const USES = ['publication', 'interpretation'] as const
export type Use = (typeof USES)[number]

const LONGEST = 60_000

const Words = Text.refine(
  (text) => Object.values(text.in).every((one) => (one?.value.length ?? 0) <= LONGEST),
  { path: ['in'], error: 'statements.text-too-long' },
)

const Paper = z.strictObject({ language: Language, file: fileOf(...PAPERS) })

/** What a delegation deposits of its statement. */
export const DEPOSIT = {
  text: Words.nullable().default(null),
  /** A link to a recording. */
  video: z
    .url({ protocol: /^https$/ })
    .max(500)
    .nullable()
    .default(null),
  /** Whether readers are asked to compare the text with what was said. */
  check: z.boolean().default(true),
  use: z.enum(USES).default('publication'),
}
export const Papers = z.array(Paper).max(LANGUAGES.length)
/** Files of the version before that still hold. */
export const Kept = z.array(FileId).max(LANGUAGES.length)

const Content = z.strictObject({ ...DEPOSIT, files: Papers })
export type Content = z.infer<typeof Content>

/** There is something to hold back at all, and one paper for each language. */
export function mustBeSomething({ text, files, video }: Content): void {
  must(text !== null || files.length > 0 || video !== null, 'statements.nothing-deposited')
  const languages = files.map(({ language }) => language)
  must(new Set(languages).size === languages.length, 'statements.language-twice')
}

/** The languages in which a statement can be read, in the order of the United Nations. */
export const languagesOf = ({ text, files }: Pick<Content, 'text' | 'files'>): Language[] =>
  LANGUAGES.filter((one) => text?.in[one] || files.some(({ language }) => language === one))

/** What whoever heard a speech says of each pledge that was to be announced in it. */
export const OUTCOMES = ['announced', 'not-announced', 'altered'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const Said = z
  .strictObject({
    pledge: PledgeId,
    outcome: z.enum(OUTCOMES),
    /** What was said instead. */
    words: z.string().trim().min(1).max(4000).nullable().default(null),
  })
  .refine(({ outcome, words }) => outcome !== 'altered' || words !== null, {
    path: ['words'],
    error: 'statements.say-what-was-said',
  })
export type Said = z.infer<typeof Said>

/** Of each pledge of the speech it is said once what became of it, and of no other. */
export function mustBeComplete(named: readonly PledgeId[], said: readonly Said[]): void {
  const heard = said.map(({ pledge }) => pledge)
  must(
    heard.length === named.length && named.every((pledge) => heard.includes(pledge)),
    'statements.say-of-each',
  )
}

/** Deposits a statement, and confirms what was said: its delegation's focal point, or the desk. */
export const answersFor = (actor: Actor, conference: string, party: string | null): boolean =>
  isDesk(actor, conference) || (party !== null && speaksFor(actor, conference, party))

/** Reads what a delegation deposited, with all its versions, before it is delivered: the delegation itself. */
export const readsDeposit = (actor: Actor, conference: string, party: string): boolean =>
  speaksFor(actor, conference, party)

/** May open a deposited text to prepare for it; each opening is kept, and shown to the delegation and the desk. */
export const interprets = (actor: Actor, conference: string): boolean =>
  holds(actor, conference, 'interpreter')
