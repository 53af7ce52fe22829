import { z } from 'zod'
import { LANGUAGES, Language } from '../../kernel/language.ts'
import { Source } from '../../kernel/source.ts'
import { Text, type TextStatus } from '../../kernel/text.ts'

/**
 * Where a theme belongs: the areas of Action for Peacekeeping (2018), the priorities of A4P+ (2021) and what crosses
 * them, and the themes by which pledges are sorted across capabilities, which are ours.
 */
export const SCHEMES = ['a4p', 'a4p-plus', 'a4p-plus-cross-cutting', 'cross-cutting'] as const
export const Scheme = z.enum(SCHEMES)
export type Scheme = z.infer<typeof Scheme>

/** What a wording is that somebody else has published. */
const FOUND: readonly TextStatus[] = ['authentic', 'as-published']

export const ThemeCode = z.string().regex(/^[a-z][a-z0-9-]*$/)
export type ThemeCode = z.infer<typeof ThemeCode>

export const Theme = z
  .strictObject({
    scheme: Scheme,
    code: ThemeCode,
    /** Its number in the scheme, as the United Nations counts its priorities. */
    number: z.int().positive(),
    /** In every language; one that is `authentic` or `as-published` was found in a source. */
    names: Text.refine(({ in: said }) => LANGUAGES.every((one) => said[one]), {
      error: 'capabilities.every-language',
    }),
    /** Where the wording of a language was found. */
    foundIn: z.partialRecord(Language, Source),
    /** Whether a source states the English title, a part of it, or none; `ours` where no organization has it. */
    confirmed: z.enum(['yes', 'partly', 'no', 'ours']),
    note: Text.nullable(),
    sources: z.array(Source),
  })
  .refine(
    ({ names, foundIn }) =>
      Object.entries(names.in).every(
        ([language, { status }]) =>
          !FOUND.includes(status) || foundIn[language as Language] !== undefined,
      ),
    'capabilities.wording-without-source',
  )
export type Theme = z.infer<typeof Theme>
