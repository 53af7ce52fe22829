import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../kernel/refusal.ts'
import { MORNING, settingsOf, speechId } from '../../../testing/floor.ts'
import { published } from '../datasets/published.ts'
import { type Act, type Deed, type Hand, REASONS, RULINGS } from './deeds.ts'
import { type Floor, next, type Speech, speaking } from './floor.ts'
import { ruleOf } from './order.ts'
import { applied, replayed, undoable } from './queue.ts'
import { everySpeech } from './queues.ts'
import { ORDERS, type Settings, WAYS } from './settings.ts'

const PARTIES = ['KEN', 'NOR', 'BRA', 'FJI', 'IND', 'EU', 'PSE', 'VAT'] as const
const RANKS = ['head-of-state', 'minister', 'vice-minister', 'official'] as const

/** Numbers from which somebody at a desk, or in a delegation, decides what to do next. */
const step = fc.noBias(
  fc.record({ what: fc.nat(27), a: fc.nat(40), b: fc.nat(40), seconds: fc.nat(200) }),
)
type Step = { what: number; a: number; b: number; seconds: number }

const settings: fc.Arbitrary<Settings> = fc
  .record({
    order: fc.constantFrom(...ORDERS),
    byClass: fc.boolean(),
    again: fc.boolean(),
    absent: fc.constantFrom('list' as const, 'meeting' as const),
    meeting: fc.constantFrom(null, 2, 4),
    replies: fc.record({
      most: fc.nat(3),
      when: fc.constantFrom('at-once' as const, 'at-end' as const),
    }),
  })
  .map((more) => settingsOf({ ...more, slots: [2, 3] }))

const at = <Item>(items: readonly Item[], number: number) => items[number % items.length] as Item

/** Somebody who stands anywhere in the list: most often it is somebody of whom the deed makes sense. */
const somebody = (floor: Floor, number: number) => {
  const all = everySpeech(floor)
  return all.length === 0 ? speechId(999) : at(all, number).id
}

/** What a step does to a list: often what is possible, and often what is not. */
function actOf(floor: Floor, { what, a, b }: Step): { act: Act; hand: Hand } {
  const speech = somebody(floor, a)
  const asking = {
    ...{ speech: speechId(floor.seq), party: at(PARTIES, a) as Speech['party'] },
    ...{ kind: b % 5 === 0 ? ('group' as const) : ('single' as const), way: at(WAYS, b % 7) },
    ...{ language: null, rank: at(RANKS, b), class: (a % 3) + 1, slots: [(b % 2) + 1] },
  }
  const reason = at(REASONS, a)
  const between = { from: speech, to: somebody(floor, b) }
  const upNext = next(floor)?.id ?? speech
  const party = asking.party
  const acts: readonly Act[] = [
    ...Array.from({ length: 5 }, (): Act => ({ what: 'inscribe', ...asking })),
    { what: 'insert', ...asking, to: a % 3 === 0 ? null : (b % 9) + 1, reason },
    {
      ...asking,
      what: 'amend',
      speech,
      party: everySpeech(floor).find(({ id }) => id === speech)?.party ?? party,
    },
    { what: 'withdraw', speech },
    { what: 'confirm', speech },
    { what: 'exchange-offered', ...between },
    { what: 'exchange-accepted', ...(floor.offers[0] ?? between) },
    { what: 'exchange-declined', ...between },
    { what: 'move', speech, to: (b % 9) + 1, reason },
    { what: 'absent', speech: upNext },
    { what: 'set-limit', speech, seconds: 30 + b, reason },
    { what: at(['open', 'close'] as const, b) },
    { what: 'begin-session' },
    {
      what: b === 0 ? 'adjourn' : at(['suspend', 'resume-session', 'resume-session'] as const, b),
    },
    { what: 'give-floor', speech: upNext, reason: null },
    { what: 'give-floor', speech, reason },
    { what: 'pause' },
    { what: 'resume' },
    { what: 'end-floor' },
    { what: 'end-floor' },
    { what: 'reply-asked', speech: asking.speech, party },
    { what: 'point-of-order', speech: asking.speech, party },
    { what: 'rule-on-point', ruling: at(RULINGS, a) },
    { what: 'undo', undone: undoable(floor)?.seq ?? 2 },
  ]
  const isTime = floor.meeting === 'before' && floor.waiting.length > 3
  const act: Act = isTime ? { what: 'begin-session' } : at(acts, what)
  const delegations: readonly Act['what'][] = ['inscribe', 'withdraw', 'amend', 'reply-asked']
  return { act, hand: delegations.includes(act.what) ? 'delegation' : 'desk' }
}

interface Done {
  deeds: readonly Deed[]
  /** The list after each deed that was done; the first is empty. */
  floors: readonly Floor[]
}

