import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { newWebhookSecret, signed, WEBHOOK_SECRET } from './signing.ts'

const message = { id: 'msg-1', body: JSON.stringify({ type: 'pledge.announced', name: 'مروحية' }) }
const now = Temporal.Now.instant()
const alone = (secret: string) => ({ secret, formerSecret: null, formerUntil: null })
const readBy = (secret: string, headers: Record<string, string>) =>
  new Webhook(secret).verify(message.body, headers)

describe('a signature', () => {
  it('is read by the library of the standard', () => {
    const secret = newWebhookSecret()
    expect(readBy(secret, signed(message, alone(secret), now))).toEqual(JSON.parse(message.body))
  })

  it('is the one that the standard gives as its example', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
    const headers = signed(
      { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}' },
      alone(secret),
      Temporal.Instant.from('2021-02-25T00:00:30Z').add({ seconds: 1614265330 - 1614211230 }),
    )
    expect(headers['webhook-timestamp']).toBe('1614265330')
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  })

  it('of another secret, or another body, is refused', () => {
    const headers = signed(message, alone(newWebhookSecret()), now)
    expect(() => readBy(newWebhookSecret(), headers)).toThrow('No matching signature')
  })

  it('is also by the former secret, until its time is over', () => {
    const [former, secret] = [newWebhookSecret(), newWebhookSecret()]
    const turning = { secret, formerSecret: former, formerUntil: now.add({ hours: 24 }) }
    const headers = signed(message, turning, now)
    for (const one of [former, secret]) expect(readBy(one, headers)).toBeTruthy()
    const later = signed(message, { ...turning, formerUntil: now }, now)
    expect(() => readBy(former, later)).toThrow('No matching signature')
  })
})

describe('a secret', () => {
  it('has a form of its own', () => {
    expect(newWebhookSecret()).toMatch(WEBHOOK_SECRET)
    for (const wrong of ['', 'whsec_', 'whsec_short', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']) {
      expect(wrong).not.toMatch(WEBHOOK_SECRET)
    }
  })
})
