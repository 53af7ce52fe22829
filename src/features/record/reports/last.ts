import { z } from 'zod'
import { once } from '../../../kernel/once.ts'
import { countsOn, EVER, standingOn } from '../../pledges/history/standing.ts'
import type { DeliveryEvent } from '../../pledges/history.model.ts'
import { lastDayOf } from '../../pledges/model.ts'
import { historySeenBy } from '../../pledges/terms/seen.ts'
import { queryOf } from '../count/address.ts'
import { pledgesAmong } from '../count/count.ts'
import { Filter, filtered } from '../count/filter.ts'
import type { Entry } from '../ledger.model.ts'

const Page = z.coerce.number().int().min(1).max(100_000).catch(1).default(1)

/** What a reader asks of the last reports, as it stands in the address. */
export const ReportsWish = Filter.pick({ edition: true, party: true }).extend({
  /** The page of the pledges with a report, and that of those without. */
  page: Page,
  none: Page,
})
export type ReportsWish = z.infer<typeof ReportsWish>

/** How many pledges of either list stand on a page. */
export const AT_ONCE = 25

/** Where another page of the lists is, without its language. */
export const addressOfReports = ({ page, none, ...wish }: ReportsWish): string =>
  `/record/reports${queryOf({ ...wish, page: beyondFirst(page), none: beyondFirst(none) })}`

const beyondFirst = (page: number) => (page > 1 ? String(page) : undefined)

/** The day of the last public report of a pledge; null where none was found. Entries do not change: it is asked once. */
export function reportedOn(entry: Entry): string | null {
  const known = days.get(entry)
  if (known !== undefined) return known
  const day = standingOn(entry.reports, EVER).reportedOn
  days.set(entry, day)
  return day
}
const days = new WeakMap<Entry, string | null>()

/** Pledges with a public report, and those of which none was found in our sources. */
export interface LastReports {
  /** The one reported last at the top. */
  reported: readonly Entry[]
  /** The one announced last at the top: where no report is, there is no other day. */
  none: readonly Entry[]
}

/** The pledges of a wish that the rule of pledges counts, by their last public report. */
export function lastReports(
  entries: readonly Entry[],
  wish: Pick<ReportsWish, 'edition' | 'party'>,
): LastReports {
  return lastReportsOf(filtered(entries, { edition: wish.edition, party: wish.party }))
}

const lastReportsOf = once((entries: readonly Entry[]): LastReports => {
  const pledges = pledgesAmong(entries)
  return {
    reported: newestFirst(
      pledges.filter((entry) => reportedOn(entry) !== null),
      reportedOn,
    ),
    none: newestFirst(
      pledges.filter((entry) => reportedOn(entry) === null),
      ({ since }) => since,
    ),
  }
})

/** What stands on one page of a list. */
export const onPage = <One>(list: readonly One[], page: number): One[] =>
  list.slice((page - 1) * AT_ONCE, page * AT_ONCE)

/** The last public report of a history: the very event that the day comes from. */
export const lastReportIn = (delivery: readonly DeliveryEvent[]): DeliveryEvent | null =>
  historySeenBy('public', delivery)
    .filter((event) => event.stage !== 'announced' && countsOn(event, EVER))
    .toSorted((a, b) => compared(lastDayOf(a.on ?? ''), lastDayOf(b.on ?? '')))
    .at(-1) ?? null

/** A month counts from its last day, as everywhere; those of one day stand by their identifiers. */
function newestFirst(entries: readonly Entry[], dayOf: (entry: Entry) => string | null): Entry[] {
  const last = new Map<string, string>()
  const lastOf = (day: string): string => {
    const known = last.get(day) ?? lastDayOf(day)
    last.set(day, known)
    return known
  }
  return entries
    .map((entry) => ({ entry, day: lastOf(dayOf(entry) ?? '0000') }))
    .sort((a, b) => compared(b.day, a.day) || compared(a.entry.id, b.entry.id))
    .map(({ entry }) => entry)
}

/** How many of the pledges of a list each edition has; those of none under `none`. */
export function countedByEdition(list: readonly Entry[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  for (const { conference } of list) {
    const edition = conference ?? 'none'
    numbers.set(edition, (numbers.get(edition) ?? 0) + 1)
  }
  return numbers
}

const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
