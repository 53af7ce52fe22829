import type { PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import { isOwnWords } from '../../followup/observations/model.ts'
import { observationsOfEach } from '../../followup/observations/queries.ts'
import { linesOf, namesFor, partyLabels } from '../../pledges/find/lines.queries.ts'
import { historiesOf, NO_HISTORY } from '../../pledges/queries.ts'
import { giversOf } from '../../pledges/shares.model.ts'
import { recordFacts } from '../facts.queries.ts'
import { type Entry, knownOnDay } from '../ledger.model.ts'
import type { Reported, ReportsFacts } from './facts.ts'
import { lastReportIn, lastReports, onPage, type ReportsWish } from './last.ts'

interface Asked {
  wish: ReportsWish
  language: Language
  /** The day of the reader's visit. */
  day: string
}

/** The last public reports of a wish: all its pledges, and what is known of those on its page of either list. */
export async function reportsFacts(
  db: Reading,
  { wish, language, day }: Asked,
): Promise<ReportsFacts | null> {
  const facts = await recordFacts(db)
  if (!facts) return null
  const { entries, editions, states } = facts
  const lists = lastReports(entries, wish)
  const pages = [onPage(lists.reported, wish.page), onPage(lists.none, wish.none)] as const
  const shown = await withReports(db, pages.flat())
  const givers = new Set<PartyCode>(entries.flatMap(({ shares }) => giversOf(shares)))
  const of = (page: readonly Entry[]) => page.flatMap(({ id }) => shown.get(id) ?? [])
  return {
    editions,
    states,
    wish,
    lists,
    reported: of(pages[0]),
    none: of(pages[1]),
    names: await namesFor(
      db,
      [...shown.values()].flatMap(({ line }) => line.parties),
    ),
    givers: (await partyLabels(db, language)).filter(({ code }) => givers.has(code)),
    today: knownOnDay(entries, day),
  }
}

async function withReports(
  db: Reading,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, Reported>> {
  const ids = entries.map(({ id }) => id)
  const histories = await historiesOf(db, ids)
  const said = await observationsOfEach(db, ids)
  return new Map(
    (await linesOf(db, ids)).map((line) => [
      line.id,
      {
        line,
        report: lastReportIn((histories.get(line.id) ?? NO_HISTORY).delivery),
        said: (said.get(line.id) ?? []).filter((one) => !isOwnWords(one)),
      },
    ]),
  )
}