/** Plays the steps; what a rule refuses leaves the list as it is. */
function play(rules: Settings, steps: readonly Step[]): Done {
  const first: Deed = { what: 'set-up', settings: rules, seq: 1, at: MORNING, hand: 'desk' }
  const deeds: Deed[] = [first]
  const floors = [applied(null, first)]
  let now = MORNING
  for (const step of steps) {
    const floor = floors.at(-1) as Floor
    now += step.seconds * 1000
    const { act, hand } = actOf(floor, step)
    const deed = { ...act, hand, seq: floor.seq + 1, at: now } as Deed
    try {
      floors.push(applied(floor, deed))
      deeds.push(deed)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return { deeds, floors }
}

const always = (holds: (done: Done) => void) =>
  fc.assert(
    fc.property(settings, fc.array(step, { minLength: 20, maxLength: 120 }), (rules, steps) =>
      holds(play(rules, steps)),
    ),
    { numRuns: 80 },
  )

const last = ({ floors }: Done) => floors.at(-1) as Floor
const running = ({ current, point }: Floor) =>
  [current, point].filter((turn) => turn && turn.since !== null)

/** The milliseconds in which somebody’s clock went, told by the deeds that hold alone. */
function clocked({ standing }: Floor, until: number): number {
  let floor: Floor | null = null
  let total = 0
  standing.forEach((deed, index) => {
    floor = applied(floor, { ...deed, seq: index + 1 })
    const end = standing[index + 1]?.at ?? until
    if (speaking(floor)?.since != null) total += end - deed.at
  })
  return total
}

describe('whatever is done to a list', () => {
  it('one clock goes at a time, and none while the session is not in progress', () => {
    always(({ floors }) => {
      for (const floor of floors) {
        expect(running(floor).length).toBeLessThanOrEqual(floor.meeting === 'running' ? 1 : 0)
      }
    })
  })

  it('nobody is lost, and nobody stands twice', () => {
    always((done) => {
      const floor = last(done)
      const asked = floor.standing.flatMap((deed) =>
        ['inscribe', 'insert', 'reply-asked', 'point-of-order'].includes(deed.what) &&
        'speech' in deed
          ? [deed.speech]
          : [],
      )
      expect(
        everySpeech(floor)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(asked.sort())
    })
  })

  it('the rule explains every place that nobody was moved to', () => {
    always(({ floors }) => {
      for (const { waiting, settings: rules } of floors) {
        const ruled = waiting.filter(({ place }) => place.by === 'rule')
        expect(ruled.toSorted(ruleOf(rules))).toEqual(ruled)
      }
    })
  })

  it('whoever asks changes the order of nobody else', () => {
    always(({ deeds, floors }) => {
      deeds.forEach(({ what }, index) => {
        if (what !== 'inscribe' && what !== 'insert') return
        const [before, after] = [floors[index - 1] as Floor, floors[index] as Floor]
        const known = new Set(before.waiting.map(({ id }) => id))
        expect(after.waiting.filter(({ id }) => known.has(id))).toEqual(before.waiting)
      })
    })
  })

  it('times add up: what was spoken is what the clock went', () => {
    always((done) => {
      const floor = last(done)
      const now = floor.standing.at(-1)?.at ?? 0
      const spent = [...floor.heard, floor.current, floor.point].map((one) => one?.spent ?? 0)
      const since = [floor.current, floor.point].map((one) =>
        one?.since == null ? 0 : now - one.since,
      )
      expect([...spent, ...since].reduce((sum, one) => sum + one, 0)).toBe(clocked(floor, now))
      for (const { spent: own, givenAt, endedAt } of floor.heard) {
        expect(own).toBeLessThanOrEqual(endedAt - givenAt)
      }
    })
  })

  it('what the desk takes back has never been', () => {
    always(({ deeds, floors }) => {
      floors.forEach((floor, index) => {
        const deed = deeds[index] as Deed
        if (index === 0 || deed.hand !== 'desk' || deed.what === 'undo') return
        const undo = {
          what: 'undo',
          undone: deed.seq,
          seq: deed.seq + 1,
          at: deed.at,
          hand: 'desk',
        } as const
        const before = floors[index - 1] as Floor
        expect({ ...applied(floor, undo), seq: 0 }).toEqual({ ...before, seq: 0 })
      })
    })
  })

  it('its deeds replay to the same list, to the last millisecond', () => {
    always((done) => {
      expect(replayed(done.deeds)).toEqual(last(done))
    })
  })

  it('what is published of them makes the same list', () => {
    always((done) => {
      const floor = last(done)
      const open = published(floor.standing)
      const alike = ({ waiting, heard, current, meeting }: Floor) => ({
        ...{ meeting, waiting: waiting.map((one) => ({ ...one, here: false })) },
        heard: heard.map(({ speech, spent }) => [speech.id, spent]),
        current: current?.speech.id,
      })
      expect(alike(replayed(open) as Floor)).toEqual(alike(floor))
      expect(published(open)).toEqual(open)
    })
  })

  it('most sequences reach the floor: the properties speak of something', () => {
    const reached = fc.sample(fc.array(step, { minLength: 120, maxLength: 120 }), 50)
    const heard = reached.filter(
      (steps) => last(play(settingsOf({ slots: [2, 3] }), steps)).heard.length > 1,
    )
    expect(heard.length).toBeGreaterThan(25)
  })
})
