import { SelectField } from '../../../ui/form/choices.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Rows } from '../../../ui/form/rows.tsx'
import { CONDITIONS } from '../../pledges/model.ts'
import { sayCondition } from '../../pledges/pages/says.tsx'
import { say } from '../words.ts'
import { textOf, type WritingDesk } from './desk.tsx'
import { Step } from './step.tsx'

/** On what it depends, and what there was before. */
export function ConditionsStep({ desk }: { desk: WritingDesk }) {
  const { language } = desk.viewer
  const { sketch } = desk
  const conditions = sketch.conditions ?? []
  return (
    <Step name="conditions" language={language}>
      <Rows
        name="sketch.conditions"
        stored={conditions.length}
        each={(row, index) => (
          <div class="part-row">
            <SelectField
              name={`sketch.conditions.${row}.kind`}
              label={say(language, 'write.condition')}
              none={say(language, 'write.no-condition')}
              value={conditions[index]?.kind}
              options={CONDITIONS.map((kind) => ({
                value: kind,
                label: sayCondition(language, kind),
              }))}
            />
            <LanguagesField
              name={`sketch.conditions.${row}.note`}
              label={say(language, 'write.condition-note')}
              text={textOf(conditions[index]?.note)}
              maxlength={500}
            />
          </div>
        )}
      />
      <LanguagesField
        name="sketch.baseline"
        label={say(language, 'write.baseline')}
        hint={say(language, 'write.baseline.hint')}
        text={textOf(sketch.baseline)}
        rows={2}
        maxlength={2000}
      />
      <LanguagesField
        name="sketch.note"
        label={say(language, 'write.note')}
        text={textOf(sketch.note)}
        rows={2}
        maxlength={2000}
      />
    </Step>
  )
}
