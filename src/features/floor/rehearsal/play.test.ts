import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import parties from '../../../../data/parties.json' with { type: 'json' }
import { settingsOf, shippedPresets, speechId } from '../../../testing/floor.ts'
import type { Act, Deed } from '../queue/deeds.ts'
import { type Floor, next, speaking } from '../queue/floor.ts'
import { withoutInstants } from '../queue/presets.ts'
import { applied, replayed } from '../queue/queue.ts'
import { Settings } from '../queue/settings.ts'
import { CAST, INVENTED, isInvented, PARTS } from './cast.ts'
import { askingOf, castOf, nextOf, type Plan } from './play.ts'
import { PACES, settingsAt } from './rehearsal.model.ts'

const MORNING = Date.UTC(2026, 10, 26, 9)
const MINUTE = 60_000

/** A list in which a part has asked for the floor, and a way to play it on. */
function rehearsing(given: Partial<Plan> = {}, settings: Settings = settingsOf(), part = 0) {
  const plan: Plan = { seed: 7, pace: 1, begins: MORNING, ...given }
  const rules = settingsAt(settings, plan.pace as (typeof PACES)[number])
  let floor: Floor | null = null
  let speeches = 0
  const newId = () => {
    speeches += 1
    return speechId(speeches)
  }
  const deeds: Deed[] = []
  let now = MORNING - MINUTE
  const does = (act: Act, at = now) => {
    now = Math.max(now, at)
    const deed = { ...act, seq: deeds.length + 1, at: now, hand: 'desk' } as Deed
    floor = applied(floor, deed)
    deeds.push(deed)
    return floor
  }
  does({ what: 'set-up', settings: rules })
  for (const one of castOf(part, plan)) does(askingOf(one, newId(), rules))
  return {
    deeds,
    get floor() {
      return floor as unknown as Floor
    },
    does,
    turn: () => nextOf(plan, floor as unknown as Floor, newId),
    playToTheEnd() {
      for (let turn = this.turn(); turn; turn = this.turn()) {
        if (deeds.length > 1_000) throw new RangeError('It does not end')
        does(turn.act, turn.at)
      }
      return this.floor
    },
  }
}

describe('the cast', () => {
  it('has the numbers by rank of Seoul', () => {
    const many = Object.groupBy(CAST, ({ kind, rank }) => `${kind} ${rank}`)
    expect(Object.fromEntries(Object.entries(many).map(([of, all]) => [of, all?.length]))).toEqual({
      'delegation minister': 44,
      'delegation vice-minister': 20,
      'delegation chair-of-delegation': 12,
      'organisation official': 2,
    })
  })

  it('is spread over the parts so that each hears every rank of a State', () => {
    for (let part = 0; part < PARTS; part += 1) {
      const ranks = CAST.filter((one) => one.part === part && one.kind === 'delegation')
      expect(ranks.length).toBe(19)
      expect(new Set(ranks.map(({ rank }) => rank)).size).toBe(3)
    }
  })

  it('is called as no party is', () => {
    expect(INVENTED.size).toBe(78)
    expect([...INVENTED.keys()].every(isInvented)).toBe(true)
    expect(parties.parties.filter(({ code }) => isInvented(code))).toEqual([])
  })
})

describe('a play', () => {
  it('is the same for the same seed', () => {
    const [one, same, other] = [7, 7, 8].map((seed) => {
      const rehearsal = rehearsing({ seed })
      rehearsal.playToTheEnd()
      return rehearsal.deeds
    })
    expect(one).toEqual(same)
    expect(one).not.toEqual(other)
  })

  it('hears everybody, with all that happens in a session', () => {
    const rehearsal = rehearsing()
    const floor = rehearsal.playToTheEnd()
    const cast = castOf(0, { seed: 7 })
    const heard = new Set(floor.heard.map(({ speech }) => speech.party))
    expect([...heard].toSorted()).toEqual(cast.map(({ code }) => code).toSorted())
    const many = (what: Deed['what']) => rehearsal.deeds.filter((deed) => deed.what === what).length
    for (const what of ['absent', 'pause', 'resume', 'point-of-order', 'rule-on-point'] as const) {
      expect(many(what), what).toBe(1)
    }
    for (const what of ['reply-asked', 'exchange-offered', 'exchange-accepted'] as const) {
      expect(many(what), what).toBe(1)
    }
    const speeches = floor.heard.filter(({ speech }) => speech.kind === 'single')
    expect(speeches.some(({ spent, limit }) => spent > limit * 1000)).toBe(true)
    expect(speeches.some(({ spent, limit }) => spent < limit * 700)).toBe(true)
  })

  it('lasts as long as the pace says', () => {
    const lasts = (pace: number) => {
      const { begunAt, adjournedAt } = rehearsing({ pace }).playToTheEnd()
      return ((adjournedAt ?? 0) - (begunAt ?? 0)) / MINUTE
    }
    expect(lasts(1)).toBeGreaterThan(45)
    expect(lasts(1)).toBeLessThan(120)
    expect(lasts(10)).toBeCloseTo(lasts(1) / 10, -0.5)
  })

  it('begins when it is planned, and never goes back', () => {
    const rehearsal = rehearsing()
    expect(rehearsal.turn()).toEqual({ act: { what: 'begin-session' }, at: MORNING })
    rehearsal.playToTheEnd()
    const times = rehearsal.deeds.map(({ at }) => at)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  })

  it('comes to its end under any rules, at any pace, for any part', () => {
    const rules = fc.constantFrom(
      ...shippedPresets.map((preset) => Settings.parse(withoutInstants(preset))),
    )
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom(...PACES),
        fc.nat({ max: PARTS - 1 }),
        rules,
        (seed, pace, part, settings) => {
          const floor = rehearsing({ seed, pace }, settings, part).playToTheEnd()
          expect(floor.meeting).toBe('adjourned')
          expect([...floor.waiting, ...floor.replies]).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
  })

  it('goes on from wherever a desk left it', () => {
    const hand = fc.constantFrom<(floor: Floor) => Act | null>(
      ({ meeting }) => (meeting === 'running' ? { what: 'suspend' } : null),
      (floor) => (speaking(floor) && !floor.point ? { what: 'end-floor' } : null),
      (floor) => (speaking(floor)?.since ? { what: 'pause' } : null),
      (floor) => {
        const [, second] = floor.waiting
        return second ? { what: 'withdraw', speech: second.id } : null
      },
      (floor) => {
        const first = next(floor)
        const isFree = floor.meeting === 'running' && !speaking(floor)
        return isFree && first ? { what: 'give-floor', speech: first.id, reason: null } : null
      },
    )
    fc.assert(
      fc.property(
        fc.array(fc.record({ after: fc.nat({ max: 30 }), hand }), { maxLength: 8 }),
        (hands) => {
          const rehearsal = rehearsing()
          for (const { after, hand: act } of hands) {
            for (let step = 0; step < after; step += 1) {
              const turn = rehearsal.turn()
              if (turn) rehearsal.does(turn.act, turn.at)
            }
            const done = rehearsal.floor.meeting !== 'adjourned' && act(rehearsal.floor)
            if (done) rehearsal.does(done)
          }
          const floor = rehearsal.playToTheEnd()
          expect(floor.meeting).toBe('adjourned')
          expect(replayed(rehearsal.deeds)).toEqual(floor)
        },
      ),
      { numRuns: 60 },
    )
  })
})
