/** Why an endpoint is not told anything. */
export type Reason = 'by-hand' | 'no-answer' | 'gone'

/** Why a delivery has not arrived. */
export const TROUBLES = [
  'refused',
  'redirected',
  'too-slow',
  'out-of-reach',
  'not-safe',
  'private-address',
  'held-back',
] as const
export type Trouble = (typeof TROUBLES)[number]

/** Another system that is told what has become public. */
export interface EndpointRow {
  id: string
  name: string
  address: string
  /** `*`: every conference. */
  conference: string
  kinds: string[]
  secret: string
  formerSecret: string | null
  formerUntil: Temporal.Instant | null
  state: 'enabled' | 'disabled' | 'removed'
  reason: Reason | null
  registeredAt: Temporal.Instant
  registeredBy: string
  failingSince: Temporal.Instant | null
  isGone: boolean
  triedAt: Temporal.Instant | null
  leasedUntil: Temporal.Instant | null
}

export interface DeliveryRow {
  id: string
  endpoint: string
  event: string
  state: 'waiting' | 'delivered' | 'failed'
  due: Temporal.Instant
  attempts: number
  triedAt: Temporal.Instant | null
  status: number | null
  trouble: Trouble | null
}

declare module '../database/tables.ts' {
  interface Tables {
    webhookEndpoint: EndpointRow
    webhookEvent: {
      id: string
      kind: string
      conference: string | null
      dataset: string | null
      key: string | null
      happenedAt: Temporal.Instant
      due: Temporal.Instant
      publishedAt: Temporal.Instant | null
      payload: string | null
    }
    webhookDelivery: DeliveryRow
  }
}
