import type { Reply } from './model.ts'

/** What a page shows, by identifier. */
export interface Shown {
  observations: readonly { id: string }[]
  assessments: readonly { id: string }[]
  /** `KOR-2021-01/delivery/3` */
  events: ReadonlySet<string>
}

/** The replies to what a page shows: a reply to anything else would tell that there is such a thing. */
export function repliesShown(replies: readonly Reply[], shown: Shown): Reply[] {
  const observations = new Set(shown.observations.map(({ id }) => id))
  const assessments = new Set(shown.assessments.map(({ id }) => id))
  return replies.filter(({ subject: { kind, id } }) => {
    if (kind === 'observation') return observations.has(id)
    if (kind === 'assessment') return assessments.has(id)
    return kind === 'pledge' || shown.events.has(id)
  })
}
