import type { Reading } from '../../../../platform/database/tables.ts'
import { everyEdition } from '../../../pledges/find/lines.queries.ts'
import { whoBefore } from '../../before/before.ts'
import { offersOfParts, pledgesOfParts } from '../../before/queries.ts'
import type { RunMade } from '../../runs/model.ts'
import { type NeedFacts, wantedFor } from './facts.ts'

/**
 * What is known of one need of a calculation; null where it has no such need.
 *
 * @param mayRead whether the reader may read what was offered at a conference.
 */
export async function needFacts(
  db: Reading,
  run: RunMade,
  id: string,
  mayRead: (conference: string) => boolean,
): Promise<NeedFacts | null> {
  const requirement = run.instance.requirements.find((one) => one.id === id)
  if (!requirement) return null
  const explained = run.explanation.requirements.find((one) => one.requirement === id) ?? null
  const wanted = wantedFor(run.instance, requirement, explained)
  const components = [...new Set(wanted.map(({ component }) => component))]
  const here = new Set(run.instance.offers.map((one) => one.id))
  const offers = (await offersOfParts(db, components)).filter(
    (one) => !here.has(one.id) && mayRead(one.conference),
  )
  const pledges = await pledgesOfParts(db, requirement.capability, components)
  const elsewhere = offers.some(({ conference }) => conference !== run.conference)
  const editions = elsewhere ? await everyEdition(db) : new Map()
  return {
    ...{ run, requirement, explained },
    assumed: run.assumed.find((one) => one.requirement === id) ?? null,
    asked: wanted.map((part) => ({
      part,
      by: whoBefore({ ...part, ...requirement }, offers, pledges),
    })),
    conferences: new Map([...editions].map(([code, { shortName }]) => [code, shortName])),
  }
}
