import type { Field, Understood } from './understood.ts'

const value = <Value>(field: Field<Value> | null): Value | null => field?.value ?? null

/** What `programme import --json` prints: the content plainly, and beside it the lines that it was read from. */
export function asJson(understood: Understood) {
  const { zone, language, days, repeats, unread, doubts, marks, zoneLines } = understood
  const { title, dates, venue, hosts, participants, themes, crossCutting, coChairs } = understood
  const { background, objective } = understood
  const fields = {
    title,
    dates,
    venue,
    hosts,
    participants,
    themes,
    crossCutting,
    coChairs,
    background,
    objective,
  }
  return {
    zone,
    language,
    title: value(title),
    dates: value(dates),
    venue: value(venue),
    hosts: value(hosts) ?? [],
    participants: value(participants),
    themes: value(themes) ?? [],
    crossCutting: value(crossCutting) ?? [],
    coChairs: value(coChairs) ?? [],
    background: value(background),
    objective: value(objective),
    days,
    repeats,
    doubts,
    unread,
    marks,
    fieldLines: Object.fromEntries(
      Object.entries(fields).flatMap(([name, field]) => (field ? [[name, field.lines]] : [])),
    ),
    zoneLines,
  }
}
