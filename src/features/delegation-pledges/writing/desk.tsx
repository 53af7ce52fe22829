import type { Text } from '../../../kernel/text.ts'
import type { EditionCategory } from '../../capabilities/categories.model.ts'
import type { Capability } from '../../capabilities/model.ts'
import type { Paper } from '../../capabilities/requirements.model.ts'
import type { Theme } from '../../capabilities/themes.model.ts'
import type { Mission } from '../../parties/missions.model.ts'
import type { PartyName } from '../../parties/model.ts'
import type { PledgeId } from '../../pledges/model.ts'
import type { Hand, Sketch, Wordings } from '../../pledges/writing/sketch.model.ts'
import type { Desk } from '../desk.tsx'

/** The steps of the form, in the order in which they stand. */
export const STEPS = ['words', 'what', 'who', 'where', 'conditions', 'answers', 'audience'] as const
export type StepName = (typeof STEPS)[number]

/** What the form shows, and what one can choose from. */
export interface WritingDesk extends Desk {
  id: PledgeId
  /** Whose writing it is. */
  hand: Hand
  sketch: Sketch
  version: string
  /** Whether the pledge is public already: what is written is an amendment. */
  isAmendment: boolean
  /** In the reader's alphabet. */
  parties: readonly { code: string; name: PartyName }[]
  capabilities: readonly Capability[]
  categories: readonly EditionCategory[]
  themes: readonly Theme[]
  missions: readonly Mission[]
  papers: readonly Pick<Paper, 'id' | 'title' | 'date' | 'requirements'>[]
  today: string
}

/** What was typed of a text, as the field of a text shows it; null where nothing was. */
export function textOf(wordings: Wordings | undefined): Text | null {
  const said = Object.entries(wordings?.in ?? {}).flatMap(([language, wording]) =>
    wording?.value ? [[language, { status: 'authentic', ...wording }] as const] : [],
  )
  const [first] = said
  if (!first) return null
  return {
    original: wordings?.original ?? first[0],
    in: Object.fromEntries(said),
  } as Text
}
