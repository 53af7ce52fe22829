import type { PartyCode } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { type Asked, type Ending, type Proposal, partiesIn, type State } from './model.ts'

/** What moves a proposal, or is done to it where it stands. */
type Move = 'alter' | 'contact' | 'answer' | 'agree' | 'begin' | 'end'

/** Every move that a proposal can make, and no other. */
export const MOVES: Readonly<Record<State, Partial<Record<Move, State>>>> = {
  suggested: { alter: 'suggested', contact: 'contacted', end: 'ended' },
  contacted: { alter: 'contacted', answer: 'contacted', agree: 'agreed', end: 'ended' },
  agreed: { begin: 'running', end: 'ended' },
  running: { end: 'ended' },
  ended: {},
}

/** The state after a move, or a refusal. */
export function move(state: State, what: Move): State {
  const next = MOVES[state][what]
  must(next, 'brokering.cannot-move')
  return next
}

export const canMove = (state: State, what: Move): boolean => MOVES[state][what] !== undefined

/** As what a proposal may end where it stands: what was not agreed cannot be done, and what was cannot be withdrawn. */
export function endingsOf(state: State): readonly Ending[] {
  switch (state) {
    case 'suggested':
      return ['withdrawn']
    case 'contacted':
      return ['no-agreement', 'withdrawn']
    case 'agreed':
      return ['broken-off']
    case 'running':
      return ['done', 'broken-off']
    default:
      return []
  }
}

/**
 * Where a party stands to the wording as it is now. A consent to an earlier wording is void, and so is everything else
 * that was said of one: the party is asked anew.
 */
export const STANDINGS = ['not-asked', 'awaited', 'void', 'consents', 'change', 'declines'] as const
export type Standing = (typeof STANDINGS)[number]

export function standingOf(
  { version, contactedAt }: Pick<Proposal, 'version' | 'contactedAt'>,
  asked: Pick<Asked, 'answer' | 'version'> | undefined,
): Standing {
  if (contactedAt === null || !asked) return 'not-asked'
  if (asked.answer === null) return 'awaited'
  return asked.version === version ? asked.answer : 'void'
}

/** Whom a proposal names, and where each stands, in the order of its shares. */
export const standingsOf = (
  proposal: Proposal,
  all: readonly Asked[],
): { party: PartyCode; standing: Standing; asked: Asked | null }[] =>
  partiesIn(proposal.wording).map((party) => {
    const asked = all.find((one) => one.party === party)
    return { party, standing: standingOf(proposal, asked), asked: asked ?? null }
  })

const WAITS: readonly Standing[] = ['awaited', 'void']

/** The parties that have not answered the wording as it is. */
export const awaitedIn = (proposal: Proposal, all: readonly Asked[]): PartyCode[] =>
  proposal.state === 'contacted'
    ? standingsOf(proposal, all).flatMap(({ party, standing }) =>
        WAITS.includes(standing) ? [party] : [],
      )
    : []

/** The last consent makes the agreement: every party consents to this very wording. */
export const isAgreed = (proposal: Proposal, all: readonly Asked[]): boolean =>
  standingsOf(proposal, all).every(({ standing }) => standing === 'consents')

/** Whether the secretariat has to do something: somebody asks for a change or declines, or nobody was asked yet. */
export const waitsForDesk = (proposal: Proposal, all: readonly Asked[]): boolean =>
  proposal.state === 'suggested' ||
  (proposal.state === 'contacted' &&
    standingsOf(proposal, all).some(({ standing }) => ['change', 'declines'].includes(standing)))

/** The day of an instant, as reminders count. */
const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO('UTC').toPlainDate()

/** Who may be reminded now: those who have not answered, were asked before today, and not reminded today. */
export function remindable(
  proposal: Proposal,
  all: readonly Asked[],
  now: Temporal.Instant,
): PartyCode[] {
  const today = dayOf(now)
  return awaitedIn(proposal, all).filter((party) => {
    const asked = all.find((one) => one.party === party)
    const last = asked && (asked.remindedAt ?? asked.askedAt)
    return last !== undefined && Temporal.PlainDate.compare(dayOf(last), today) < 0
  })
}

/** Who is reminded by itself: those from whom nothing was heard for so many days. */
export const overdue = (
  proposal: Proposal,
  all: readonly Asked[],
  { now, days }: { now: Temporal.Instant; days: number },
): PartyCode[] =>
  remindable(proposal, all, now).filter((party) => {
    const asked = all.find((one) => one.party === party)
    const last = asked && (asked.remindedAt ?? asked.askedAt)
    return (
      last !== undefined && Temporal.PlainDate.compare(dayOf(last).add({ days }), dayOf(now)) <= 0
    )
  })
