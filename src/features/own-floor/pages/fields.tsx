import { sayDay } from '../../../i18n/days.ts'
import { isolateIn } from '../../../i18n/isolate.ts'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { wallAt } from '../../../i18n/wall.ts'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { CheckField, ChoiceField, SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { FoldedFields } from '../../../ui/form/fold.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { RANKS } from '../../delegations/ranks.model.ts'
import { sayRank } from '../../delegations/terms.print.ts'
import type { Speech } from '../../floor/queue/floor.ts'
import { type Settings, videoDeadline, type Way } from '../../floor/queue/settings.ts'
import { sayWay } from '../../floor/terms.print.ts'
import { say } from '../words.ts'
import type { Member, Named } from './facts.ts'

interface Props {
  language: Language
  zone: string
  settings: Settings
  members: readonly Member[]
  /** What was asked for, where it is changed. */
  before: { speech: Speech; named: Named } | null
  /** Which statements can be asked for: one of its own, one for a group. */
  may: { own: boolean; group: boolean }
}

/** What a delegation says that asks for the floor. */
export function AskFields(props: Props) {
  const { language, settings, before, may } = props
  return (
    <>
      {may.group && (
        <TextField
          name="onBehalfOf"
          label={say(language, 'field.group')}
          hint={say(language, may.own ? 'field.group.hint' : 'field.group.only')}
          maxlength={200}
          required={!may.own}
          value={before?.named.onBehalfOf ?? null}
        />
      )}
      <Who {...props} />
      <WayField {...props} />
      <SelectField
        name="language"
        label={say(language, 'field.language')}
        hint={say(language, 'field.language.hint')}
        none={say(language, 'field.language.none')}
        value={before?.speech.language ?? null}
        options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
      />
      {settings.order === 'preferred-slots' && <Slots {...props} />}
    </>
  )
}

function Who({ language, members, before }: Props) {
  const named = before?.named
  const typed = named?.participant ? null : (named?.content ?? null)
  return (
    <>
      {members.length > 0 && (
        <SelectField
          name="participant"
          label={say(language, 'field.member')}
          hint={say(language, 'field.member.hint')}
          none={say(language, 'field.member.none')}
          value={named?.participant ?? null}
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <FoldedFields
        names={['speaker']}
        label={say(language, members.length > 0 ? 'field.other' : 'field.name-speaker')}
        open={typed !== null || members.length === 0}
      >
        <TextField
          name="speaker.name"
          label={say(language, 'field.name')}
          hint={say(language, 'field.name.hint')}
          maxlength={160}
          value={typed?.name ?? null}
        />
        <TextField
          name="speaker.latinName"
          label={say(language, 'field.latin-name')}
          maxlength={160}
          value={typed?.latinName ?? null}
        />
        <LanguagesField
          name="speaker.functions"
          label={say(language, 'field.office')}
          maxlength={300}
          text={typed?.functions ?? null}
        />
        <CheckField
          name="~speaker.unpublished"
          label={say(language, 'field.unpublished')}
          value={typed?.unpublished ?? false}
        />
      </FoldedFields>
      <SelectField
        name="rank"
        label={say(language, 'field.rank')}
        hint={say(language, 'field.rank.hint')}
        none={say(language, 'field.rank.none')}
        value={before?.speech.rank ?? null}
        options={RANKS.map((rank) => ({ value: rank, label: sayRank(language, rank) }))}
      />
    </>
  )
}

function WayField({ language, settings, zone, before }: Props) {
  const [first] = settings.ways
  if (settings.ways.length === 1) return <input type="hidden" name="way" value={first} />
  const deadline = sayDeadline(language, settings, zone)
  const option = (way: Way) => ({
    ...{ value: way, label: sayWay(language, way) },
    ...(way === 'video' && deadline !== null && { hint: deadline }),
    ...(way === 'written' && { hint: say(language, 'field.way.written') }),
  })
  return (
    <ChoiceField
      name="way"
      label={say(language, 'field.way')}
      value={before?.speech.way ?? first}
      options={settings.ways.map(option)}
    />
  )
}

/** By when a recorded statement has arrived; null: no time is set. */
export function sayDeadline(
  language: Language,
  settings: Pick<Settings, 'videoBy'>,
  zone: string,
): string | null {
  const at = videoDeadline(settings, zone)
  if (at === null) return null
  const { day, clock } = wallAt(at, zone)
  return `${say(language, 'video-by')} ${sayDay(language, day)} ${isolateIn(language, clock)}`
}

function Slots({ language, settings, before }: Props) {
  const options = settings.slots.map((_, index) => ({
    value: `${index + 1}`,
    label: say(language, 'slot', { number: index + 1 }),
  }))
  return (
    <div class="columns">
      {(['first', 'second'] as const).map((which, index) => (
        <SelectField
          name={`slots.${index}`}
          label={say(language, `field.slot.${which}`)}
          none={say(language, 'field.slot.none')}
          value={before?.speech.slots[index] ?? null}
          options={options}
        />
      ))}
    </div>
  )
}
