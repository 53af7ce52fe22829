import type { PartialDay } from '../../kernel/time.ts'
import { type CapabilityCode, familyOf, isWithin } from './model.ts'
import { needsOf, type Paper, type RequirementId } from './requirements.model.ts'

/** A text that names a capability as needed: when, by whom, and in which of its requirements. */
export interface Naming {
  paper: Pick<Paper, 'id' | 'kind' | 'date' | 'issuer'>
  requirements: readonly RequirementId[]
}

/** How often and since when a capability, or anything below it, is named as needed. */
export interface Shortage {
  capability: CapabilityCode
  /** By date; never empty. */
  namings: readonly Naming[]
  first: PartialDay
  last: PartialDay
  /** Whole months from each naming to the next one; null where a date has no month. */
  between: readonly (number | null)[]
}

/** What is known of the need for a capability; null where no text that we have names it. */
export function shortageOf(papers: readonly Paper[], capability: CapabilityCode): Shortage | null {
  const namings = papers
    .map((paper) => ({
      paper,
      requirements: needsOf(paper)
        .filter(({ capabilities }) => capabilities.some((one) => isWithin(one, capability)))
        .map(({ id }) => id),
    }))
    .filter(({ requirements }) => requirements.length > 0)
    .toSorted((a, b) => byDate(a.paper, b.paper))
  const [earliest] = namings
  const latest = namings.at(-1)
  if (!earliest || !latest) return null
  return {
    capability,
    namings: namings.map(({ paper: { id, kind, date, issuer }, requirements }) => ({
      paper: { id, kind, date, issuer },
      requirements,
    })),
    first: earliest.paper.date,
    last: latest.paper.date,
    between: namings
      .slice(1)
      .map(({ paper }, i) =>
        monthsBetween((namings[i] as (typeof namings)[0]).paper.date, paper.date),
      ),
  }
}

/** The same for every family of capabilities that is named, the one that was named first at the top. */
export function shortages(papers: readonly Paper[]): Shortage[] {
  const families = new Set(
    papers.flatMap((paper) =>
      needsOf(paper).flatMap(({ capabilities }) => capabilities.map(familyOf)),
    ),
  )
  return [...families]
    .flatMap((family) => shortageOf(papers, family) ?? [])
    .toSorted((a, b) => compared(a.first, b.first) || compared(a.capability, b.capability))
}

/** Whether more than one text names it: the need was still there, or there again. */
export const isNamedAgain = ({ namings }: Pick<Shortage, 'namings'>): boolean => namings.length > 1

/** The texts that were there on a day: the record as it stood. A text without a day counts from its beginning. */
export const papersOn = (papers: readonly Paper[], day: string): Paper[] =>
  papers.filter(({ date }) => date <= day)

/** Whole months from one day to another, as far as both are known to the month. */
export function monthsBetween(from: PartialDay, to: PartialDay): number | null {
  if (from.length < 7 || to.length < 7) return null
  const month = (day: PartialDay) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return month(to) - month(from)
}

const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byDate = (a: Pick<Paper, 'date' | 'id'>, b: typeof a) =>
  compared(a.date, b.date) || compared(a.id, b.id)
