import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import { CheckField, ChecksField, SelectField } from '../../../ui/form/choices.tsx'
import { DateField, TextField, TimeField } from '../../../ui/form/fields.tsx'
import { FoldedFields } from '../../../ui/form/fold.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Rows } from '../../../ui/form/rows.tsx'
import { categoryName, zoneName } from '../badge.print.ts'
import { COLOURS } from '../model.ts'
import { say } from '../words.ts'
import { addressOf, type Desk, Frame } from './desk.tsx'

interface Props {
  desk: Desk
  version: number
  /** The forms by which people come on their own, in the reader's language. */
  kinds: readonly { kind: string; name: string }[]
}

/** What badges there are, what they open, in which languages they are printed and until when they are good. */
export function SettingsPage({ desk, version, kinds }: Props) {
  const { viewer, conference, settings } = desk
  const { language } = viewer
  const languages = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))
  return (
    <Frame desk={desk} at="/settings">
      <Form
        viewer={viewer}
        command="badges.set"
        then={`${addressOf(conference)}/settings`}
        seen={`${version}`}
        fixed={{ conference }}
      >
        <div class="columns">
          <SelectField
            name="languages.0"
            label={say(language, 'set.first')}
            value={settings.languages[0]}
            options={languages}
          />
          <SelectField
            name="languages.1"
            label={say(language, 'set.second')}
            value={settings.languages[1]}
            none={say(language, 'set.none')}
            options={languages}
          />
          <DateField
            name="until.day"
            label={say(language, 'set.until')}
            hint={say(language, 'set.until.hint')}
            value={settings.until?.day}
          />
          <TimeField
            name="until.clock"
            label={say(language, 'set.clock')}
            value={settings.until?.clock}
          />
        </div>
        <Zones desk={desk} />
        <Categories desk={desk} />
        <h2>{say(language, 'set.kinds')}</h2>
        <div class="columns">
          {kinds.map(({ kind, name }) => (
            <SelectField
              name={`byKind.${kind}`}
              label={name}
              value={settings.byKind[kind]}
              none={say(language, 'category.guest')}
              options={settings.categories.map(({ id }) => ({
                value: id,
                label: categoryName(settings, id, language),
              }))}
            />
          ))}
        </div>
        <Submit>{say(language, 'set.save')}</Submit>
      </Form>
    </Frame>
  )
}

function Zones({ desk: { viewer, settings } }: Pick<Props, 'desk'>) {
  const { language } = viewer
  return (
    <>
      <h2>{say(language, 'set.zones')}</h2>
      <Rows
        name="zones"
        stored={settings.zones.length}
        each={(row, index) => {
          const zone = settings.zones[index]
          return (
            <FoldedFields
              names={[`zones.${row}`]}
              label={zone ? zoneName(settings, zone.id, language) : say(language, 'set.new')}
            >
              <TextField
                name={`zones.${row}.id`}
                label={say(language, 'set.id')}
                value={zone?.id}
                width="short"
              />
              <CheckField
                name={`~zones.${row}.card`}
                label={say(language, 'set.card')}
                value={zone?.card ?? false}
              />
              <LanguagesField
                name={`zones.${row}.name`}
                label={say(language, 'set.name')}
                hint={say(language, 'set.name.hint')}
                text={zone?.name ?? null}
              />
            </FoldedFields>
          )
        }}
      />
    </>
  )
}

function Categories({ desk: { viewer, settings } }: Pick<Props, 'desk'>) {
  const { language } = viewer
  return (
    <>
      <h2>{say(language, 'set.categories')}</h2>
      <Rows
        name="categories"
        stored={settings.categories.length}
        each={(row, index) => {
          const category = settings.categories[index]
          return (
            <FoldedFields
              names={[`categories.${row}`]}
              label={
                category ? categoryName(settings, category.id, language) : say(language, 'set.new')
              }
            >
              <TextField
                name={`categories.${row}.id`}
                label={say(language, 'set.id')}
                value={category?.id}
                width="short"
              />
              <SelectField
                name={`~categories.${row}.colour`}
                label={say(language, 'set.colour')}
                value={category?.colour ?? 'grey'}
                options={COLOURS.map((value) => ({
                  value,
                  label: say(language, `colour.${value}`),
                }))}
              />
              <ChecksField
                name={`~categories.${row}.zones`}
                label={say(language, 'set.opens')}
                values={category?.zones ?? []}
                options={settings.zones.map(({ id }) => ({
                  value: id,
                  label: zoneName(settings, id, language),
                }))}
              />
              <LanguagesField
                name={`categories.${row}.name`}
                label={say(language, 'set.name')}
                hint={say(language, 'set.name.hint')}
                text={category?.name ?? null}
              />
            </FoldedFields>
          )
        }}
      />
    </>
  )
}
