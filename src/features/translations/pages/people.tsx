import { LANGUAGES } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { ChecksField } from '../../../ui/form/choices.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { say as sayInUi } from '../../../ui/words.ts'
import type { Translator } from '../shown.ts'
import { say } from '../words.ts'

/** Who translates, and into which languages. */
export function People({
  viewer,
  conference,
  translators,
}: {
  viewer: FormReader
  conference: string
  translators: readonly Translator[]
}) {
  const { language } = viewer
  return (
    <section>
      <h2>{say(language, 'people')}</h2>
      {translators.length === 0 && <Empty>{say(language, 'people.none')}</Empty>}
      {translators.map(({ account, name, languages }) => (
        <Form
          viewer={viewer}
          command="translations.assign"
          of={account}
          fixed={{ conference, account }}
          keep={false}
        >
          <ChecksField
            name="languages"
            label={<bdi>{name}</bdi>}
            values={languages}
            options={LANGUAGES.map((value) => ({
              value,
              label: sayInUi(language, `language.${value}`),
            }))}
          />
          <Submit quiet>{say(language, 'people.save')}</Submit>
        </Form>
      ))}
    </section>
  )
}
