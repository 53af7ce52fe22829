import { z } from 'zod'
import { Language } from '../../../kernel/language.ts'
import { TextStatus } from '../../../kernel/text.ts'

/** As typed: half a number, half a name. Nothing of it is refused while somebody writes. */
const Typed = z.string().max(300)
const Words = z.string().max(12_000)

/** A text as it is typed, in as many languages as its author has. */
export const Wordings = z.strictObject({
  original: Language.optional(),
  in: z
    .partialRecord(
      Language,
      z.strictObject({ value: Words.optional(), status: TextStatus.optional() }),
    )
    .optional(),
})
export type Wordings = z.infer<typeof Wordings>

/** A quantity as it is typed. */
export const Amount = z.strictObject({
  kind: Typed.optional(),
  value: Typed.optional(),
  to: Typed.optional(),
  per: Typed.optional(),
  bound: Typed.optional(),
  unit: Typed.optional(),
  currency: Typed.optional(),
  year: Typed.optional(),
})
export type Amount = z.infer<typeof Amount>

const Part = z.strictObject({ role: Typed.optional(), quantity: Amount.optional() })
const PartnersPart = Part.extend({ party: Typed.optional() })

const codes = z.array(Typed).max(60).optional()
const MOST_ROWS = 60

/**
 * What somebody writes of a pledge, exactly as they typed it. It becomes `Terms` when it is shown to others or handed
 * in; see `terms-from.ts`.
 */
export const Sketch = z.strictObject({
  title: Wordings.optional(),
  summary: Wordings.optional(),
  announcedIn: Typed.optional(),
  words: Words.optional(),
  /** What the party that leads does itself. */
  own: z.array(Part).max(MOST_ROWS).optional(),
  partners: z.array(PartnersPart).max(MOST_ROWS).optional(),
  rotation: z
    .array(
      z.strictObject({
        party: Typed.optional(),
        from: Typed.optional(),
        until: Typed.optional(),
      }),
    )
    .max(MOST_ROWS)
    .optional(),
  quantity: Amount.optional(),
  capabilities: codes,
  categories: codes,
  priorities: codes,
  crossCutting: codes,
  missions: codes,
  beneficiaries: codes,
  beneficiariesNote: Wordings.optional(),
  from: Typed.optional(),
  until: Typed.optional(),
  conditions: z
    .array(z.strictObject({ kind: Typed.optional(), note: Wordings.optional() }))
    .max(MOST_ROWS)
    .optional(),
  requirements: codes,
  baseline: Wordings.optional(),
  partOf: Typed.optional(),
  links: z
    .array(z.strictObject({ kind: Typed.optional(), to: Typed.optional() }))
    .max(MOST_ROWS)
    .optional(),
  note: Wordings.optional(),
  /** Who sees the whole. */
  audience: Typed.optional(),
  /** Who sees a field, where that is fewer. */
  audiences: z.record(z.string().max(40), Typed).optional(),
})
export type Sketch = z.infer<typeof Sketch>

/** Something that was typed and cannot be understood yet, or is missing: where, and why. */
export interface Problem {
  path: (string | number)[]
  code: string
}

/** Who writes: its author, or the secretariat where it puts right what was announced. Neither sees the other's. */
export const Hand = z.enum(['author', 'secretariat'])
export type Hand = z.infer<typeof Hand>
