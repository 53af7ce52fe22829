import { readingOf } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { KINDS, type Series } from '../../conferences/model.ts'
import type { Outline } from '../../conferences/outline.ts'
import { say } from '../words.ts'

/** Begins an edition, from the last one or from nothing; or a meeting that prepares one. */
export function NewConferencePage({
  viewer,
  series,
  outlines,
  parent,
}: {
  viewer: FormReader
  series: Series
  /** By date. */
  outlines: readonly Outline[]
  /** The conference that the new meeting prepares. */
  parent: Outline | null
}) {
  const { language } = viewer
  const editions = outlines.filter((one) => one.parent === null)
  const last = parent ? null : editions.findLast(({ dates }) => dates !== null)
  const nameOf = ({ shortName }: Outline) => readingOf(shortName, language).value
  const title = say(language, parent ? 'new.meeting' : 'new.edition')
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/work'), label: say(language, 'work') },
          ...(parent
            ? [{ href: hrefOf(language, `/${parent.id}/desk`), label: nameOf(parent) }]
            : [{ href: hrefOf(language, '/desk/series'), label: say(language, 'series') }]),
          { href: '', label: title },
        ]}
      />
      <h1 class="desk-title">{title}</h1>
      <p class="lead">{say(language, 'new.lead')}</p>
      <Form
        viewer={viewer}
        command="conferences.begin"
        fixed={{
          series: series.id,
          parent: parent?.id ?? '',
          ...(parent && { kind: 'preparatory' }),
        }}
        then="/{conference}/desk/conference"
      >
        <TextField
          name="conference"
          label={say(language, 'new.id')}
          hint={say(language, 'new.id.hint')}
          maxlength={40}
          required
        />
        <LanguagesField name="name" label={say(language, 'name')} required status="authentic" />
        <LanguagesField
          name="shortName"
          label={say(language, 'short-name')}
          hint={say(language, 'short-name.hint')}
          required
          status="authentic"
        />
        <LanguagesField
          name="label"
          label={say(language, 'label')}
          hint={say(language, 'label.hint')}
          status="authentic"
        />
        {!parent && (
          <SelectField
            name="kind"
            label={say(language, 'kind')}
            options={KINDS.filter((kind) => kind !== 'preparatory').map((kind) => ({
              value: kind,
              label: say(language, `kind.${kind}`),
            }))}
            value="ministerial"
          />
        )}
        <TextField
          name="zone"
          label={say(language, 'zone')}
          hint={say(language, 'zone.hint')}
          value={parent?.zone ?? null}
          required
        />
        <SelectField
          name="template"
          label={say(language, 'template')}
          hint={say(language, 'template.hint')}
          none={say(language, 'template.none')}
          options={outlines.map((one) => ({ value: one.id, label: nameOf(one) }))}
          value={last?.id ?? ''}
        />
        <Submit>{say(language, 'new.do')}</Submit>
      </Form>
    </>
  )
}
