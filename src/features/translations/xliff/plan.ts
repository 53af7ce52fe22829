import type { Language } from '../../../kernel/language.ts'
import type { Text, Wording } from '../../../kernel/text.ts'
import { type GivenStatus, GivenWording } from '../model.ts'
import { keepsCodes } from './codes.ts'
import type { FileIn, UnitIn } from './read.ts'

/** Why a unit of a file is not taken, or nothing is to be done about it. */
export const LEFT = [
  'same',
  'untranslated',
  'stale',
  'unknown',
  'other-original',
  'authentic',
  'codes',
  'too-long',
] as const
export type Left = (typeof LEFT)[number]

/** A text as the plan needs to know it. */
export interface Known {
  text: Text
  longest: number | null
}

/** What a file would change, and what it would not, in the order of the file. */
export interface Planned {
  changes: readonly { key: string; before: Wording | null; after: Wording }[]
  left: readonly { key: string; why: Left; unit: UnitIn }[]
}

/** What somebody must look at, of what is left. */
export const REMARKABLE: readonly Left[] = LEFT.slice(2)

/** Compares a file that came back with the texts as they stand now. Nothing is changed by it. */
export function planOf(file: FileIn, texts: ReadonlyMap<string, Known>): Planned {
  const changes: { key: string; before: Wording | null; after: Wording }[] = []
  const left: { key: string; why: Left; unit: UnitIn }[] = []
  for (const unit of file.units) {
    const known = texts.get(unit.id)
    const why = known ? whyLeft(unit, known, file) : 'unknown'
    if (why !== null || !known) left.push({ key: unit.id, why: why ?? 'unknown', unit })
    else {
      const before = known.text.in[file.into] ?? null
      changes.push({ key: unit.id, before, after: wordingOf(unit, before) })
    }
  }
  return { changes, left }
}

/** What the tool says of a wording, as far as it is a translator's to say; who finishes one has translated it. */
function wordingOf({ target, state, worth }: UnitIn, before: Wording | null): Wording {
  const value = (target ?? '').trim()
  const isOld = before?.value === value && state === 'initial'
  const status: GivenStatus =
    worth === 'unofficial' || (worth === 'machine' && isOld) ? worth : 'translated'
  return { value, status }
}

function whyLeft(
  unit: UnitIn,
  { text, longest }: Known,
  { from, into }: { from: Language; into: Language },
): Left | null {
  const before = text.in[into]
  if (text.original !== from) return 'other-original'
  if (before?.status === 'authentic' || before?.status === 'as-published') return 'authentic'
  if (text.in[from]?.value !== unit.source) return 'stale'
  if (unit.target === null) return 'untranslated'
  if (unit.strange || !keepsCodes(unit.source, unit.target)) return 'codes'
  if (!GivenWording.shape.value.safeParse(unit.target).success) return 'too-long'
  if (longest !== null && [...unit.target.trim()].length > longest) return 'too-long'
  const after = wordingOf(unit, before ?? null)
  if (before?.value !== after.value) return null
  // The old words once more: somebody says so who calls them finished, or nobody has looked at them.
  if (unit.state === 'initial') return before.status === 'stale' ? 'untranslated' : 'same'
  return before.status === after.status ? 'same' : null
}
