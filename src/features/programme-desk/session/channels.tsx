import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { DateField, TextField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Rows } from '../../../ui/form/rows.tsx'
import type { Session } from '../../programme/model.ts'
import { say } from '../words.ts'

/** Broadcasts by language channel, and papers that lie elsewhere. An empty row is none. */
export function ChannelsForm({
  viewer,
  conference,
  session: { id, streams, documents },
  seen,
}: {
  viewer: FormReader
  conference: string
  session: Session
  seen: string
}) {
  const { language } = viewer
  return (
    <Form
      viewer={viewer}
      command="programme.change-session"
      of="channels"
      then={viewer.address}
      seen={seen}
      fixed={{ conference, session: id }}
    >
      <fieldset class="rows">
        <legend>{say(language, 'streams')}</legend>
        <Rows
          name="to.streams"
          stored={streams.length}
          each={(row, at) => (
            <div class="row">
              <SelectField
                name={`~to.streams.${row}.channel`}
                label={say(language, 'channel')}
                options={[
                  { value: 'floor', label: say(language, 'channel.floor') },
                  ...LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] })),
                ]}
                value={streams[at]?.channel ?? 'floor'}
              />
              <TextField
                name={`to.streams.${row}.url`}
                label={say(language, 'address')}
                type="url"
                width="long"
                placeholder="https://"
                value={streams[at]?.url}
              />
            </div>
          )}
        />
      </fieldset>
      <fieldset class="rows">
        <legend>{say(language, 'papers')}</legend>
        <Rows
          name="to.documents"
          stored={documents.length}
          each={(row, at) => (
            <div class="row-block">
              <LanguagesField
                name={`to.documents.${row}.name`}
                label={say(language, 'paper.name')}
                text={documents[at]?.name ?? null}
              />
              <div class="row">
                <TextField
                  name={`to.documents.${row}.url`}
                  label={say(language, 'address')}
                  type="url"
                  width="long"
                  placeholder="https://"
                  value={documents[at]?.url}
                />
                <DateField
                  name={`to.documents.${row}.date`}
                  label={say(language, 'paper.date')}
                  value={documents[at]?.date}
                />
              </div>
            </div>
          )}
        />
      </fieldset>
      <Submit>{say(language, 'save')}</Submit>
    </Form>
  )
}
