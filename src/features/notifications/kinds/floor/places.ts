import type { Telling } from '../../kind.ts'

/** Of a session: which one, and how its address names it. */
export interface Place {
  conference: string
  session: string
  slug: string
}

/** Something that a delegation is told of a list of speakers; never what was asked for, nor who speaks. */
export const toDelegation = (
  { conference, session, slug }: Place,
  { party, other, about }: { party: string; other?: string; about: string },
): Telling => ({
  to: [{ role: 'focal-point', conference, party }],
  facts: { conference, party: other ?? party, sessions: [session] },
  at: `/${conference}/delegation/${party}/floor/${slug}`,
  about,
})
