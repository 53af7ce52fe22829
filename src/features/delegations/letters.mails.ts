import { sayDay } from '../../i18n/days.ts'
import { isolateIn } from '../../i18n/isolate.ts'
import { sayNumber } from '../../i18n/numbers.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import {
  type Fact,
  facts,
  type Letter,
  link,
  list,
  type Part,
  paragraph,
  quotation,
} from '../../platform/mail/letter.ts'
import type { Outline } from '../conferences/outline.ts'
import { nameOn, type Party } from '../parties/model.ts'
import type { Document } from './documents/model.ts'
import type { Delegation } from './invitations/model.ts'
import type { Participant } from './participants/queries.ts'
import { quotaOf, type Rules } from './rules.model.ts'
import { sayClosing, sayDates, sayNote, sayPlace } from './terms.print.ts'
import { say } from './words.ts'

/** What a letter to a delegation is made of. */
export interface Desk {
  outline: Outline
  rules: Rules
  party: Party
  delegation: Delegation
  origin: string
  today: string
}

const known = (...all: readonly (readonly [string, string | null])[]): Fact[] =>
  all.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]))

const addressOf = ({ origin, outline, party }: Desk, language: Language) =>
  `${origin}/${language}/${outline.id}/delegation/${party.code}`

const conferenceIn = ({ outline }: Pick<Desk, 'outline'>, language: Language) =>
  readingOf(outline.name, language).value

const partyIn = ({ party, today }: Desk, language: Language) =>
  nameOn(party, today, language).formal

const subjectOf = (what: 'invitation' | 'reminder' | Decision, desk: Desk, language: Language) =>
  `${say(language, `letter.${what}.subject`)} · ${readingOf(desk.outline.shortName, language).value}`

type Kind = 'invitation' | 'reminder'

/** What an invitation says, before it is set as a letter: the secretariat reads it before it goes. */
export function invitationParts(desk: Desk, kind: Kind, language: Language): Part[] {
  const { outline, rules, delegation, party } = desk
  const { invitation, quota } = delegation
  const words = (key: Parameters<typeof say>[1]) => say(language, key)
  const own = rules.letter && kind === 'invitation' ? readingOf(rules.letter, language) : null
  const body = own
    ? own.language === language
      ? own.value.split(/\n{2,}/).map(paragraph)
      : [quotation(own.value, own.language)]
    : [paragraph(words(`letter.${kind}.text`))]
  const { note } = invitation ?? { note: null }
  return [
    facts(
      ...known(
        [words('fact.addressee'), invitation?.addressedTo ?? null],
        [words('fact.party'), partyIn(desk, language)],
        [words('fact.note'), note && sayNote(language, note)],
      ),
    ),
    ...body,
    facts(
      ...known(
        [words('fact.conference'), conferenceIn(desk, language)],
        [words('fact.dates'), sayDates(language, outline)],
        [words('fact.place'), sayPlace(language, outline)],
        [words('fact.reply-by'), rules.replyBy && sayDay(language, rules.replyBy)],
        [words('fact.head-rank'), words(`rank.${rules.headRank}`)],
        [words('fact.quota'), sayNumber(language, quotaOf(rules, party.kind, quota))],
        [words('fact.closes'), sayClosing(language, rules, outline.zone)],
        [words('fact.from'), rules.from && readingOf(rules.from, language).value],
      ),
    ),
    link(words('letter.open'), addressOf(desk, language)),
    paragraph(words('letter.how')),
  ]
}

/** An invitation, or a reminder of it, to each address in the language of correspondence with the party. */
export function invitationLetters(desk: Desk, kind: Kind): Letter[] {
  const { delegation, outline, party } = desk
  const { invitation } = delegation
  if (!invitation) return []
  const { language, addresses } = invitation
  return addresses.map((address) => ({
    to: { address, language },
    subject: subjectOf(kind, desk, language),
    text: invitationParts(desk, kind, language),
    kind: `delegations.${kind}`,
    about: `delegation/${outline.id}/${party.code}`,
  }))
}

const DECISIONS = ['approve', 'return', 'refuse'] as const
export type Decision = (typeof DECISIONS)[number]
export const isDecision = (deed: unknown): deed is Decision => DECISIONS.some((one) => one === deed)

interface To {
  address: string
  language: Language
  name?: string
  zone?: string
}

const named = (people: readonly Participant[], language: Language) =>
  list(
    ...people.flatMap(({ person }) => (person ? [{ text: isolateIn(language, person.name) }] : [])),
  )

const reasonOf = (people: readonly Participant[], language: Language): Part[] => {
  const reason = people.find((one) => one.reason !== null)?.reason
  return reason ? [facts({ label: say(language, 'fact.reason'), value: reason })] : []
}

/** What was decided of members of a delegation, to those who answer for it, each in their language. */
export const decisionLetters = (
  desk: Desk,
  deed: Decision,
  people: readonly Participant[],
  to: readonly To[],
): Letter[] =>
  to.map((recipient) => {
    const { language } = recipient
    return {
      to: recipient,
      subject: subjectOf(deed, desk, language),
      text: [
        facts(
          { label: say(language, 'fact.conference'), value: conferenceIn(desk, language) },
          { label: say(language, 'fact.party'), value: partyIn(desk, language) },
        ),
        paragraph(say(language, `letter.${deed}.text`)),
        named(people, language),
        ...reasonOf(people, language),
        link(say(language, 'letter.decided.open'), addressOf(desk, language)),
      ],
      kind: 'delegations.decided',
      about: `delegation/${desk.outline.id}/${desk.party.code}`,
    }
  })

/** What was decided of somebody who came on their own, with their link. */
export function decisionToPerson(
  { outline, origin }: Pick<Desk, 'outline' | 'origin'>,
  deed: Decision,
  person: Participant,
  key: string,
): Letter[] {
  const address = person.person?.address
  if (!address) return []
  const language = person.language ?? 'en'
  const page = `${origin}/${language}/${outline.id}/registration?key=${key}`
  return [
    {
      to: { address, language, name: person.person?.name },
      subject: `${say(language, `letter.${deed}.subject`)} · ${readingOf(outline.shortName, language).value}`,
      text: [
        facts({
          label: say(language, 'fact.conference'),
          value: conferenceIn({ outline }, language),
        }),
        paragraph(say(language, `letter.${deed}.text`)),
        named([person], language),
        ...reasonOf([person], language),
        link(say(language, 'letter.decided.own'), page),
      ],
      kind: 'delegations.decided',
      about: `participant/${person.id}`,
      confidential: true,
    },
  ]
}

/** That a note or credentials could not be accepted. */
export const documentLetters = (
  desk: Desk,
  { kind, number, reason }: Pick<Document, 'kind' | 'number' | 'reason'>,
  to: readonly To[],
): Letter[] =>
  to.map((recipient) => {
    const { language } = recipient
    return {
      to: recipient,
      subject: `${say(language, 'letter.document.subject')} · ${readingOf(desk.outline.shortName, language).value}`,
      text: [
        facts(
          ...known(
            [say(language, 'fact.conference'), conferenceIn(desk, language)],
            [say(language, 'fact.party'), partyIn(desk, language)],
            [say(language, `document.${kind}`), number ?? '–'],
          ),
        ),
        paragraph(say(language, 'letter.document.text')),
        facts(...known([say(language, 'fact.reason'), reason])),
        link(say(language, 'letter.decided.open'), addressOf(desk, language)),
      ],
      kind: 'delegations.document-declined',
      about: `delegation/${desk.outline.id}/${desk.party.code}`,
    }
  })
