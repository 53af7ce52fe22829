import { readdirSync, readFileSync } from 'node:fs'
import { CategorySet } from '../features/capabilities/categories.model.ts'
import { Capability } from '../features/capabilities/model.ts'
import { Paper } from '../features/capabilities/requirements.model.ts'
import { capabilitiesFrom, categorySetsFrom, papersFrom } from '../features/capabilities/shipped.ts'
import { type Outline, outlineOf } from '../features/conferences/outline.ts'
import { conferencesFrom } from '../features/conferences/shipped.ts'
import { Group } from '../features/parties/groups.model.ts'
import { Party } from '../features/parties/model.ts'
import { Entry as Shipped } from '../features/pledges/keeping/record.commands.ts'
import { entriesFrom } from '../features/pledges/shipped.ts'
import { entryFrom } from '../features/record/entries.ts'
import type { Entry } from '../features/record/ledger.model.ts'

const parsed = (file: string) => JSON.parse(readFileSync(`data/${file}`, 'utf8'))
const each = (folder: string) =>
  readdirSync(`data/${folder}`)
    .sort()
    .map((file) => parsed(`${folder}/${file}`))

/** The texts that ship, by date. */
export const shippedPapers = (): Paper[] =>
  papersFrom(parsed('requirements.json')).map((paper) => Paper.parse(paper))

export const shippedCapabilities = (): Capability[] =>
  capabilitiesFrom(parsed('capabilities.json')).map((one) => Capability.parse(one))

export const shippedCategories = (): CategorySet[] =>
  categorySetsFrom(parsed('categories.json')).map((one) => CategorySet.parse(one))

/** The editions that ship, without what prepared them, by date. */
export const shippedEditions = (): Outline[] =>
  each('conferences')
    .flatMap((content) => conferencesFrom(content))
    .map((conference) => outlineOf(conference))
    .filter(({ parent }) => parent === null)
    .toSorted((a, b) => ((a.dates?.first ?? '9') < (b.dates?.first ?? '9') ? -1 : 1))

export const shippedParties = (): Party[] => {
  const { parties, sources } = parsed('parties.json')
  return (parties as object[]).map((party) => Party.parse({ ...party, sources }))
}

export const shippedGroups = (): Group[] => Group.array().parse(parsed('groups.json').groups)

/** The pledges that ship, whole. */
export const shippedPledges = (): Shipped[] =>
  each('pledges').flatMap((content) => entriesFrom(content).map((one) => Shipped.parse(one)))

/** The same as the engine counts them: as the ledger reads them from the database. */
export function shippedLedger(): Entry[] {
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
}
