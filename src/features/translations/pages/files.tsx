import { sayDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { FileField } from '../../../ui/form/file.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { say as sayInUi } from '../../../ui/words.ts'
import { searchOf, type Wish } from '../wish.ts'
import { say } from '../words.ts'

/** A file that came back. */
export interface HandedIn {
  file: string
  at: Temporal.Instant
  /** The name of whoever handed it in. */
  by: string | null
  /** How many wordings it changed; null: it was not taken over. */
  changed: number | null
}

interface Props {
  viewer: FormReader
  facts: {
    conference: string
    zone: string
    wish: Wish & { into: Language }
    originals: readonly Language[]
    files: readonly HandedIn[]
    mine: readonly Language[]
  }
}

/** The way to translators' own tools and back. */
export function Files({ viewer, facts }: Props) {
  const { language } = viewer
  const { conference, wish, originals, files, zone, mine } = facts
  const { into, state, kind } = wish
  return (
    <section>
      <h2 id="files">{say(language, 'files')}</h2>
      <p>{say(language, 'files.about')}</p>
      {originals.length > 0 && (
        <ul>
          {originals.map((from) => (
            <li>
              <a
                href={hrefOf(
                  language,
                  `/${conference}/desk/translations.xlf${searchOf({ into, state, kind })}&from=${from}`,
                )}
                data-turbo="false"
              >
                {sayInUi(language, `language.${from}`)} <span class="onward">→</span>{' '}
                {sayInUi(language, `language.${into}`)}
              </a>
            </li>
          ))}
        </ul>
      )}
      {mine.length > 0 && (
        <Form
          viewer={viewer}
          command="translations.hand-in"
          then={`/${conference}/desk/translations/file/{file}`}
          fixed={{ conference }}
          files
          keep={false}
        >
          <FileField name="file" label={say(language, 'files.back')} accept=".xlf,.xliff" />
          <Submit quiet>{say(language, 'files.look')}</Submit>
        </Form>
      )}
      {files.length > 0 && (
        <ul>
          {files.map((one) => (
            <li>
              <a href={hrefOf(language, `/${conference}/desk/translations/file/${one.file}`)}>
                {sayDay(language, one.at.toZonedDateTimeISO(zone).toPlainDate().toString())}
              </a>
              {one.by !== null && (
                <>
                  {' · '}
                  <bdi>{one.by}</bdi>
                </>
              )}
              {' · '}
              {one.changed === null
                ? say(language, 'files.waits')
                : say(language, 'files.changed', { count: one.changed })}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
