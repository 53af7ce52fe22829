import type { Language } from '../../../kernel/language.ts'
import type { Text } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { TextArea } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Identifier } from '../../../ui/text.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import type { PledgeId } from '../../pledges/model.ts'
import { say } from '../words.ts'

/** Anybody says that something is wrong, without an account and without saying who they are. */
export function ErrorPage({
  viewer,
  id,
  title,
}: {
  viewer: FormReader
  id: PledgeId
  title: Text
}) {
  const { language } = viewer
  const at = `/pledges/${id}`
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, at), label: id },
          { href: '', label: say(language, 'error') },
        ]}
      />
      <h1>{say(language, 'error')}</h1>
      <p class="lead">
        <Title text={title} language={language} />
      </p>
      <p class="label">
        <Identifier>{id}</Identifier>
      </p>
      <p>{say(language, 'error.note')}</p>
      <Form
        viewer={viewer}
        command="followup.report-error"
        then={`${at}/error`}
        fixed={{ about: at }}
      >
        <TextArea
          name="words"
          label={say(language, 'error.words')}
          hint={say(language, 'error.hint')}
          rows={6}
          maxlength={4000}
          required
        />
        <Submit>{say(language, 'error.do')}</Submit>
      </Form>
    </>
  )
}

/** Under everything that is said of a pledge: whoever finds that it is wrong may say so. */
export const ErrorLink = ({ language, id }: { language: Language; id: PledgeId }) => (
  <p class="label mt-8">
    <a href={hrefOf(language, `/pledges/${id}/error`)}>{say(language, 'error')}</a>
  </p>
)
