import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { Charted } from '../../../ui/chart/charted.ts'
import { stacked } from '../../../ui/chart/stacked.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { addressOfCount } from '../count/address.ts'
import type { Filter } from '../count/filter.ts'
import type { EditionFacts } from '../editions.ts'
import { saySample } from '../sample.tsx'
import { say } from '../words.ts'
import type { ReportsFacts } from './facts.ts'
import { addressOfReports, countedByEdition } from './last.ts'

/** The short name of an edition, or that a pledge is tied to none. */
export function editionName(
  language: Language,
  editions: readonly EditionFacts[],
  id: string,
): string {
  const edition = editions.find(({ outline }) => outline.id === id)
  return edition
    ? readingOf(edition.outline.shortName, language).value
    : say(language, 'edition.none')
}

/** Which pledges are shown, in words: the edition and the party that were chosen. */
export const sayWished = (
  language: Language,
  { wish, editions, givers }: ReportsFacts,
): string[] => [
  ...(wish.edition ? [editionName(language, editions, wish.edition)] : []),
  ...(wish.party ? [givers.find(({ code }) => code === wish.party)?.name.short ?? wish.party] : []),
]

/** How many pledges of each edition have a dated public report, and of how many none was found. */
export function reportsChart(language: Language, facts: ReportsFacts): Charted {
  const { editions, states, lists, wish, today } = facts
  const [reported, none] = [lists.reported, lists.none].map(countedByEdition)
  const rows = [...editions.map(({ outline }) => outline.id), 'none' as const]
    .map((edition) => ({
      edition,
      counts: [reported?.get(edition) ?? 0, none?.get(edition) ?? 0] as const,
    }))
    .map((row) => ({ ...row, all: row.counts[0] + row.counts[1] }))
    .filter(({ all }) => all > 0)
  const total = (part: 0 | 1) => rows.reduce((sum, { counts }) => sum + counts[part], 0)
  const published = (id: string) => {
    const edition = editions.find(({ outline }) => outline.id === id)
    return edition && !wish.party ? saySample(language, edition, states) : null
  }
  const linked = (value: number, filter: Filter) => ({
    value,
    href: hrefOf(language, addressOfCount('pledges', { party: wish.party, ...filter })),
  })
  return {
    title: [
      say(language, 'reports.chart', { reported: total(0), all: total(0) + total(1) }),
      ...sayWished(language, facts),
    ].join(' · '),
    picture: stacked({
      language,
      parts: [
        { label: say(language, 'known.anything'), filling: 'dotted' },
        { label: say(language, 'known.nothing-found'), filling: 'open' },
      ],
      rows: rows.map(({ edition, counts, all }) => {
        const note = published(edition)
        return {
          label: editionName(language, editions, edition),
          said: say(language, 'count.pledges', { count: all }),
          counts,
          ...(note && { note }),
        }
      }),
    }),
    rule: say(language, 'reports.rule'),
    asOf: today,
    address: addressOfReports({ ...wish, page: 1, none: 1 }),
    table: {
      columns: [
        say(language, 'edition'),
        say(language, 'rule.pledges'),
        say(language, 'known.anything'),
        say(language, 'known.nothing-found'),
      ],
      rows: rows.map(({ edition, counts, all }) => [
        editionName(language, editions, edition),
        linked(all, { edition }),
        linked(counts[0], { edition, known: 'anything' }),
        linked(counts[1], { edition, known: 'nothing-found' }),
      ]),
    },
  }
}
