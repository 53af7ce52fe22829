import type { Language } from '../../../kernel/language.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { SESSION_KINDS, type Session } from '../../programme/model.ts'
import { sayKind } from '../../programme/terms.print.ts'
import { say } from '../words.ts'

/** What a session is: its title, its kind, the theme that it treats, and what readers should know besides. */
export function WordsFields({
  name,
  session = {},
  themes,
  language,
  statuses = false,
}: {
  /** The path in the command's input: `to`, `session`. */
  name: string
  session?: Partial<Session>
  themes: ReadonlyMap<string, Text>
  language: Language
  /** Whether it is said what each wording is worth. */
  statuses?: boolean
}) {
  return (
    <>
      <LanguagesField
        name={`${name}.title`}
        label={say(language, 'session.title')}
        text={session.title ?? null}
        maxlength={500}
        required
        status="authentic"
        statuses={statuses}
      />
      <div class="columns">
        <SelectField
          name={`${name}.kind`}
          label={say(language, 'kind')}
          options={SESSION_KINDS.map((kind) => ({ value: kind, label: sayKind(language, kind) }))}
          value={session.kind ?? 'plenary'}
        />
        <SelectField
          name={`${name}.theme`}
          label={say(language, 'theme')}
          none={say(language, 'theme.none')}
          options={[...themes].map(([id, title]) => ({
            value: id,
            label: readingOf(title, language).value,
          }))}
          value={session.theme ?? ''}
        />
      </div>
      <LanguagesField
        name={`${name}.note`}
        label={say(language, 'session.note')}
        hint={say(language, 'session.note.hint')}
        text={session.note ?? null}
        rows={2}
        status="authentic"
      />
    </>
  )
}
