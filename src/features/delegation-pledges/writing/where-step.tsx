import type { Option } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { isActiveOn } from '../../parties/missions.model.ts'
import { say } from '../words.ts'
import { textOf, type WritingDesk } from './desk.tsx'
import { Picker } from './picker.tsx'
import { Step } from './step.tsx'
import { partyOptions } from './who-step.tsx'

/** Missions that run, then those that ended. */
function missionOptions({ missions, viewer: { language }, today }: WritingDesk): Option[] {
  const option = (mission: (typeof missions)[number]): Option => ({
    value: mission.acronym,
    label: `${mission.acronyms[language] ?? mission.acronym} · ${mission.names[language]}`,
    group: say(language, isActiveOn(mission, today) ? 'missions.active' : 'missions.ended'),
  })
  const active = missions.filter((mission) => isActiveOn(mission, today))
  const ended = missions.filter((mission) => !isActiveOn(mission, today))
  return [...active, ...ended.toReversed()].map(option)
}

/** For which mission or whom, from when to when. */
export function WhereStep({ desk }: { desk: WritingDesk }) {
  const { language } = desk.viewer
  const { sketch } = desk
  return (
    <Step name="where" language={language}>
      <Picker
        name="sketch.missions"
        label={say(language, 'write.missions')}
        hint={say(language, 'write.missions.hint')}
        options={missionOptions(desk)}
        values={sketch.missions ?? []}
      />
      <Picker
        name="sketch.beneficiaries"
        label={say(language, 'write.beneficiaries')}
        options={partyOptions(desk).map((one) => ({ ...one, group: say(language, 'parties') }))}
        values={sketch.beneficiaries ?? []}
      />
      <LanguagesField
        name="sketch.beneficiariesNote"
        label={say(language, 'write.beneficiaries-note')}
        text={textOf(sketch.beneficiariesNote)}
        maxlength={500}
      />
      <div class="columns">
        <TextField
          name="sketch.from"
          label={say(language, 'write.from')}
          hint={say(language, 'write.day.hint')}
          value={sketch.from}
          width="short"
        />
        <TextField
          name="sketch.until"
          label={say(language, 'write.until')}
          hint={say(language, 'write.day.hint')}
          value={sketch.until}
          width="short"
        />
      </div>
    </Step>
  )
}
