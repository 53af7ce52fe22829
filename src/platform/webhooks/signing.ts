import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'

/** A fresh secret of an endpoint, as Standard Webhooks writes it: 256 bits. */
export const newWebhookSecret = (): string => PREFIX + randomBytes(32).toString('base64')

/** What a secret may be: the prefix and 24 to 64 bytes in base64. */
export const WEBHOOK_SECRET = /^whsec_(?=[A-Za-z0-9+/=]{32,88}$)[A-Za-z0-9+/]+={0,2}$/

/** What a message is signed with: the secret of today, and for a while the one before. */
export interface Secrets {
  secret: string
  formerSecret: string | null
  formerUntil: Temporal.Instant | null
}

/**
 * The headers of a message by Standard Webhooks (https://www.standardwebhooks.com): its identifier, which is the same
 * at every attempt, the moment of this attempt, and a signature by each secret that holds.
 */
export function signed(
  { id, body }: { id: string; body: string },
  { secret, formerSecret, formerUntil }: Secrets,
  now: Temporal.Instant,
): Record<string, string> {
  const seconds = Math.floor(now.epochMilliseconds / 1000)
  const formerHolds = formerUntil !== null && Temporal.Instant.compare(now, formerUntil) < 0
  const secrets = [secret, ...(formerSecret !== null && formerHolds ? [formerSecret] : [])]
  const signatures = secrets.map((one) => {
    const key = Buffer.from(one.slice(PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  }
}
