import presetsFile from '../../data/floor-presets.json' with { type: 'json' }
import type { Act, Asking, Deed, Hand, SpeechId } from '../features/floor/queue/deeds.ts'
import type { Floor } from '../features/floor/queue/floor.ts'
import { type Preset, Presets, withoutInstants } from '../features/floor/queue/presets.ts'
import { applied } from '../features/floor/queue/queue.ts'
import { Settings } from '../features/floor/queue/settings.ts'

/** The usual rules that ship, by their names. */
export const shippedPresets: readonly Preset[] = Presets.parse(presetsFile).presets

/** Settings of a list: those of a plenary meeting, and what a test says otherwise. */
export function settingsOf(more: Partial<Settings> = {}, preset = 'un-plenary'): Settings {
  const found = shippedPresets.find(({ id }) => id === preset)
  if (!found) throw new RangeError(`No preset is called ${preset}`)
  return Settings.parse({ ...withoutInstants(found), ...more })
}

/** The identifier of a speech by a short number or word. */
export const speechId = (of: number): SpeechId =>
  `00000000-0000-4000-9000-${String(of).padStart(12, '0')}` as SpeechId

/** Nine in the morning, 7 December 2021, in Seoul. */
export const MORNING = Date.UTC(2021, 11, 7)

type Asked = Partial<Omit<Asking, 'speech' | 'party'>>

/** A list that a test plays, deed after deed, on a clock that it turns itself. */
export interface Played {
  readonly floor: Floor
  readonly deeds: readonly Deed[]
  /** Milliseconds since 1970. */
  now: number
  /** Does something at the clock's instant; the list afterwards. */
  does(act: Act, hand?: Hand): Floor
  /** Lets some seconds pass. */
  waits(seconds: number): void
  /** A party asks for the floor; its speech is numbered in the order of asking. */
  asks(party: string, more?: Asked): SpeechId
  /** The parties that wait, in their order. */
  order(): readonly string[]
}

/** Sets up a list, and lets a test play it. */
export function playing(settings: Settings = settingsOf()): Played {
  const deeds: Deed[] = []
  let floor: Floor | null = null
  let speeches = 0
  const played: Played = {
    get floor() {
      return floor as Floor
    },
    deeds,
    now: MORNING,
    does(act, hand = 'desk') {
      const deed = { ...act, seq: deeds.length + 1, at: played.now, hand } as Deed
      floor = applied(floor, deed)
      deeds.push(deed)
      return floor
    },
    waits(seconds) {
      played.now += seconds * 1000
    },
    asks(party, more = {}) {
      speeches += 1
      const speech = speechId(speeches)
      const usual = { kind: 'single', way: 'in-person', language: null, rank: 'minister' } as const
      const asking = {
        speech,
        party: party as Asking['party'],
        ...usual,
        class: 1,
        slots: [],
        ...more,
      }
      played.does({ what: 'inscribe', ...asking }, 'delegation')
      return speech
    },
    order: () => played.floor.waiting.map(({ party }) => party),
  }
  played.does({ what: 'set-up', settings })
  return played
}
