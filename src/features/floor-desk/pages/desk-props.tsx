import type { Child } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import type { Option } from '../../../ui/form/choices.tsx'
import type { DeskList } from '../facts.ts'
import type { Can } from '../rules/can.ts'

/** What every part of the desk of a session needs to know. */
export interface Desk {
  viewer: FormReader
  language: Language
  list: DeskList
  /** Milliseconds since 1970, when the page was made. */
  now: number
  can: Can
  /** Every party that may be asked for, by name. */
  options: readonly Option[]
  /** What later features set beside a speech: how far its statement is. */
  beside(speech: string): Child[]
}

/** The address of a session's desk. */
export const deskAddress = (conference: string, slug: string, more = ''): string =>
  `/${conference}/desk/floor/${slug}${more}`

/** Whose list it is, as every deed names it. */
export const fixedOf = ({ list: { of } }: Pick<Desk, 'list'>) => ({
  conference: of.conference,
  session: of.session,
})

/** What the desk has seen: whoever acts on an older list is told what happened since. */
export const seenOf = ({ list: { floor } }: Pick<Desk, 'list'>): string => `${floor.seq}`
