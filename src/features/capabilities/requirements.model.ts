import { z } from 'zod'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import { Language } from '../../kernel/language.ts'
import { Quantity } from '../../kernel/quantity.ts'
import { must } from '../../kernel/refusal.ts'
import { Source } from '../../kernel/source.ts'
import { Text } from '../../kernel/text.ts'
import { PartialDay } from '../../kernel/time.ts'
import { CapabilityCode, Component } from './model.ts'

export const PaperId = z.string().regex(/^\d{4}-\d{2}(-[a-z0-9]+)*$/)
export type PaperId = z.infer<typeof PaperId>

/** `2022-03.utility-helicopters`: the paper, and what it names. */
export const RequirementId = z.string().regex(/^\d{4}-\d{2}(-[a-z0-9]+)*\.[a-z0-9-]+$/)
export type RequirementId = z.infer<typeof RequirementId>

/** What a need is for where it names no mission. */
export const SCOPES = ['generic-medium-mission', 'rapid-deployment', 'mission-start-up'] as const
/** How pressing a need was said to be; the words themselves stand beside it. */
export const URGENCIES = ['critical', 'short', 'priority', 'foreseen', 'sought'] as const

/** Parts of a requirement that no source states in this form: our reading of its words. */
export const CLASSIFIED = ['capabilities', 'scope', 'urgency', 'language', 'components'] as const

export const Requirement = z
  .strictObject({
    id: RequirementId,
    /** A paper may also say what was offered against its types: that is no need. */
    side: z.enum(['need', 'supply']),
    /** What the source names, briefly. */
    words: Text,
    /** Empty where the types are not stated in public. */
    capabilities: z.array(CapabilityCode),
    /** `none` where no quantity is known: unknown is not zero. */
    quantity: Quantity,
    mission: z.string().nullable(),
    scope: z.enum(SCOPES).nullable(),
    /** When it is needed, as it was said, and as a day as far as that names one. */
    neededBy: z.strictObject({ words: Text, on: PartialDay.nullable() }).nullable(),
    urgency: z.enum(URGENCIES).nullable(),
    urgencyWords: Text.nullable(),
    /** The language that a unit must speak. */
    language: Language.nullable(),
    /** The parts that are needed; empty where whole units are, or nothing is said. */
    components: z.array(Component),
    /** The party that was asked, where one was. */
    addressedTo: PartyCode.nullable(),
    note: Text.nullable(),
    ours: z.array(z.enum(CLASSIFIED)),
    sources: z.array(Source).min(1),
  })
  .refine(
    ({ quantity, capabilities }) => quantity.kind === 'none' || capabilities.length === 1,
    'capabilities.quantity-of-one',
  )
export type Requirement = z.infer<typeof Requirement>

/** The United Nations' series of papers on its requirements, or somebody's statement that names a gap. */
export const PaperKind = z.enum(['paper', 'statement'])
export type PaperKind = z.infer<typeof PaperKind>

export const Paper = z
  .strictObject({
    id: PaperId,
    kind: PaperKind,
    date: PartialDay,
    title: Text,
    /** Who says it: a party, or somebody else by name. */
    issuer: z.union([z.strictObject({ party: PartyCode }), z.strictObject({ name: Text })]),
    /** The paper whose place it takes, of those that are known. */
    supersedes: PaperId.nullable(),
    /** The edition for which it was written, or which it takes stock of. */
    conference: ConferenceId.nullable(),
    note: Text.nullable(),
    sources: z.array(Source).min(1),
    /** In the order of the paper; empty where its content was not found. */
    requirements: z.array(Requirement),
  })
  .refine(
    ({ id, requirements }) => requirements.every((one) => one.id.startsWith(`${id}.`)),
    'capabilities.requirement-of-paper',
  )
  .refine(
    ({ requirements }) => new Set(requirements.map(({ id }) => id)).size === requirements.length,
    'capabilities.requirement-twice',
  )
export type Paper = z.infer<typeof Paper>

/** Where a requirement stands on the page of its paper: `utility-helicopters`. */
export const anchorOf = ({ id }: Pick<Requirement, 'id'>): string => id.slice(id.indexOf('.') + 1)

/** Every capability that a paper names. */
export const capabilitiesIn = ({ requirements }: Pick<Paper, 'requirements'>): CapabilityCode[] => [
  ...new Set(requirements.flatMap(({ capabilities }) => capabilities)),
]

/** Every party that a paper names: who says it, and who was asked. */
export const partiesIn = ({ issuer, requirements }: Paper): PartyCode[] => [
  ...('party' in issuer ? [issuer.party] : []),
  ...requirements.flatMap(({ addressedTo }) => addressedTo ?? []),
]

/** What is needed; what was offered against the types of a paper is left out. */
export const needsOf = ({ requirements }: Pick<Paper, 'requirements'>): Requirement[] =>
  requirements.filter(({ side }) => side === 'need')

/** What was offered against the types of a paper. */
export const offersIn = ({ requirements }: Pick<Paper, 'requirements'>): Requirement[] =>
  requirements.filter(({ side }) => side === 'supply')

/** The paper that took the place of another one, where it is known. */
export const successorOf = <One extends Pick<Paper, 'id' | 'supersedes'>>(
  papers: readonly One[],
  id: PaperId,
): One | null => papers.find(({ supersedes }) => supersedes === id) ?? null

/**
 * A paper takes the place of an earlier one of the same series, and is the only one that does; a statement takes
 * nobody's.
 */
export function mustFollow(
  paper: Pick<Paper, 'kind' | 'date' | 'supersedes'>,
  before: Pick<Paper, 'kind' | 'date'> | null,
  /** Another paper that takes the place of the same one. */
  rival: PaperId | null,
): void {
  if (paper.supersedes === null) return
  must(before, 'capabilities.unknown-paper', { id: paper.supersedes })
  must(paper.kind === 'paper' && before.kind === 'paper', 'capabilities.statement-supersedes')
  must(before.date < paper.date, 'capabilities.supersedes-later')
  must(rival === null, 'capabilities.already-superseded', { id: rival ?? '' })
}
