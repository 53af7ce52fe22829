import { compareIn, sortKeyOf } from '../../../i18n/collation.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { Charted } from '../../../ui/chart/charted.ts'
import { tileMap } from '../../../ui/chart/tile-map.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { nameOn } from '../../parties/model.ts'
import { addressOfCount, queryOf } from '../count/address.ts'
import { saySample } from '../sample.tsx'
import { say } from '../words.ts'
import type { MapFacts, Placed } from './facts.ts'
import { byRegion, filterOfState, presenceIn } from './presence.ts'

/** The States by their groups: the groups and their States in the page's alphabet, observers last. */
export function placesIn(language: Language, facts: MapFacts): Map<string, Placed[]> {
  const { entries, wish, parties, groups, regional, day } = facts
  const compare = compareIn(language)
  const presence = presenceIn(entries, wish)
  const labelOf = (group: string | null) =>
    group === null ? say(language, 'map.observers') : (groups.get(group)?.[language] ?? group)
  const ordered = [...groups.keys()].toSorted((a, b) =>
    compare(sortKeyOf(language, labelOf(a)), sortKeyOf(language, labelOf(b))),
  )
  return new Map(
    byRegion(parties, ordered, regional, presence, day)
      .filter(({ states }) => states.length > 0)
      .map(({ group, states }) => [
        labelOf(group),
        states
          .map(({ state, pledges }) => {
            const { short, sort } = nameOn(state, day, language)
            const sortKey = sort ?? sortKeyOf(language, short)
            return { code: state.code, name: short, sortKey, group: labelOf(group), pledges }
          })
          .toSorted((a, b) => compare(a.sortKey, b.sortKey)),
      ]),
  )
}

/** Which pledges are shown, in words: the edition and the capability that were chosen. */
export function sayScope(language: Language, { wish, editions, names }: MapFacts): string[] {
  const edition = editions.find(({ outline }) => outline.id === wish.edition)
  const capability = names.get(wish.capability ?? '')
  return [
    ...(edition ? [readingOf(edition.outline.shortName, language).value] : []),
    ...(capability ? [capability[language]] : []),
  ]
}

/** Which States promise something in our sample: equal tiles, one shade, the alphabet of the page. */
export function mapChart(language: Language, facts: MapFacts): Charted {
  const { wish, editions, states, today } = facts
  const places = placesIn(language, facts)
  const all = [...places.values()].flat()
  const present = all.filter(({ pledges }) => pledges > 0).length
  const edition = editions.find(({ outline }) => outline.id === wish.edition)
  const sample = edition && !wish.capability && saySample(language, edition, states)
  return {
    title: [
      say(language, 'map.chart', { present, all: all.length }),
      ...sayScope(language, facts),
    ].join(' · '),
    picture: tileMap({
      language,
      groups: [...places].map(([label, its]) => ({
        label,
        tiles: its.map(({ pledges, ...place }) => ({
          ...place,
          href: hrefOf(language, `/parties/${place.code}`),
          count: pledges,
        })),
      })),
      counted: say(language, 'map.counted'),
    }),
    rule: say(language, 'map.rule'),
    ...(sample && { sample }),
    asOf: today,
    address: `/record/map${queryOf(wish)}`,
    designations: true,
    table: {
      columns: [
        say(language, 'map.state'),
        say(language, 'map.code'),
        say(language, 'map.group'),
        say(language, 'map.counted'),
      ],
      rows: all
        .toSorted((a, b) => compareIn(language)(a.sortKey, b.sortKey))
        .map(({ name, code, group, pledges }) => [
          name,
          code,
          group,
          {
            value: pledges,
            href: hrefOf(language, addressOfCount('pledges', filterOfState(wish, code))),
          },
        ]),
    },
  }
}
