import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { acceptOf } from '../../../kernel/documents/files.ts'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { CheckField, ChecksField, SelectField } from '../../../ui/form/choices.tsx'
import { TextArea, TextField } from '../../../ui/form/fields.tsx'
import { FileField } from '../../../ui/form/file.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import type { Participant } from '../participants/model.ts'
import { type Person, PHOTOS } from '../participants/model.ts'
import { STYLES } from '../participants/styles.ts'
import { say } from '../words.ts'
import { Portrait } from './portrait.tsx'

export interface PersonProps {
  language: Language
  /** Who stands there already; null: nobody yet. */
  of: Pick<Participant, 'id' | 'conference' | 'portrait' | 'version' | 'person'> | null
}

/** How somebody is called: as they write it, in Latin letters, as lists sort it, and with which style. */
export function NameFields({ language, of }: PersonProps) {
  const person = of?.person
  const first = LANGUAGES.filter((one) => one === language || one === 'en' || person?.styles[one])
  const style = (one: Language) => <StyleField language={language} of={one} person={person} />
  return (
    <>
      <TextField
        name="person.name"
        label={say(language, 'person.name')}
        hint={say(language, 'person.name.hint')}
        value={person?.name}
        maxlength={160}
        required
      />
      <div class="columns">
        <TextField
          name="person.latinName"
          label={say(language, 'person.latin')}
          hint={say(language, 'person.latin.hint')}
          value={person?.latinName}
          maxlength={160}
        />
        <TextField
          name="person.sortName"
          label={say(language, 'person.sort')}
          hint={say(language, 'person.sort.hint')}
          value={person?.sortName}
          maxlength={160}
          required
        />
      </div>
      <fieldset class="field">
        <legend>{say(language, 'person.style')}</legend>
        <small class="hint">{say(language, 'person.style.hint')}</small>
        <div class="columns">{first.map(style)}</div>
        <details>
          <summary>{say(language, 'person.style.others')}</summary>
          <div class="columns">{LANGUAGES.filter((one) => !first.includes(one)).map(style)}</div>
        </details>
      </fieldset>
      <LanguagesField
        name="person.functions"
        label={say(language, 'person.functions')}
        hint={say(language, 'person.functions.hint')}
        text={person?.functions ?? null}
        maxlength={200}
      />
    </>
  )
}

function StyleField({
  language,
  of,
  person,
}: {
  language: Language
  of: Language
  person: Person | null | undefined
}) {
  return (
    <SelectField
      name={`person.styles.${of}`}
      label={<span lang={of}>{LANGUAGE_NAMES[of]}</span>}
      none={say(language, 'person.style.none')}
      value={person?.styles[of]}
      options={STYLES[of].map((value) => ({ value, label: value }))}
    />
  )
}

/** The photo for the badge; the one that is there stays until another is chosen. */
export function PhotoField({ language, of, hint }: PersonProps & { hint: string }) {
  const photo = of?.person?.photo ?? null
  return (
    <div class="photo-field">
      {of && of.portrait !== 'none' && <Portrait language={language} person={of} />}
      {photo && <input type="hidden" name="person.photo" value={photo} />}
      <FileField
        name="person.photo"
        label={say(language, 'person.photo')}
        hint={hint}
        accept={acceptOf(PHOTOS)}
      />
    </div>
  )
}

/** What whoever receives a person needs to know; it is kept no longer than it is needed. */
export function NeedsFields({ language, of }: PersonProps) {
  const person = of?.person
  return (
    <>
      <ChecksField
        name="person.languages"
        label={say(language, 'person.languages')}
        values={person?.languages ?? []}
        options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
      />
      <TextArea
        name="person.accessNeeds"
        label={say(language, 'person.access')}
        hint={say(language, 'person.access.hint')}
        value={person?.accessNeeds}
        maxlength={1000}
        rows={2}
      />
      <CheckField
        name="person.unpublished"
        label={say(language, 'person.unpublished')}
        hint={say(language, 'person.unpublished.hint')}
        value={person?.unpublished ?? false}
      />
    </>
  )
}
