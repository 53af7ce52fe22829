import type { PartyCode } from '../../../kernel/ids.ts'
import { same } from '../../../kernel/same.ts'
import type { Text } from '../../../kernel/text.ts'
import { EVER, levelOn, type Standing, standingOn } from '../history/standing.ts'
import type { DeliveryEvent, Level, ReadinessEvent } from '../history.model.ts'
import type { State } from '../life.model.ts'
import type { Link, PledgeId, Terms } from '../model.ts'
import { historySeenBy, termsSeenBy } from './seen.ts'
import { type Difference, differencesBetween } from './versions.ts'

/** What a page says of another pledge that it names. */
export interface Namesake {
  id: PledgeId
  conference: string | null
  announcedOn: string | null
  title: Text
}

/** Another pledge that this one names, or that names this one. */
export interface Connection {
  kind: Link['kind'] | 'part'
  /** Whether this pledge says it of the other, or the other of this. */
  from: 'here' | 'there'
  inferred: boolean
  pledge: Namesake
}

/** What a pledge said before, and what was changed in it then. */
export interface Earlier {
  version: number
  replacedAt: Temporal.Instant
  why: Text | null
  terms: Terms
  differences: readonly Difference[]
  /** Whether the reports of the time differ from those that came after. */
  reportsChanged: boolean
}

/** A pledge as everybody may see it. */
export interface PublicPledge {
  id: PledgeId
  conference: string | null
  announcedOn: string | null
  /** The day until which public sources were read; null where the parties keep the record themselves. */
  asOf: string | null
  version: number
  withdrawn: { note: Text | null } | null
  terms: Terms
  delivery: readonly DeliveryEvent[]
  readiness: readonly ReadinessEvent[]
  standing: Standing
  level: Level | null
  connections: readonly Connection[]
  confirmations: readonly { party: PartyCode; at: Temporal.Instant }[]
  /** Newest first. */
  earlier: readonly Earlier[]
}

interface History {
  delivery: readonly DeliveryEvent[]
  readiness: readonly ReadinessEvent[]
}

/** Everything that is recorded of a listed pledge, whoever it is meant for. */
export interface Recorded {
  record: Pick<PublicPledge, 'id' | 'conference' | 'announcedOn' | 'asOf' | 'version'> & {
    state: State
    terms: Terms
  }
  history: History
  /** Newest first. */
  versions: readonly {
    version: number
    replacedAt: Temporal.Instant
    why: Text | null
    content: History & { terms: Terms }
  }[]
  deeds: readonly {
    deed: string
    at: Temporal.Instant
    party: PartyCode | null
    note: Text | null
  }[]
  /** The listed ones of the pledges that it names. */
  named: readonly Namesake[]
  /** The listed ones that name it. */
  naming: readonly (Namesake & { links: Terms['links']; partOf: PledgeId | null })[]
}

/** What everybody may see of it: nothing that is meant for fewer, and no pledge that is not listed, is even named. */
export function publicFrom(recorded: Recorded): PublicPledge {
  const { record, history, deeds } = recorded
  const { id, conference, announcedOn, asOf, version, state } = record
  const delivery = historySeenBy('public', history.delivery)
  const readiness = historySeenBy('public', history.readiness)
  const withdrawal = deeds.findLast(({ deed }) => deed === 'withdraw')
  const listed = new Set(recorded.named.map((one) => one.id))
  return {
    id,
    conference,
    announcedOn,
    asOf,
    version,
    withdrawn: state === 'withdrawn' ? { note: withdrawal?.note ?? null } : null,
    terms: naming(listed, termsSeenBy('public', record.terms)),
    delivery,
    readiness,
    standing: standingOn(delivery, EVER),
    level: levelOn(readiness, EVER),
    connections: connectionsOf(recorded),
    confirmations: deeds.flatMap(({ deed, party, at }) =>
      deed === 'confirm' && party ? [{ party, at }] : [],
    ),
    earlier: earlierOf(recorded, listed),
  }
}

/** Terms that name no other pledges than these. */
const naming = (listed: ReadonlySet<PledgeId>, terms: Terms): Terms => ({
  ...terms,
  links: terms.links.filter(({ to }) => listed.has(to)),
  partOf: terms.partOf !== null && listed.has(terms.partOf) ? terms.partOf : null,
})

function connectionsOf({ record, named, naming }: Recorded): Connection[] {
  const there = new Map(named.map((one) => [one.id, one]))
  const { links, partOf } = record.terms
  const out = (kind: Connection['kind'], to: PledgeId, inferred: boolean): Connection[] => {
    const pledge = there.get(to)
    return pledge ? [{ kind, from: 'here', inferred, pledge }] : []
  }
  return [
    ...(partOf ? out('part', partOf, false) : []),
    ...links.flatMap(({ kind, to, inferred }) => out(kind, to, inferred)),
    ...naming.flatMap(({ links, partOf, ...pledge }): Connection[] => [
      ...(partOf === record.id
        ? [{ kind: 'part' as const, from: 'there' as const, inferred: false, pledge }]
        : []),
      ...links
        .filter(({ to }) => to === record.id)
        .map(({ kind, inferred }) => ({ kind, from: 'there' as const, inferred, pledge })),
    ]),
  ]
}

/** Each version with what the next one changed. What is meant for fewer today is not told of the past either. */
function earlierOf({ record, history, versions }: Recorded, listed: ReadonlySet<PledgeId>) {
  const seen = (terms: Terms): Terms =>
    naming(
      listed,
      termsSeenBy('public', {
        ...termsSeenBy('public', terms),
        audiences: record.terms.audiences,
      }),
    )
  const reports = ({ delivery, readiness }: History) => [
    historySeenBy('public', delivery),
    historySeenBy('public', readiness),
  ]
  let next: History & { terms: Terms } = { ...history, terms: record.terms }
  return versions.map(({ version, replacedAt, why, content }): Earlier => {
    const differences = differencesBetween(seen(content.terms), seen(next.terms))
    const reportsChanged = !same(reports(content), reports(next))
    next = content
    return { version, replacedAt, why, terms: seen(content.terms), differences, reportsChanged }
  })
}
