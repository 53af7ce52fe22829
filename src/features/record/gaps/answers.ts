import type { ConferenceId } from '../../../kernel/ids.ts'
import type { CapabilityCode } from '../../capabilities/model.ts'
import type { Paper, PaperId } from '../../capabilities/requirements.model.ts'
import type { Outline } from '../../conferences/outline.ts'
import type { Filter } from '../count/filter.ts'
import type { Entry } from '../ledger.model.ts'
import { familiesNamedIn, pledgesByFamily, tellsTypes } from './families.ts'

/** An edition, and the day on which it began as far as it is known. */
export interface Began {
  id: ConferenceId
  first: string
}

/** When some editions began, in the order of their days; one whose day is not known answers nothing. */
export const began = (editions: readonly Pick<Outline, 'id' | 'dates'>[]): Began[] =>
  editions
    .flatMap(({ id, dates }) => (dates ? [{ id, first: dates.first }] : []))
    .toSorted((a, b) => (a.first < b.first ? -1 : 1))

/** What the pledges of an edition answered of a need that had been named by then. */
export interface Answer {
  edition: ConferenceId
  family: CapabilityCode
  /** The texts that named it since the edition before: empty where it was named only earlier. */
  anew: readonly PaperId[]
  /** Pledges of the edition in the same family; a re-announcement is none. */
  pledges: readonly Entry[]
}

/**
 * Which needs had been named before each edition, and the pledges that answer them. Few pledges say what they answer,
 * so this is our reading: a pledge answers a need if it is of the same family of capabilities, and if a text dated no
 * later than the month in which the edition began had named that family. Editions are given in the order of their days.
 */
export function answersOf(
  papers: readonly Paper[],
  editions: readonly Began[],
  entries: readonly Entry[],
): Answer[] {
  const namings = papers.flatMap(({ id, date, requirements }) =>
    familiesNamedIn({ requirements }).map((family) => ({ family, id, month: monthOf(date) })),
  )
  const pledges = pledgesByFamily(entries)
  return editions.flatMap(({ id: edition, first }, place) => {
    const before = monthOf(editions[place - 1]?.first ?? '')
    const byThen = namings.filter(({ month }) => month <= monthOf(first))
    return [...new Set(byThen.map(({ family }) => family))].map((family) => ({
      edition,
      family,
      anew: byThen.filter((one) => one.family === family && one.month > before).map(({ id }) => id),
      pledges: (pledges.get(family) ?? []).filter(({ conference }) => conference === edition),
    }))
  })
}

/** The texts since the edition before in which we found no types; `reasonOf` tells why. */
export const untoldBefore = (papers: readonly Paper[], editions: readonly Began[], id: string) => {
  const place = editions.findIndex((one) => one.id === id)
  const [before, first] = [editions[place - 1], editions[place]].map((one) =>
    monthOf(one?.first ?? ''),
  )
  return papers
    .filter((paper) => !tellsTypes(paper))
    .filter(({ date }) => monthOf(date) > (before ?? '') && monthOf(date) <= (first ?? ''))
}

/** The pledges of an answer: what stands in the address of their count. */
export const filterOfAnswer = ({
  edition,
  family,
}: Pick<Answer, 'edition' | 'family'>): Filter => ({ edition, capability: family })

const monthOf = (day: string) => day.slice(0, 7)
