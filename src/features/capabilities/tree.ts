import { LANGUAGES, type Language } from '../../kernel/language.ts'
import { fold } from '../parties/search.ts'
import type { Capability, CapabilityCode } from './model.ts'
import type { Paper } from './requirements.model.ts'
import { shortageOf } from './shortage.ts'

/** A capability with what stands below it, and in how many texts it, or something below it, is named as needed. */
export interface Branch {
  capability: Capability
  texts: number
  branches: readonly Branch[]
}

/** The capabilities as a tree, each level in the order of the printed taxonomy. */
export function treeOf(
  capabilities: readonly Capability[],
  papers: readonly Paper[],
  below: CapabilityCode | null = null,
): Branch[] {
  return capabilities
    .filter(({ parent }) => parent === below)
    .map((capability) => ({
      capability,
      texts: shortageOf(papers, capability.code)?.namings.length ?? 0,
      branches: treeOf(capabilities, papers, capability.code),
    }))
}

/** A wording that a search met, in its language; a code belongs to none. */
export interface Found {
  wording: string
  language: Language | null
}

/** Why a search finds a capability: its name in the reader's language first, then in any other, then its code. */
export function finds(
  { code, names }: Pick<Capability, 'code' | 'names'>,
  search: string,
  language: Language,
): Found | null {
  const wanted = fold(search)
  if (wanted === '') return null
  const spoken = [language, ...LANGUAGES.filter((other) => other !== language)].find((one) =>
    fold(names[one]).includes(wanted),
  )
  if (spoken) return { wording: names[spoken], language: spoken }
  return code.includes(wanted) ? { wording: code, language: null } : null
}
