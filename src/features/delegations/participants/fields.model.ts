import type { Audience } from '../../../kernel/people/audience.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import type { RetentionClass } from '../../privacy/model.ts'
import type { State } from './life.model.ts'
import type { Person } from './model.ts'

interface Field {
  /** Who may see it. Names reach participants or everybody by a release of the list, never by a page of a delegation. */
  audience: Audience
  kept: RetentionClass
  /** `locked` when names are closed: what was vetted and is printed. */
  after: 'locked' | 'open'
}

/** What each thing that is known of a person is: one place for who sees it, how long it stays and until when it changes. */
export const FIELDS: Readonly<Record<keyof Person, Field>> = {
  name: { audience: 'participants', kept: 'record', after: 'locked' },
  sortName: { audience: 'participants', kept: 'record', after: 'locked' },
  latinName: { audience: 'participants', kept: 'record', after: 'locked' },
  styles: { audience: 'participants', kept: 'record', after: 'locked' },
  functions: { audience: 'participants', kept: 'record', after: 'locked' },
  place: { audience: 'participants', kept: 'record', after: 'locked' },
  rank: { audience: 'participants', kept: 'record', after: 'locked' },
  organisation: { audience: 'participants', kept: 'record', after: 'locked' },
  unpublished: { audience: 'parties', kept: 'record', after: 'open' },
  photo: { audience: 'parties', kept: 'photo', after: 'locked' },
  languages: { audience: 'parties', kept: 'contact', after: 'open' },
  accessNeeds: { audience: 'parties', kept: 'access', after: 'open' },
  travel: { audience: 'parties', kept: 'travel', after: 'open' },
  address: { audience: 'parties', kept: 'contact', after: 'open' },
  telephone: { audience: 'parties', kept: 'contact', after: 'open' },
  gender: { audience: 'parties', kept: 'contact', after: 'open' },
  answers: { audience: 'parties', kept: 'contact', after: 'open' },
}
const NAMES = Object.keys(FIELDS) as (keyof Person)[]

/** The fields in which two wordings of a person differ. */
export const changedIn = (before: Person, after: Person): (keyof Person)[] =>
  NAMES.filter((field) => !same(before[field], after[field]))

const isLocked = (field: keyof Person): boolean => FIELDS[field].after === 'locked'

/** Who changes a person, and whether names are closed. */
export interface Changing {
  secretariat: boolean
  closed: boolean
}

/**
 * The state of a person after a change, or a refusal. What was vetted is vetted again when the delegation changes it;
 * once names are closed, or a badge shows them, it asks the secretariat, or names another person instead.
 */
export function afterChange(
  state: State,
  changed: readonly (keyof Person)[],
  { secretariat, closed }: Changing,
): State {
  if (secretariat || !changed.some(isLocked)) return state
  must(!closed, 'delegations.names-closed')
  must(state !== 'badged' && state !== 'revoked', 'delegations.badge-shows-it')
  return state === 'approved' ? 'submitted' : state
}

const BLANK: Readonly<Partial<Record<keyof Person, null | readonly [] | object>>> = {
  photo: null,
  languages: [],
  accessNeeds: null,
  travel: null,
  address: null,
  telephone: null,
  gender: null,
  answers: {},
}

/** What stands in the place of what belongs to some classes, once their time is over. */
export const blankOf = (classes: readonly RetentionClass[]): Partial<Person> =>
  Object.fromEntries(
    Object.entries(BLANK).filter(([field]) => classes.includes(FIELDS[field as keyof Person].kept)),
  )

/** The person as somebody of an audience may see them. */
export const seenBy = (audience: 'parties' | 'participants', person: Person): Person =>
  audience === 'parties'
    ? person
    : {
        ...person,
        ...Object.fromEntries(
          Object.entries(BLANK).filter(
            ([field]) => FIELDS[field as keyof Person].audience === 'parties',
          ),
        ),
      }
