import { LANGUAGES } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { TextArea } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { say as sayInUi } from '../../../ui/words.ts'
import { writtenIn } from '../../outcome-documents/drafting/paragraphs.ts'
import type { AtWork } from '../../outcome-documents/shown.ts'
import { say } from '../words.ts'

/** Writes the next draft: each language as one text, paragraph beside paragraph. */
export function WritePage({
  viewer,
  work,
  seen,
}: {
  viewer: FormReader
  work: AtWork
  seen: string
}) {
  const { language } = viewer
  const { conference, document, settings, drafts } = work
  const desk = `/${conference}/desk/outcome/${document}`
  const last = drafts[0]?.paragraphs ?? []
  const others = LANGUAGES.filter((one) => !settings.authentic.includes(one))
  const field = (one: (typeof LANGUAGES)[number]) => (
    <TextArea
      name={`texts.${one}`}
      label={sayInUi(language, `language.${one}`)}
      lang={one}
      rows={18}
      value={writtenIn(last, one)}
      required={one === settings.authentic[0]}
    />
  )
  return (
    <>
      <p>
        <a href={hrefOf(language, desk)}>{readingOf(settings.name, language).value}</a>
      </p>
      <h1>{say(language, 'draft', { number: (drafts[0]?.number ?? 0) + 1 })}</h1>
      <p>{say(language, 'write.how')}</p>
      <Form
        viewer={viewer}
        command="outcome-documents.draft"
        then={desk}
        seen={seen}
        fixed={{ conference, document }}
        class="form max-w-none"
      >
        {settings.authentic.map(field)}
        <details>
          <summary>{sayInUi(language, 'form.other-languages')}</summary>
          {others.map(field)}
        </details>
        <LanguagesField name="note" label={say(language, 'write.note')} rows={2} maxlength={2000} />
        <Submit>{say(language, 'write.save')}</Submit>
      </Form>
    </>
  )
}
