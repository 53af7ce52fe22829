import type { FormReader } from '../../../ui/form/attempt.ts'
import type { Option } from '../../../ui/form/choices.tsx'
import { familyOf } from '../../capabilities/model.ts'
import { isActiveOn } from '../../parties/missions.model.ts'
import type { Choices } from '../choices.ts'
import { say } from '../words.ts'

/** For whom a page is, where, and what it calls things by. */
export interface Desk {
  viewer: FormReader
  conference: string
  conferenceName: string
  today: string
  choices: Choices
}

export const capabilityName = (
  { choices, viewer: { language } }: Pick<Desk, 'choices' | 'viewer'>,
  code: string | null,
): string =>
  code === null
    ? say(language, 'any-capability')
    : (choices.capabilities.find((one) => one.code === code)?.names[language] ?? code)

export const partyName = ({ choices }: Pick<Desk, 'choices'>, code: string): string =>
  choices.parties.find((one) => one.code === code)?.name ?? code

export function missionName(
  { choices, viewer }: Pick<Desk, 'choices' | 'viewer'>,
  acronym: string,
) {
  const mission = choices.missions.find((one) => one.acronym === acronym)
  return mission?.acronyms[viewer.language] ?? acronym
}

/** Capabilities in the order of the taxonomy, under the names of their families. */
export const capabilityOptions = (desk: Pick<Desk, 'choices' | 'viewer'>): Option[] =>
  desk.choices.capabilities.map(({ code, names }) => ({
    value: code,
    label: names[desk.viewer.language],
    group: capabilityName(desk, familyOf(code)),
  }))

/** Missions that run on the day of the page, and those that were chosen before. */
export const missionOptions = (
  { choices, viewer, today }: Desk,
  chosen: readonly string[] = [],
): Option[] =>
  choices.missions
    .filter((mission) => isActiveOn(mission, today) || chosen.includes(mission.acronym))
    .map(({ acronym, acronyms, names }) => ({
      value: acronym,
      label: `${acronyms[viewer.language] ?? acronym} · ${names[viewer.language]}`,
      group: say(viewer.language, 'missions'),
    }))

export const partyOptions = ({ choices, viewer }: Desk, but: string | null = null): Option[] =>
  choices.parties
    .filter(({ code }) => code !== but)
    .map(({ code, name }) => ({ value: code, label: name, group: say(viewer.language, 'parties') }))

/** Plain options of a list that opens. */
export const ungrouped = (options: readonly Option[]): Option[] =>
  options.map(({ value, label }) => ({ value, label }))
