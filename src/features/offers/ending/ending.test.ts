import { describe, expect, it } from 'vitest'
import { reminderOn } from './model.ts'

const UNTIL = '2026-12-31'
const offer = (more: object = {}, terms: object = {}) =>
  ({
    terms: { state: 'standing', until: UNTIL, ...terms },
    changedAt: Temporal.Instant.from('2026-01-01T12:00:00Z'),
    confirmedAt: Temporal.Instant.from('2026-01-01T12:00:00Z'),
    withdrawnAt: null,
    ...more,
  }) as Parameters<typeof reminderOn>[0]

describe('the end of a standing offer', () => {
  it('is told thirty days before, and seven, each once', () => {
    expect(reminderOn(offer(), '2026-11-30', [])).toBeNull()
    expect(reminderOn(offer(), '2026-12-01', [])).toBe(30)
    expect(reminderOn(offer(), '2026-12-02', [30])).toBeNull()
    expect(reminderOn(offer(), '2026-12-23', [30])).toBeNull()
    expect(reminderOn(offer(), '2026-12-24', [30])).toBe(7)
    expect(reminderOn(offer(), '2026-12-25', [30, 7])).toBeNull()
  })

  it('is told late where a morning was missed, and then once for both', () => {
    expect(reminderOn(offer(), '2026-12-10', [])).toBe(30)
    expect(reminderOn(offer(), '2026-12-28', [])).toBe(7)
    expect(reminderOn(offer(), '2026-12-29', [7])).toBeNull()
    expect(reminderOn(offer(), UNTIL, [30])).toBe(7)
  })

  it('is not told once it has passed', () => {
    expect(reminderOn(offer(), '2027-01-01', [])).toBeNull()
  })

  it('is not told to whoever said it within that time', () => {
    const changedAt = Temporal.Instant.from('2026-12-10T08:00:00Z')
    expect(reminderOn(offer({ changedAt }), '2026-12-11', [])).toBeNull()
    expect(reminderOn(offer({ changedAt }), '2026-12-24', [])).toBe(7)
  })

  it('concerns no offer that is withdrawn, not confirmed, or for one conference alone', () => {
    const at = Temporal.Instant.from('2026-02-01T00:00:00Z')
    expect(reminderOn(offer({ withdrawnAt: at }), '2026-12-01', [])).toBeNull()
    expect(reminderOn(offer({ confirmedAt: null }), '2026-12-01', [])).toBeNull()
    expect(reminderOn(offer({}, { state: 'announced' }), '2026-12-01', [])).toBeNull()
  })
})
