import { z } from 'zod'
import { PartyCode } from '../../kernel/ids.ts'
import { Language } from '../../kernel/language.ts'
import { Source } from '../../kernel/source.ts'
import { Text } from '../../kernel/text.ts'
import { Day } from '../../kernel/time.ts'
import { Labels } from './model.ts'

export const MissionKind = z.enum([
  'peacekeeping',
  'special-political-mission',
  'support-office',
  'regional-operation',
])

export const Mission = z.strictObject({
  acronym: z.string().regex(/^[A-Z]{3,12}$/),
  kind: MissionKind,
  start: Day,
  /** The day on which the operation ended; null while it runs. */
  end: Day.nullable(),
  /** Where the mandate ended, or ends, on another day than the operation. */
  mandateUntil: Day.nullable(),
  basis: z.array(z.string()).min(1),
  /** Empty where naming a state would imply a position on a territory: then `territory` is shown. */
  hosts: z.array(PartyCode),
  /** The territory exactly as the United Nations prints it, with its reference to a resolution. */
  territory: Labels.nullable(),
  statusNote: Labels.nullable(),
  areas: z.array(
    z.strictObject({ iso: z.string().nullable(), m49: z.string().nullable(), names: Labels }),
  ),
  names: Labels,
  acronyms: z.partialRecord(Language, z.string()),
  /** Languages whose name, and with it whose notes, were not compared with a source. */
  unconfirmed: z.array(Language),
  note: Text.nullable(),
  /** Where a date was found stated; every other date follows from the resolutions of `basis`. */
  confirmed: z.partialRecord(z.enum(['start', 'startYear', 'end', 'mandate']), Source),
  /** The page to compare the rest with. */
  compareWith: Source.nullable(),
})
export type Mission = z.infer<typeof Mission>

export const isActiveOn = (mission: Pick<Mission, 'start' | 'end'>, day: string): boolean =>
  mission.start <= day && (mission.end === null || day <= mission.end)

/** Where a mission works: its host states, or else what is printed in their place. */
export const placeOf = (
  mission: Pick<Mission, 'hosts' | 'territory' | 'statusNote'>,
  language: Language,
): { hosts: readonly PartyCode[] } | { territory: string; status: string | null } =>
  mission.territory
    ? {
        territory: mission.territory[language],
        status: mission.statusNote?.[language] ?? null,
      }
    : { hosts: mission.hosts }

export const acronymIn = (
  mission: Pick<Mission, 'acronym' | 'acronyms'>,
  language: Language,
): string => mission.acronyms[language] ?? mission.acronym
