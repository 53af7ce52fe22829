import type { ConferenceId } from '../../../kernel/ids.ts'
import { boundsOf } from '../../../kernel/quantity.ts'
import type { CapabilityCode } from '../../capabilities/model.ts'
import {
  needsOf,
  type Paper,
  type RequirementId,
  type Requirement as Said,
} from '../../capabilities/requirements.model.ts'
import type { Requirement } from '../../matching/model/instance.ts'
import { firstDayOf, lastDayOf } from '../../pledges/model.ts'
import type { Assumption } from '../runs/assumed.model.ts'

/** First and last day of what is needed where nobody says. */
export interface Window {
  from: string
  until: string
}

/** A need of the record, and what of it nobody said. */
export interface NamedNeed {
  requirement: Requirement
  parts: Assumption[]
  paper: RequirementId
}

interface Recorded {
  conference: ConferenceId
  day: string
  papers: readonly Paper[]
  units: ReadonlySet<CapabilityCode>
}

/** So long a paper is taken to hold where no later one names the same. */
const MONTHS = 36
/** What was said to be more pressing counts for more: how much more, nobody says. */
const WEIGHTS: Readonly<Record<string, number>> = { critical: 3, short: 2, priority: 2 }

/** What papers of an edition, and of the three years before it, name as needed: of each capability the last naming. */
export function needsNamed({ conference, day, papers, units }: Recorded, window: Window) {
  const since = Temporal.PlainDate.from(day).subtract({ months: MONTHS }).toString()
  const holding = papers
    .filter(
      (paper) =>
        paper.conference === conference ||
        (firstDayOf(paper.date) <= day && lastDayOf(paper.date) >= since),
    )
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const last = new Map<CapabilityCode, Said>()
  for (const said of holding.flatMap(needsOf)) {
    for (const code of said.capabilities) if (units.has(code)) last.set(code, said)
  }
  return [...last].map(([capability, said]) => needOf(capability, said, window))
}

function needOf(capability: CapabilityCode, said: Said, window: Window): NamedNeed {
  const units = boundsOf(said.quantity)?.low ?? 0
  const on = said.neededBy?.on ?? null
  const isDated = on !== null && firstDayOf(on) > window.from && firstDayOf(on) < window.until
  return {
    requirement: {
      id: said.capabilities.length > 1 ? `${said.id}:${capability}` : said.id,
      ...{ capability, units: Math.max(1, units), mission: said.mission, startBy: null },
      weight: WEIGHTS[said.urgency ?? ''] ?? 1,
      from: isDated ? firstDayOf(on) : window.from,
      until: window.until,
      languages: said.language === null ? [] : [said.language],
      minimumReadiness: 0,
    },
    parts: [
      ...(units < 1 ? (['units'] as const) : []),
      ...(isDated ? [] : (['from'] as const)),
      ...(['until', 'weight'] as const),
    ],
    paper: said.id,
  }
}
