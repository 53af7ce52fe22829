import { readingOf } from '../../../kernel/text.ts'
import { CheckField, SelectField } from '../../../ui/form/choices.tsx'
import { DateField, NumberField, TimeField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Rows } from '../../../ui/form/rows.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { ASKED, type Form as Asked } from '../forms.model.ts'
import { say } from '../words.ts'
import type { Place } from './place.tsx'
import { QuestionFields } from './question-fields.tsx'

/** What one form asks, and whether anybody may fill it in: all of it can be changed. */
export function FormPage({ place, form, version }: { place: Place; form: Asked; version: number }) {
  const { viewer, conference } = place
  const { language } = viewer
  const title = readingOf(form.name, language).value
  const asked = ASKED.map((value) => ({ value, label: say(language, `asked.${value}`) }))
  return (
    <Frame
      place={place}
      title={title}
      steps={[
        { href: `/${conference}/desk/registration`, label: say(language, 'desk') },
        { href: '', label: title },
      ]}
    >
      <Form
        viewer={viewer}
        command="registration.set-form"
        then={`/${conference}/desk/registration`}
        seen={`${version}`}
        fixed={{ conference, kind: form.kind }}
      >
        <CheckField name="open" label={say(language, 'form.open')} value={form.open} />
        <div class="columns">
          <DateField name="closes.day" label={say(language, 'form.day')} value={form.closes?.day} />
          <TimeField
            name="closes.clock"
            label={say(language, 'form.clock')}
            value={form.closes?.clock}
          />
          <NumberField name="most" label={say(language, 'form.most')} value={form.most} />
        </div>
        <LanguagesField name="name" label={say(language, 'form.name')} text={form.name} required />
        <LanguagesField
          name="introduction"
          label={say(language, 'form.introduction')}
          text={form.introduction}
          rows={3}
        />
        <div class="columns">
          <SelectField
            name="organisation"
            label={say(language, 'organisation')}
            value={form.organisation}
            options={asked}
          />
          <SelectField
            name="photo"
            label={say(language, 'form.photo')}
            value={form.photo}
            options={asked}
          />
          <SelectField
            name="kept"
            label={say(language, 'form.kept')}
            value={form.kept}
            options={(['press', 'record'] as const).map((value) => ({
              value,
              label: say(language, `kept.${value}`),
            }))}
          />
        </div>
        <h2>{say(language, 'form.questions')}</h2>
        <p>{say(language, 'form.questions.text')}</p>
        <Rows
          name="fields"
          stored={form.fields.length}
          each={(row, index) => (
            <QuestionFields language={language} row={row} field={form.fields[index] ?? null} />
          )}
        />
        <Submit>{say(language, 'form.save')}</Submit>
      </Form>
    </Frame>
  )
}
