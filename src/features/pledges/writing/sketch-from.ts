import type { Audience } from '../../../kernel/people/audience.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Terms } from '../model.ts'
import type { Share } from '../shares.model.ts'
import { amountFrom } from './amounts.ts'
import type { Sketch, Wordings } from './sketch.model.ts'

const wordingsFrom = (text: Text | null): Wordings | undefined =>
  text ? { original: text.original, in: text.in } : undefined

const orLeftOut = (text: string | null): string | undefined => text ?? undefined

const partFrom = ({ role, quantity }: Share) => ({ role, quantity: amountFrom(quantity) })

/** Leaves out what was not said, as a form does. */
const said = <Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ) as { [Name in keyof Fields]?: NonNullable<Fields[Name]> }

/** What somebody would have to type to say these terms: where writing begins anew. */
export function sketchFrom(terms: Terms, audience: Audience): Sketch {
  const { lead, shares } = terms
  return said({
    title: wordingsFrom(terms.title),
    summary: wordingsFrom(terms.summary),
    announcedIn: orLeftOut(terms.announcedIn),
    words: orLeftOut(terms.words),
    own: shares.filter(({ party }) => party === lead).map((share) => said(partFrom(share))),
    partners: shares
      .filter(({ party }) => party !== lead)
      .map((share) => said({ party: String(share.party), ...partFrom(share) })),
    rotation: terms.rotation.map(({ party, from, until }) =>
      said({ party: String(party), from: orLeftOut(from), until: orLeftOut(until) }),
    ),
    quantity: amountFrom(terms.quantity),
    capabilities: [...terms.capabilities],
    categories: terms.categories.map(({ code }) => code),
    priorities: terms.priorities.map(({ code }) => code),
    crossCutting: terms.crossCutting.map(({ code }) => code),
    missions: [...terms.missions],
    beneficiaries: terms.beneficiaries.map(String),
    beneficiariesNote: wordingsFrom(terms.beneficiariesNote),
    from: orLeftOut(terms.from),
    until: orLeftOut(terms.until),
    conditions: terms.conditions.map(({ kind, note }) => said({ kind, note: wordingsFrom(note) })),
    requirements: terms.requirements.map(({ code }) => code),
    baseline: wordingsFrom(terms.baseline),
    partOf: orLeftOut(terms.partOf),
    links: terms.links.map(({ kind, to }) => ({ kind, to: String(to) })),
    note: wordingsFrom(terms.note),
    audience,
    audiences: terms.audiences,
  }) as Sketch
}
