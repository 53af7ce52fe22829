import { z } from 'zod'
import { type Actor, holds, type Role } from '../../kernel/actor.ts'
import { ConferenceId } from '../../kernel/ids.ts'

/** What other systems may ask to be told: what has become public, and nothing else. */
export const EVENT_KINDS = [
  'programme.released',
  'programme.delayed',
  'conference.changed',
  'pledge.announced',
  'pledge.amended',
  'pledge.withdrawn',
  'pledge.confirmed',
  'pledge.progress',
  'report.published',
  'assessment.published',
  'reply.published',
] as const
export const EventKind = z.enum(EVENT_KINDS)
export type EventKind = z.infer<typeof EventKind>

/** A message that says nothing, by which somebody sees whether an endpoint answers. */
export const TRIAL = 'webhook.test'

/** `*`: of every conference. */
export const Scope = z.union([z.literal('*'), ConferenceId])

/** What an endpoint is called by those who look after it. */
export const EndpointName = z.string().trim().min(1).max(80)

export const MOST_ENDPOINTS = 20

/** How long the former secret still signs after a new one was given. */
export const OVERLAP = { hours: 24 }

const THOSE: readonly Role[] = ['administrator', 'host-secretariat', 'un-secretariat']

/** Who looks after the endpoints of a conference, or (`*`) of all. */
export const mayManage = (actor: Actor, conference: string): boolean =>
  holds(actor, conference, ...THOSE)

/** Who looks after any. */
export const mayManageSome = ({ grants }: Actor): boolean =>
  grants.some(({ role }) => THOSE.includes(role))

/** The program itself, when it gives an endpoint up. */
export const KEEPER: Actor = { kind: 'system', id: 'webhooks', grants: [] }
