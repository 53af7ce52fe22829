import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { acceptOf } from '../../../kernel/documents/files.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { CheckField, ChecksField, ChoiceField, SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { FileField } from '../../../ui/form/file.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Rows } from '../../../ui/form/rows.tsx'
import { PAPERS, USES } from '../../statements/model.ts'
import { Moment } from '../../statements/pages/marks.tsx'
import { Papers } from '../../statements/pages/public-page.tsx'
import type { Desk } from '../desk.tsx'
import { say } from '../words.ts'

const fixedOf = ({ work }: Desk) => ({
  ...{ conference: work.outline.id, session: work.sessionId, speech: work.speech.id },
})

/** Where a delegation deposits its statement, and replaces it. */
export function Depositing({ desk }: { desk: Desk }) {
  const { viewer, work, here } = desk
  const { language } = viewer
  const held = work.versions?.[0]?.content
  return (
    <section aria-labelledby="deposit">
      <h2 id="deposit">{say(language, work.number > 0 ? 'replace' : 'deposit')}</h2>
      <p>{say(language, 'deposit.note')}</p>
      <Form
        viewer={viewer}
        command="statements.deposit"
        then={here}
        seen={work.seen.deposit}
        fixed={fixedOf(desk)}
        files
      >
        <LanguagesField
          name="text"
          label={say(language, 'text')}
          text={held?.text ?? null}
          rows={10}
          maxlength={60_000}
          status="as-published"
        />
        {held && held.files.length > 0 && (
          <ChecksField
            name="keep"
            label={say(language, 'papers.keep')}
            values={held.files.map(({ file }) => file)}
            options={held.files.map(({ file, language: tongue }) => ({
              value: file,
              label: `${work.papers.get(file) ?? ''} · ${LANGUAGE_NAMES[tongue]}`,
            }))}
          />
        )}
        <fieldset class="field">
          <legend>{say(language, 'papers.add')}</legend>
          <small class="hint">{say(language, 'papers.hint')}</small>
          <Rows
            name="files"
            stored={0}
            spare={1}
            each={(row) => (
              <div class="columns">
                <FileField
                  name={`files.${row}.file`}
                  label={say(language, 'paper')}
                  accept={acceptOf(PAPERS)}
                />
                <SelectField
                  name={`~files.${row}.language`}
                  label={say(language, 'paper.language')}
                  value={work.speech.language ?? language}
                  options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
                />
              </div>
            )}
          />
        </fieldset>
        <TextField
          name="video"
          type="url"
          width="long"
          label={say(language, 'video.link')}
          hint={say(language, 'video.hint')}
          value={held?.video ?? null}
          maxlength={500}
        />
        <CheckField name="check" label={say(language, 'check.label')} value={held?.check ?? true} />
        <ChoiceField
          name="use"
          label={say(language, 'use')}
          value={held?.use ?? 'publication'}
          options={USES.map((value) => ({
            value,
            label: say(language, `use.${value}`),
            hint: say(language, `use.${value}.hint`),
          }))}
        />
        <Submit>{say(language, 'deposit.do')}</Submit>
      </Form>
    </section>
  )
}

/** Which pledges are announced in it. */
export function Naming({ desk }: { desk: Desk }) {
  const { viewer, work, here } = desk
  const { language } = viewer
  const named = work.pledges ?? []
  const offered = [
    ...named,
    ...work.offered.filter(({ id }) => !named.some((pledge) => pledge.id === id)),
  ]
  return (
    <section aria-labelledby="naming">
      <h2 id="naming">{say(language, 'naming')}</h2>
      <p>{say(language, 'naming.note')}</p>
      <Form
        viewer={viewer}
        command="statements.name-pledges"
        then={here}
        seen={work.seen.pledges}
        fixed={fixedOf(desk)}
      >
        <ChecksField
          name="pledges"
          label={say(language, 'pledges')}
          values={named.map(({ id }) => id)}
          options={offered.map(({ id, title }) => ({
            value: id,
            label: readingOf(title, language).value,
            hint: id,
          }))}
        />
        <Submit quiet>{say(language, 'naming.do')}</Submit>
      </Form>
    </section>
  )
}

/** Everything that was deposited, the last first: nothing of it is lost. */
export function Versions({ desk: { viewer, work } }: { desk: Desk }) {
  const { language } = viewer
  const base = `/${work.outline.id}/statements/${work.speech.id}/files`
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{say(language, 'versions')}</h2>
      {(work.versions ?? []).map(({ number, at, content }) => (
        <details>
          <summary>
            {say(language, 'version')} {number} ·{' '}
            <Moment at={at} zone={work.outline.zone} language={language} />
          </summary>
          {content.text && (
            <p class="whitespace-pre-line" lang={content.text.original} dir="auto">
              {readingOf(content.text, language).value}
            </p>
          )}
          {content.video && (
            <p>
              <bdi>{content.video}</bdi>
            </p>
          )}
          <Papers
            language={language}
            base={base}
            papers={content.files.map(({ file, language: tongue }) => ({
              ...{ id: file, language: tongue, name: work.papers.get(file) ?? '' },
            }))}
          />
        </details>
      ))}
    </section>
  )
}
