import { AUDIENCES } from '../../../kernel/people/audience.ts'
import { ChoiceField, SelectField } from '../../../ui/form/choices.tsx'
import { GUARDED_FIELDS } from '../../pledges/model.ts'
import { sayField } from '../../pledges/pages/says.tsx'
import { say } from '../words.ts'
import type { WritingDesk } from './desk.tsx'
import { Step } from './step.tsx'

/** Who sees the whole, and which fields fewer people see. */
export function AudienceStep({ desk }: { desk: WritingDesk }) {
  const { language } = desk.viewer
  const { sketch, isAmendment } = desk
  const options = AUDIENCES.map((value) => ({ value, label: say(language, `audience.${value}`) }))
  return (
    <Step name="audience" language={language}>
      {!isAmendment && (
        <ChoiceField
          name="~sketch.audience"
          label={say(language, 'write.audience')}
          value={sketch.audience ?? 'public'}
          options={options
            .filter(({ value }) => value !== 'secretariat')
            .map((one) => ({
              ...one,
              ...(one.value !== 'public' && {
                hint: say(language, 'write.audience.not-published'),
              }),
            }))}
        />
      )}
      <details open={Object.keys(sketch.audiences ?? {}).length > 0}>
        <summary>{say(language, 'write.audiences')}</summary>
        <p class="label">{say(language, 'write.audiences.hint')}</p>
        <div class="columns">
          {GUARDED_FIELDS.map((field) => (
            <SelectField
              name={`sketch.audiences.${field}`}
              label={sayField(language, field)}
              none={say(language, 'audience.public')}
              value={sketch.audiences?.[field]}
              options={options.filter(({ value }) => value !== 'public')}
            />
          ))}
        </div>
      </details>
    </Step>
  )
}
