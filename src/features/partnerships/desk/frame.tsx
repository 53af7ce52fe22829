import type { Child } from 'hono/jsx'
import { sayClock } from '../../../i18n/clock.ts'
import { sayDay, sayDayRange } from '../../../i18n/days.ts'
import { sayNumber, setBeside } from '../../../i18n/numbers.ts'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { Frame as WorkFrame } from '../../../ui/frame/frame.tsx'
import { hrefOf, type Step } from '../../../ui/navigation.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { type Labels, nameOn, type Party } from '../../parties/model.ts'
import { Banner } from '../pages/result.tsx'
import { labelOf, requirementIn, type Shown } from '../pages/shown.ts'
import { sayPartOf } from '../pages/terms.print.ts'
import type { Change } from '../runs/changes.model.ts'
import { addressOfNeed, type Run, type RunMade } from '../runs/model.ts'
import { say } from '../words.ts'
import { addressOfShare } from './addresses.ts'

/** For whom a page of calculations is, where, and what it calls by name. */
export interface Desk {
  viewer: FormReader
  conference: string
  conferenceName: string
  zone: string
  today: string
  parties: ReadonlyMap<PartyCode, Party>
  capabilities: ReadonlyMap<string, Labels>
}

/** The heading of a page, the way back, and the banner over every calculation; or who was asked since. */
export function Frame({
  desk,
  title,
  steps,
  asked = [],
  children,
}: {
  desk: Desk
  title: Child
  steps: readonly Step[]
  /** What stands there instead of the banner, once somebody was asked. */
  asked?: Child[]
  children?: Child
}) {
  return (
    <WorkFrame place={desk} title={title} steps={steps}>
      {asked.length > 0 ? asked : <Banner language={desk.viewer.language} />}
      {children}
    </WorkFrame>
  )
}

/** What a party is called today. */
export const nameIn = ({ parties, today, viewer }: Desk, code: PartyCode): string => {
  const party = parties.get(code)
  return party ? nameOn(party, today, viewer.language).short : code
}

/** An instant in the conference's time. */
export function sayMoment({ viewer, zone }: Desk, at: Temporal.Instant): string {
  const wall = at.toZonedDateTimeISO(zone)
  const clock = wall.toPlainTime().toString({ smallestUnit: 'minute' })
  return setBeside(viewer.language, [
    sayDay(viewer.language, wall.toPlainDate().toString()),
    sayClock(viewer.language, clock),
  ])
}

/** What is supposed, without the word for it: who, which need, and what of it. */
export function sayChange(desk: Desk, change: Change, made: RunMade | null): string {
  const { language } = desk.viewer
  if ('party' in change) {
    const party = nameIn(desk, change.party)
    if (change.kind === 'withdraw') return party
    const dates = sayDayRange(language, change.from, change.until)
    return [party, sayPartOf(language, change.part), dates].join(BETWEEN)
  }
  const shown = made && shownAt(desk, made)
  const needed = shown && requirementIn(shown, change.need)
  const said =
    change.kind === 'weight'
      ? sayNumber(language, change.weight)
      : sayDayRange(language, change.from, change.until)
  return shown && needed ? `${labelOf(shown, needed)}${BETWEEN}${said}` : said
}

/** On what a calculation rests: what it supposes, or the facts as they stand. */
export const sayBasis = (language: Language, { change, basis }: Pick<Run, 'change' | 'basis'>) =>
  change
    ? say(language, `change.${change.kind}`)
    : say(language, basis === 'record' ? 'runs.of-record' : 'runs.record')

/** A calculation as the desk reads it: all of it. */
export function shownAt(desk: Desk, run: RunMade): Shown {
  const { language } = desk.viewer
  return {
    language,
    ...{ instance: run.instance, solution: run.solution, explanation: run.explanation },
    nameOf: (party) => nameIn(desk, party),
    capabilityOf: (code) => desk.capabilities.get(code)?.[language] ?? code,
    needHref: (requirement) => hrefOf(language, addressOfNeed(run, requirement)),
    shareHref(share) {
      const address = addressOfShare(run, share)
      return address === null ? null : hrefOf(language, address)
    },
  }
}
