import { type Chance, chanceFrom } from '../../src/features/matching/example/chance.ts'
import type { Labels } from '../../src/features/parties/model.ts'
import { Entry } from '../../src/features/pledges/keeping/record.commands.ts'
import type { PledgeId, Terms } from '../../src/features/pledges/model.ts'
import { LANGUAGES, type Language } from '../../src/kernel/language.ts'
import type { Text } from '../../src/kernel/text.ts'
import { shippedCapabilities, shippedParties, shippedPledges } from '../../src/testing/record.ts'

const SEED = 2021

/** One in so many … */
const WITHDRAWN = 100
const NOT_PUBLIC = 50
const AMENDED = 33
const IN_ANOTHER_LANGUAGE = 5

/** A pledge that nobody made. */
export interface Invented {
  entry: Entry
  /** What it promised before it was amended; null for one that never was. */
  before: Terms | null
}

const SYLLABLES = 'ba den kor lim ma nes or pa ri sul ta vi wen yo zan ek'.split(' ')

/**
 * Pledges in the proportions of those that ship, the same ones in every run: each has the edition, the capabilities,
 * the roles, the kind of quantity and the history of one of them, the parties of others, and words of both. One in
 * five is worded in Arabic, Chinese, Korean, Russian or Spanish too, one in thirty-three was amended.
 */
export function* inventedPledges(count: number): Generator<Invented> {
  const chance = chanceFrom(SEED)
  const shipped = shippedPledges()
  const leads = shipped.flatMap(({ terms }) => terms.lead ?? [])
  const partners = shipped.flatMap(({ terms }) => terms.shares.map(({ party }) => party))
  const words = namesOfEverything()
  const ids: PledgeId[] = []

  for (let number = 1; number <= count; number += 1) {
    const pattern = chance.of(shipped)
    const terms = structuredClone(pattern.terms)
    const other = chance.of(shipped).terms
    replaceParties(terms, (party) => chance.of(party === pattern.terms.lead ? leads : partners))
    reword(terms, other, chance, words)
    relink(terms, ids, chance)
    const id = `${terms.lead ?? 'JOINT'}-${yearOf(pattern)}-${String(number).padStart(3, '0')}`
    const entry = Entry.parse({
      ...pattern,
      id,
      terms,
      state: chance.once(WITHDRAWN) ? 'withdrawn' : 'announced',
      audience: chance.once(NOT_PUBLIC) ? 'secretariat' : 'public',
    })
    ids.push(entry.id)
    yield {
      entry,
      before: chance.once(AMENDED) ? { ...entry.terms, quantity: other.quantity } : null,
    }
  }
}

const yearOf = ({ id }: Pick<Entry, 'id'>) => id.split('-')[1]

/** Gives every party of a pledge the place of another one, none twice. */
function replaceParties(terms: Terms, draw: (party: string) => Terms['shares'][number]['party']) {
  const taken = new Map<string, Terms['shares'][number]['party']>()
  const instead = (party: Terms['shares'][number]['party']) => {
    const known = taken.get(party)
    if (known) return known
    let drawn = draw(party)
    while ([...taken.values()].includes(drawn)) drawn = draw(party)
    taken.set(party, drawn)
    return drawn
  }
  terms.lead = terms.lead && instead(terms.lead)
  terms.shares = terms.shares.map((share) => ({ ...share, party: instead(share.party) }))
  terms.rotation = terms.rotation.map((turn) => ({ ...turn, party: instead(turn.party) }))
}

interface Words {
  parties: ReadonlyMap<string, Labels>
  capabilities: ReadonlyMap<string, Labels>
}

const namesOfEverything = (): Words => ({
  parties: new Map(
    shippedParties().map(({ code, namings }) => [
      code,
      Object.fromEntries(
        LANGUAGES.map((language) => [language, namings.at(-1)?.names[language].short ?? code]),
      ) as Labels,
    ]),
  ),
  capabilities: new Map(shippedCapabilities().map(({ code, names }) => [code, names])),
})

/** The words of one pledge and of another, a name that hardly any other has, and an amount of its own. */
function reword(terms: Terms, other: Terms, chance: Chance, words: Words): void {
  const name = [0, 1, 2].map(() => chance.of(SYLLABLES)).join('')
  terms.summary = joined(terms.summary, other.title, name)
  if (chance.once(IN_ANOTHER_LANGUAGE)) {
    const language = chance.of(['ar', 'es', 'ko', 'ru', 'zh'] as const)
    const capability = words.capabilities.get(terms.capabilities[0] ?? '')?.[language]
    const party = words.parties.get(terms.lead ?? '')?.[language]
    const value = [capability, party].filter((word) => word !== undefined).join(' · ') || name
    terms.title = withWording(terms.title, language, value)
  }
  if (terms.quantity.kind === 'none' || terms.quantity.kind === 'range') return
  terms.quantity = {
    ...terms.quantity,
    value: terms.quantity.value * (1 + Math.floor(chance.number() * 4)),
  }
}

const withWording = (text: Text, language: Language, value: string): Text => ({
  original: text.original,
  in: { ...text.in, [language]: { value, status: 'translated' } },
})

const joined = (one: Text, other: Text, name: string): Text => ({
  original: one.original,
  in: Object.fromEntries(
    Object.entries(one.in).map(([language, wording]) => [
      language,
      {
        ...wording,
        value: `${wording.value} ${other.in[language as Language]?.value ?? ''} ${name}`,
      },
    ]),
  ),
})

/** Links lead to pledges that were invented before. */
function relink(terms: Terms, ids: readonly PledgeId[], chance: Chance): void {
  const links = ids.length === 0 ? [] : terms.links.map((link) => ({ ...link, to: chance.of(ids) }))
  terms.links = [...new Map(links.map((link) => [`${link.kind} ${link.to}`, link])).values()]
  terms.partOf = terms.partOf && ids.length > 0 ? chance.of(ids) : null
}
