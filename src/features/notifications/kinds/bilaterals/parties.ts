import type { Telling } from '../../kind.ts'

interface Meeting {
  id: string
  conference: string
  asking: string
  asked: string
}

/** Something that both delegations of a meeting are told, each of the other; never what the meeting is about. */
export const toBoth = ({ id, conference, asking, asked }: Meeting): Telling[] =>
  [
    { party: asking, other: asked },
    { party: asked, other: asking },
  ].map(({ party, other }) => ({
    to: [{ role: 'focal-point', conference, party }],
    facts: { conference, party: other },
    at: `/${conference}/delegation/${party}/bilaterals`,
    about: `bilateral/${id}`,
  }))
