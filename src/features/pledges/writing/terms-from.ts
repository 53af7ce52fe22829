import { type ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import { Audience } from '../../../kernel/people/audience.ts'
import { same } from '../../../kernel/same.ts'
import type { Text } from '../../../kernel/text.ts'
import { CONDITIONS, GUARDED_FIELDS, LINKS, PledgeId, Terms } from '../model.ts'
import { Role, type Share, type Turn } from '../shares.model.ts'
import { quantityFrom } from './amounts.ts'
import { partialDayFrom } from './numbers.ts'
import type { Problem, Sketch, Wordings } from './sketch.model.ts'

/** Of which pledge somebody writes: what stays, and what it said before. */
export interface Written {
  conference: ConferenceId | null
  lead: PartyCode | null
  before: Terms | null
}

/** What a sketch says. What cannot be understood yet is left out of the terms, and named. */
export interface Understood {
  terms: Terms
  problems: Problem[]
}

/**
 * Understands a sketch as far as it goes. What a form does not show (sources, where they differ, which classification
 * is ours) stays as it was before.
 */
export function termsFrom(sketch: Sketch, written: Written): Understood {
  const problems: Problem[] = []
  const { before, lead, conference } = written
  const told = <Value>({ value, problems: more }: { value: Value; problems: Problem[] }): Value => {
    problems.push(...more)
    return value
  }
  const dayOf = (field: 'from' | 'until') => told(readDay(sketch[field], [field]))
  const title = textFrom(sketch.title)
  const summary = textFrom(sketch.summary)
  if (!title) problems.push({ path: ['title'], code: 'pledges.needs-title' })
  if (!summary) problems.push({ path: ['summary'], code: 'pledges.needs-summary' })
  const shares = told(sharesFrom(sketch, written))
  const givers = new Set(shares.map(({ party }) => party))
  const terms: Terms = Terms.parse({
    conference,
    lead,
    ...{ sources: before?.sources, found: before?.found, disagreements: before?.disagreements },
    title: title ?? before?.title ?? UNTITLED,
    summary: summary ?? title ?? before?.summary ?? UNTITLED,
    announcedIn: orNull(sketch.announcedIn) ?? (before ? null : (title?.original ?? null)),
    words: orNull(sketch.words),
    shares,
    quantity: told(quantityFrom(sketch.quantity, ['quantity'])),
    rotation: told(turnsFrom(sketch, before)).filter(({ party }) => givers.has(party)),
    capabilities: some(sketch.capabilities),
    categories: classified(sketch.categories, before?.categories),
    priorities: classified(sketch.priorities, before?.priorities),
    crossCutting: classified(sketch.crossCutting, before?.crossCutting),
    missions: some(sketch.missions),
    beneficiaries: some(sketch.beneficiaries).filter(isParty),
    beneficiariesNote: textFrom(sketch.beneficiariesNote),
    from: dayOf('from'),
    until: dayOf('until'),
    conditions: told(conditionsFrom(sketch)),
    requirements: classified(sketch.requirements, before?.requirements),
    partOf: told(readPledge(sketch.partOf, ['partOf'])),
    links: told(linksFrom(sketch, before)),
    baseline: textFrom(sketch.baseline),
    note: textFrom(sketch.note),
    audiences: audiencesFrom(sketch),
  })
  return { terms, problems }
}

/** Who sees the whole: everybody, unless its author said fewer. */
export const audienceFrom = ({ audience }: Sketch): Audience =>
  Audience.safeParse(audience).data ?? 'public'

/** What stands where a title is still to come; never shown outside of its author's own pages. */
const UNTITLED: Text = { original: 'en', in: { en: { value: '…', status: 'unofficial' } } }

const orNull = (typed: string | undefined): string | null => typed?.trim() || null
const some = (codes: readonly string[] | undefined): string[] =>
  [...new Set(codes ?? [])].filter(Boolean)
const isParty = (code: string) => PartyCode.safeParse(code).success

/** A text of what was typed; null where nothing was. Its original is a language in which there are words. */
export function textFrom(wordings: Wordings | undefined): Text | null {
  const said = LANGUAGES.flatMap((language) => {
    const { value = '', status } = wordings?.in?.[language] ?? {}
    return value.trim() === '' ? [] : [{ language, value: value.trim(), status }]
  })
  const original =
    said.find(({ language }) => language === wordings?.original)?.language ?? said[0]?.language
  if (original === undefined) return null
  const worth = (language: string) => (language === original ? 'authentic' : 'translated')
  return {
    original,
    in: Object.fromEntries(
      said.map(({ language, value, status }) => [
        language,
        { value, status: status ?? worth(language) },
      ]),
    ),
  }
}

function readDay(typed: string | undefined, path: Problem['path']) {
  const text = orNull(typed)
  const value = text === null ? null : partialDayFrom(text)
  const problems = text !== null && value === null ? [{ path, code: 'pledges.not-a-day' }] : []
  return { value, problems }
}

function readPledge(typed: string | undefined, path: Problem['path']) {
  const text = orNull(typed)?.toUpperCase() ?? null
  const value = PledgeId.safeParse(text).data ?? null
  const problems = text !== null && value === null ? [{ path, code: 'pledges.not-a-pledge' }] : []
  return { value, problems }
}

/** Codes with whose classification it is: what stood there before keeps its mark, what its author chose is theirs. */
const classified = (
  codes: readonly string[] | undefined,
  before: readonly { code: string; inferred: boolean }[] = [],
) => some(codes).map((code) => before.find((one) => one.code === code) ?? { code, inferred: false })

function sharesFrom(sketch: Sketch, { lead, before }: Written) {
  const problems: Problem[] = []
  const shares: Share[] = []
  const add = (
    list: 'own' | 'partners',
    row: number,
    party: PartyCode | null,
    part: NonNullable<Sketch['partners']>[number],
  ) => {
    const quantity = quantityFrom(part.quantity, [list, row, 'quantity'])
    problems.push(...quantity.problems)
    if (!party) problems.push({ path: [list, row, 'party'], code: 'pledges.needs-party' })
    const role = Role.safeParse(part.role).data
    if (!role) problems.push({ path: [list, row, 'role'], code: 'pledges.needs-role' })
    if (!party) return
    const one = { party, role: role ?? 'unspecified', quantity: quantity.value } as const
    const stood = before?.shares.find((share) => share.party === party && share.role === one.role)
    if (shares.some((share) => share.party === party && share.role === one.role)) {
      problems.push({ path: [list, row, 'role'], code: 'pledges.same-share-twice' })
    } else shares.push({ ...one, consent: stood?.consent ?? (party === lead ? 'given' : 'named') })
  }
  for (const [row, part] of (sketch.own ?? []).entries()) add('own', row, lead, part)
  for (const [row, part] of (sketch.partners ?? []).entries()) {
    add('partners', row, PartyCode.safeParse(part.party).data ?? null, part)
  }
  if (lead !== null && !shares.some(({ party }) => party === lead)) {
    problems.push({ path: ['own', 0, 'role'], code: 'pledges.needs-own-part' })
    shares.unshift({ party: lead, role: 'lead', quantity: { kind: 'none' }, consent: 'given' })
  }
  return { value: shares.length > 0 ? shares : (before?.shares ?? []), problems }
}

function turnsFrom({ rotation = [] }: Sketch, before: Terms | null) {
  const problems: Problem[] = []
  const value = rotation.flatMap((turn, row): Turn[] => {
    const party = PartyCode.safeParse(turn.party).data
    const from = readDay(turn.from, ['rotation', row, 'from'])
    const until = readDay(turn.until, ['rotation', row, 'until'])
    problems.push(...from.problems, ...until.problems)
    if (party) {
      const turn = { party, from: from.value, until: until.value }
      const stood = before?.rotation.find((one) =>
        same({ ...one, inferred: false }, { ...turn, inferred: false }),
      )
      return [stood ?? { ...turn, inferred: false }]
    }
    problems.push({ path: ['rotation', row, 'party'], code: 'pledges.needs-party' })
    return []
  })
  return { value, problems }
}

function conditionsFrom({ conditions = [] }: Sketch) {
  const problems: Problem[] = []
  const value = conditions.flatMap(({ kind, note }, row) => {
    const known = CONDITIONS.find((one) => one === kind)
    if (known) return [{ kind: known, note: textFrom(note) }]
    problems.push({ path: ['conditions', row, 'kind'], code: 'pledges.needs-condition' })
    return []
  })
  return { value, problems }
}

function linksFrom({ links = [] }: Sketch, before: Terms | null) {
  const problems: Problem[] = []
  const value = links.flatMap((link, row) => {
    const kind = LINKS.find((one) => one === link.kind)
    const to = readPledge(link.to, ['links', row, 'to'])
    problems.push(...to.problems)
    if (!kind) problems.push({ path: ['links', row, 'kind'], code: 'pledges.needs-link' })
    if (to.value === null && to.problems.length === 0) {
      problems.push({ path: ['links', row, 'to'], code: 'pledges.not-a-pledge' })
    }
    if (!kind || !to.value) return []
    const stood = before?.links.find((one) => one.kind === kind && one.to === to.value)
    return [stood ?? { kind, to: to.value, inferred: false }]
  })
  const twice = new Set<string>()
  return {
    value: value.filter(({ kind, to }) => {
      const name = `${kind} ${to}`
      return !twice.has(name) && twice.add(name)
    }),
    problems,
  }
}

const audiencesFrom = ({ audiences = {} }: Sketch): Terms['audiences'] =>
  Object.fromEntries(
    GUARDED_FIELDS.flatMap((field) => {
      const audience = Audience.safeParse(audiences[field]).data
      return audience && audience !== 'public' ? [[field, audience] as const] : []
    }),
  )
