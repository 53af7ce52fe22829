import { LANGUAGES } from '../../../kernel/language.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import { EVER, levelOn, standingOn } from '../history/standing.ts'
import type { DeliveryEvent, ReadinessEvent } from '../history.model.ts'
import { pledgesNamedIn, type Terms } from '../model.ts'
import { tokensOf } from './search.ts'

/** A capability with every one that contains it: `aviation.helicopter` belongs to `aviation`. */
export const withAncestors = (code: string): string[] => {
  const steps = code.split('.')
  return steps.map((_, i) => steps.slice(0, i + 1).join('.'))
}

/** What a list can be filtered by, as words of an index: `capability:aviation`, `part:KOR:equipment`. */
export function facetsOf(
  terms: Terms,
  delivery: readonly DeliveryEvent[],
  readiness: readonly ReadinessEvent[],
): string[] {
  const shares = terms.shares.flatMap(({ party, role }) => [
    `party:${party}`,
    `role:${role}`,
    `part:${party}:${role}`,
  ])
  const level = levelOn(readiness, EVER)
  const { stage, reportedOn } = standingOn(delivery, EVER)
  return [
    ...new Set([
      `edition:${terms.conference ?? 'none'}`,
      ...shares,
      ...terms.beneficiaries.map((code) => `beneficiary:${code}`),
      ...terms.capabilities.flatMap(withAncestors).map((code) => `capability:${code}`),
      ...terms.categories.map(({ code }) => `category:${code}`),
      ...terms.crossCutting.map(({ code }) => `theme:${code}`),
      ...terms.missions.map((acronym) => `mission:${acronym}`),
      ...terms.conditions.map(({ kind }) => `condition:${kind}`),
      ...terms.links.map(({ kind }) => `link:${kind}`),
      ...pledgesNamedIn(terms).map((id) => `to:${id}`),
      ...terms.requirements.map(({ code }) => `requirement:${code}`),
      `quantity:${terms.quantity.kind}`,
      `delivery:${stage}`,
      `reported:${reportedOn?.slice(0, 4) ?? 'none'}`,
      ...(level ? [`readiness:${level}`] : []),
    ]),
  ].sort()
}

/** What a search finds a pledge by, besides the names of what its facets name. */
export const wordsOf = (id: string, terms: Terms): string[] => {
  const texts = [terms.title, terms.summary, terms.beneficiariesNote, terms.note]
  const said = texts.flatMap((text) => (text ? everyWording(text) : []))
  return [...new Set([id, terms.words ?? '', ...said].flatMap(tokensOf))].sort()
}

const everyWording = (text: Text) =>
  LANGUAGES.flatMap((language) => (text.in[language] ? [readingOf(text, language).value] : []))
