import { same } from '../../../kernel/same.ts'
import type { DeliveryEvent, ReadinessEvent } from '../history.model.ts'
import type { Share } from '../shares.model.ts'

/** A report as it stands, under a number that never changes: a reply may refer to it. */
export interface Standing<Event = DeliveryEvent | ReadinessEvent> {
  position: number
  event: Event
  /** Whether somebody with an account reported it here, and no file. */
  byPeople: boolean
}

/** What is to be done so that a file says what it says now, and nothing of people's is lost. */
export interface Changes<Event> {
  removed: number[]
  added: { position: number; event: Event }[]
  /** All reports after that, in the order of their numbers. */
  history: Event[]
}

/**
 * Lays what a file says over what stands: what it said before keeps its number, what it no longer says goes, what is
 * new comes last. What people reported stays.
 */
export function laidOver<Event extends DeliveryEvent | ReadinessEvent>(
  standing: readonly Standing<Event>[],
  file: readonly Event[],
): Changes<Event> {
  const unmet = [...standing]
  const fresh: Event[] = []
  const kept: Standing<Event>[] = []
  for (const event of file) {
    const place = unmet.findIndex((one) => same(one.event, event))
    if (place < 0) fresh.push(event)
    else kept.push(...unmet.splice(place, 1))
  }
  const people = unmet.filter(({ byPeople }) => byPeople)
  const last = Math.max(0, ...standing.map(({ position }) => position))
  const added = fresh.map((event, i) => ({ position: last + 1 + i, event }))
  const stays = [...kept, ...people].toSorted((a, b) => a.position - b.position)
  return {
    removed: unmet.filter(({ byPeople }) => !byPeople).map(({ position }) => position),
    added,
    history: [...stays, ...added].map(({ event }) => event),
  }
}

/** The shares of a file, with the consents that parties have given here: a file cannot take one back. */
export const withConsents = (before: readonly Share[], file: readonly Share[]): Share[] =>
  file.map((share) =>
    before.some(
      (one) => one.party === share.party && one.role === share.role && one.consent === 'given',
    )
      ? { ...share, consent: 'given' }
      : share,
  )
