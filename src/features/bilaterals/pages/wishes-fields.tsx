import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { ChecksField } from '../../../ui/form/choices.tsx'
import { DateField, NumberField, TextArea, TimeField } from '../../../ui/form/fields.tsx'
import { Rows } from '../../../ui/form/rows.tsx'
import type { Wishes } from '../model.ts'
import { say } from '../words.ts'

const ROWS = 2

/** What a delegation wishes of a meeting. */
export function WishesFields({ language, wishes }: { language: Language; wishes: Wishes | null }) {
  return (
    <>
      <TextArea
        name="wishes.subject"
        label={say(language, 'subject')}
        hint={say(language, 'subject.hint')}
        value={wishes?.subject ?? null}
        maxlength={300}
        rows={3}
      />
      <div class="columns">
        <NumberField
          name="wishes.minutes"
          label={say(language, 'minutes')}
          value={wishes?.minutes ?? 30}
        />
        <NumberField
          name="wishes.people"
          label={say(language, 'people')}
          value={wishes?.people ?? 4}
        />
      </div>
      <ChecksField
        name="wishes.languages"
        label={say(language, 'languages')}
        values={wishes?.languages ?? []}
        options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
      />
      <fieldset class="field">
        <legend>{say(language, 'stretches')}</legend>
        <small class="hint">{say(language, 'stretches.hint')}</small>
        <Rows
          name="wishes.stretches"
          stored={wishes?.stretches.length ?? 0}
          spare={wishes?.stretches.length ? 1 : ROWS}
          each={(row, index) => {
            const stretch = wishes?.stretches[index]
            const name = (field: string) => `wishes.stretches.${row}.${field}`
            return (
              <div class="columns">
                <DateField name={name('day')} label={say(language, 'day')} value={stretch?.day} />
                <TimeField
                  name={name('from')}
                  label={say(language, 'from')}
                  value={stretch?.from}
                />
                <TimeField name={name('to')} label={say(language, 'to')} value={stretch?.to} />
              </div>
            )
          }}
        />
      </fieldset>
    </>
  )
}
