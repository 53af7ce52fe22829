import { type Conference, cited } from '../model.ts'

/** What a new conference begins with. */
export type Beginning = Pick<
  Conference,
  'id' | 'series' | 'parent' | 'kind' | 'label' | 'name' | 'shortName' | 'zone'
>

/** What an edition has in common with the one before it, as a rule: what it is for, its agenda and how it works. */
const alike = ({
  summary,
  objective,
  participants,
  themes,
  crossCutting,
  settings,
}: Conference): Partial<Conference> => ({
  ...{ summary, objective, participants, themes, crossCutting },
  ...(settings && { settings }),
})

/**
 * The record of a conference that begins: nothing is known of it but what is said, and what it takes from the edition
 * that serves as its template. Days, places, hosts, figures and papers are its own.
 */
export function begun(beginning: Beginning, template: Conference | null): Conference {
  const { name } = beginning
  const taken = template ? alike(template) : {}
  const record: Conference = {
    ...beginning,
    ...{ dates: [], venue: [], format: [], background: [], hosts: [], convenors: [] },
    ...{ coChairs: null, themes: [], sessions: [], crossCutting: [], participants: null },
    ...{ figures: [], documents: [], milestones: [], handover: null, objective: null, sources: {} },
    summary: { title: name, sources: [] },
    settings: { palette: null, signOffs: NOBODY_SIGNS },
    ...taken,
  }
  const keys = new Set(cited(record))
  const sources = Object.entries(template?.sources ?? {}).filter(([key]) => keys.has(key))
  return { ...record, sources: Object.fromEntries(sources) }
}

const NOBODY = { host: 0, un: 0 }
const NOBODY_SIGNS = { programme: NOBODY, participants: NOBODY, announcements: NOBODY }
