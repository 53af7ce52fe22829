import type { EventKind } from './model.ts'

/** An endpoint as its pages show it. */
export interface Endpoint {
  id: string
  name: string
  address: string
  conference: string
  kinds: readonly string[]
  state: 'enabled' | 'disabled' | 'removed'
  reason: 'by-hand' | 'no-answer' | 'gone' | null
  registeredAt: Temporal.Instant
  /** Until when the former secret signs as well. */
  formerUntil: Temporal.Instant | null
  failingSince: Temporal.Instant | null
}

/** A message to an endpoint. */
export interface Delivery {
  id: string
  /** The `webhook-id`. */
  event: string
  kind: EventKind | string
  happenedAt: Temporal.Instant
  state: 'waiting' | 'delivered' | 'failed'
  due: Temporal.Instant
  attempts: number
  triedAt: Temporal.Instant | null
  status: number | null
  trouble: string | null
}
