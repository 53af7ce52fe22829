import { z } from 'zod'
import { Language } from '../../kernel/language.ts'
import { must } from '../../kernel/refusal.ts'

/** What a delegation proposes about a paragraph, or says of the whole. */
export const PROPOSAL_KINDS = ['replace', 'add-after', 'delete', 'remark'] as const
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]

export const PROPOSAL_STATES = ['open', 'taken-up', 'not-taken-up', 'withdrawn'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

export const PROPOSAL_MOVES: Readonly<
  Record<ProposalState, Partial<Record<'take-up' | 'leave' | 'withdraw', ProposalState>>>
> = {
  open: { 'take-up': 'taken-up', leave: 'not-taken-up', withdraw: 'withdrawn' },
  'taken-up': { leave: 'not-taken-up' },
  'not-taken-up': { 'take-up': 'taken-up' },
  withdrawn: {},
}

/** The state of a proposal after a move. */
export function moveProposal(
  state: ProposalState,
  deed: keyof (typeof PROPOSAL_MOVES)['open'],
): ProposalState {
  const next = PROPOSAL_MOVES[state][deed]
  must(next, 'outcome-documents.proposal-decided')
  return next
}

const Words = z.string().trim().min(1).max(8000)

export const Proposal = z.strictObject({
  kind: z.enum(PROPOSAL_KINDS),
  /** Null: the whole text. */
  paragraph: z
    .string()
    .regex(/^p\d{1,5}$/)
    .nullable()
    .default(null),
  /** The wording that is proposed, or the remark; none where a paragraph is to go. */
  words: Words.nullable().default(null),
  language: Language,
  reason: Words.nullable().default(null),
})
export type Proposal = z.infer<typeof Proposal>

/** A proposal says what it wants, of a paragraph of the draft. */
export function mustBeWhole(
  { kind, paragraph, words }: Proposal,
  paragraphs: readonly { id: string }[],
): void {
  must(kind === 'delete' || words !== null, 'outcome-documents.needs-words')
  must(kind === 'remark' || kind === 'add-after' || paragraph !== null, 'outcome-documents.which')
  must(
    paragraph === null || paragraphs.some(({ id }) => id === paragraph),
    'outcome-documents.no-paragraph',
  )
}

/** Who reads a proposal: its delegation and the secretariat, all delegations where that is set. */
export const mayRead = (
  proposal: { party: string },
  {
    secretariat,
    parties,
    seenBy,
  }: {
    secretariat: boolean
    parties: readonly string[]
    seenBy: 'delegations' | 'secretariat'
  },
): boolean => secretariat || seenBy === 'delegations' || parties.includes(proposal.party)
