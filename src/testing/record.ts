import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { CategorySet } from '../features/capabilities/categories.model.ts'
import { Capability } from '../features/capabilities/model.ts'
import { Paper } from '../features/capabilities/requirements.model.ts'
import { capabilitiesFrom, categorySetsFrom, papersFrom } from '../features/capabilities/shipped.ts'
import type { Conference } from '../features/conferences/model.ts'
import { type Outline, outlineOf } from '../features/conferences/outline.ts'
import { conferencesFrom, seriesFrom } from '../features/conferences/shipped.ts'
import { Group } from '../features/parties/groups.model.ts'
import { Party } from '../features/parties/model.ts'
import { Entry as Shipped } from '../features/pledges/keeping/record.commands.ts'
import { entriesFrom } from '../features/pledges/shipped.ts'
import type { RecordFacts } from '../features/record/editions.ts'
import { entryFrom } from '../features/record/entries.ts'
import type { Entry } from '../features/record/ledger.model.ts'

/** Files are read once; whoever is given them changes nothing. */
const once = <Value>(make: () => Value): (() => Value) => {
  let made: { value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const parsed = (file: string) => JSON.parse(readFileSync(`data/${file}`, 'utf8'))
const each = (folder: string) =>
  readdirSync(`data/${folder}`)
    .sort()
    .map((file) => parsed(`${folder}/${file}`))

/** The texts that ship, by date. */
export const shippedPapers = once((): Paper[] =>
  papersFrom(parsed('requirements.json')).map((paper) => Paper.parse(paper)),
)

export const shippedCapabilities = once((): Capability[] =>
  capabilitiesFrom(parsed('capabilities.json')).map((one) => Capability.parse(one)),
)

export const shippedCategories = once((): CategorySet[] =>
  categorySetsFrom(parsed('categories.json')).map((one) => CategorySet.parse(one)),
)

/** The conferences that ship, whole. */
export const shippedConferences = once((): Conference[] =>
  each('conferences').flatMap((content) => conferencesFrom(content)),
)

/** The editions that ship, without what prepared them, by date. */
export const shippedEditions = (): Outline[] =>
  shippedConferences()
    .map((conference) => outlineOf(conference))
    .filter(({ parent }) => parent === null)
    .toSorted((a, b) => ((a.dates?.first ?? '9') < (b.dates?.first ?? '9') ? -1 : 1))

export const shippedParties = once((): Party[] => {
  const { parties, sources } = parsed('parties.json')
  return (parties as object[]).map((party) => Party.parse({ ...party, sources }))
})

export const shippedGroups = once((): Group[] => Group.array().parse(parsed('groups.json').groups))

/** The pledges that ship, whole. */
export const shippedPledges = once((): Shipped[] =>
  each('pledges').flatMap((content) => entriesFrom(content).map((one) => Shipped.parse(one))),
)

/** The same as the engine counts them: as the ledger reads them from the database. */
export const shippedLedger = once((): Entry[] => {
  const starts = new Map(
    shippedEditions().map(({ id, dates }) => [String(id), dates?.first ?? null]),
  )
  return shippedPledges()
    .map(({ id, state, announcedOn, asOf, terms, delivery }) =>
      entryFrom({
        id,
        listed: true,
        state,
        announcedOn,
        asOf,
        conferenceStarts: starts.get(terms.conference ?? '') ?? null,
        terms,
        delivery: delivery.filter(({ audience }) => audience === 'public'),
        amended: [],
      }),
    )
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
})

/** What the pages of the record are made of, as it ships. */
export const shippedFacts = once((): RecordFacts => {
  const entries = shippedLedger()
  const conferences = new Map(shippedConferences().map((one) => [one.id, one]))
  const categories = new Map(
    shippedCategories().map((set) => [set.conference, set.categories.map(({ code }) => code)]),
  )
  return {
    series: seriesFrom(parsed('series.json')),
    entries,
    editions: shippedEditions().flatMap((outline) => {
      const own = entries.filter(({ conference }) => conference === outline.id)
      const { figures = [], sources = {} } = conferences.get(outline.id) ?? {}
      return own.length === 0
        ? []
        : [
            {
              outline,
              entries: own,
              figures,
              sources,
              categories: categories.get(outline.id) ?? [],
            },
          ]
    }),
    states: new Set(
      shippedParties().flatMap(({ code, kind }) => (kind === 'organisation' ? [] : [code])),
    ),
  }
})

/** How many bytes a page is over the wire, compressed as it is at once. */
export const overTheWire = (html: string): number =>
  brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length
