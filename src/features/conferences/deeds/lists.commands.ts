import { z } from 'zod'
import { ConferenceId, type FileId, type PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { deed } from '../keeping/deed.commands.ts'
import { Sourcing, sourcesFor } from '../keeping/sourced.ts'
import type { Conference } from '../model.ts'

/** A list of a record: its place there, and how what a person says of an item becomes one. */
export interface Lens<Item, Said extends z.ZodType> {
  /** What is added, changed and removed: `theme`. */
  noun: string
  /** What is put in order: `themes`; without it the order follows from the items. */
  plural?: string
  said: Said
  get(conference: Conference): readonly Item[]
  set(
    conference: Conference,
    items: readonly Item[],
    sources: readonly string[],
  ): Partial<Conference>
  /** @param before the item that is changed; null for a new one. */
  item(said: z.output<Said>, before: Item | null, at: AtItem): Item
  parties?(said: z.output<Said>): readonly PartyCode[]
  files?(said: z.output<Said>): readonly FileId[]
}

interface AtItem {
  conference: Conference
  /** The keys of the sources that somebody gives for it. */
  sources: string[]
}

const Place = z.int().nonnegative()
const Of = z.strictObject({ conference: ConferenceId })

/** The deeds to a list: add to it, change and remove what stands in it, put it in order. */
export function listDeeds<Item, Said extends z.ZodType>(lens: Lens<Item, Said>) {
  const { noun, plural, said, get, set, item, parties, files } = lens
  const seen = (conference: Conference) => get(conference)
  const New = Of.extend({ [noun]: said, ...Sourcing })
  const Changed = Of.extend({ place: Place, [noun]: said, ...Sourcing })
  type Given = z.infer<typeof Of> & {
    place: number
    sources: string[]
    source: Parameters<typeof sourcesFor>[1]['source']
  } & Record<string, unknown>
  const saidIn = (input: Given) => input[noun] as z.output<Said>

  function put(conference: Conference, input: Given, place: number | null): Partial<Conference> {
    const items = get(conference)
    const before = place === null ? null : items[place]
    must(before !== undefined, 'conferences.unknown-entry')
    const { keys, list } = sourcesFor(conference, input)
    const made = item(saidIn(input), before, { conference, sources: keys })
    const after = place === null ? [...items, made] : items.with(place, made)
    return { ...set(conference, after, keys), sources: list }
  }
  const named = (input: Given) => parties?.(saidIn(input)) ?? []
  const handedIn = (input: Given) => files?.(saidIn(input)) ?? []

  return {
    add: deed(`conferences.add-${noun}`, {
      input: New as unknown as z.ZodType<Given>,
      parties: named,
      files: handedIn,
      // Whoever adds overwrites nothing.
      seen: () => null,
      change: (conference, input) => put(conference, input, null),
    }),
    change: deed(`conferences.change-${noun}`, {
      input: Changed as unknown as z.ZodType<Given>,
      parties: named,
      files: handedIn,
      seen: (conference, { place }) => get(conference)[place] ?? null,
      change: (conference, input) => put(conference, input, input.place),
    }),
    remove: deed(`conferences.remove-${noun}`, {
      input: Of.extend({ place: Place }),
      seen: (conference, { place }) => get(conference)[place] ?? null,
      change(conference, { place }) {
        const items = get(conference)
        must(place < items.length, 'conferences.unknown-entry')
        return set(conference, items.toSpliced(place, 1), [])
      },
    }),
    order:
      plural === undefined
        ? null
        : deed(`conferences.order-${plural}`, {
            /** The place that each item is to have, in the order in which the items stand now. */
            input: Of.extend({ places: z.array(z.int().min(1)) }),
            seen,
            change(conference, { places }) {
              const items = get(conference)
              must(places.length === items.length, 'conferences.order-incomplete')
              return set(conference, inPlaces(items, places), [])
            },
          }),
  }
}

/** Items by the places that somebody gave them: what was moved goes before what stood there, or after it if moved down. */
export function inPlaces<Item>(items: readonly Item[], places: readonly number[]): Item[] {
  const ordered = items.map((item, at) => {
    const [stood, place] = [at + 1, places[at] ?? at + 1]
    return { item, at, key: place + Math.sign(place - stood) / 2 }
  })
  return ordered
    .sort((one, other) => one.key - other.key || one.at - other.at)
    .map(({ item }) => item)
}
