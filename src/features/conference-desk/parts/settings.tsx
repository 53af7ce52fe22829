import { PALETTES } from '../../../kernel/palette.ts'
import { ChoiceField, SelectField } from '../../../ui/form/choices.tsx'
import { paletteOf } from '../../../ui/style/palettes.ts'
import { SIGNED, type Signed, settingsOf } from '../../conferences/settings.model.ts'
import { type Desk, Frame } from '../pages/frame.tsx'
import { Editable, EditForm } from '../pages/section.tsx'
import { say } from '../words.ts'

/** What a secretariat sets for its conference: its colours, and who must agree before something is published. */
export function SettingsPart({ desk }: { desk: Desk }) {
  const { record, viewer } = desk
  const { language } = viewer
  const { palette } = settingsOf(record)
  const own = paletteOf(record.id)
  return (
    <Frame desk={desk} part="settings">
      <Editable
        desk={desk}
        what="colours"
        title={say(language, 'colours')}
        shown={
          <p>
            <span class="swatch" data-palette={palette ?? own} aria-hidden="true" />{' '}
            {palette ? say(language, `palette.${palette}`) : say(language, 'palette.none')}
          </p>
        }
        form={() => (
          <EditForm desk={desk} what="colours" command="conferences.choose-colours">
            <ChoiceField
              name="palette"
              label={say(language, 'colours')}
              hint={say(language, 'colours.hint')}
              options={[
                { value: '', label: say(language, 'palette.none') },
                ...PALETTES.map((one) => ({ value: one, label: say(language, `palette.${one}`) })),
              ]}
              value={palette ?? ''}
            />
          </EditForm>
        )}
      />
      {SIGNED.map((of) => (
        <SignOffs desk={desk} of={of} />
      ))}
    </Frame>
  )
}

function SignOffs({ desk, of }: { desk: Desk; of: Signed }) {
  const { record, viewer } = desk
  const { language } = viewer
  const { host, un } = settingsOf(record).signOffs[of]
  const what = `sign-${of}`
  return (
    <Editable
      desk={desk}
      what={what}
      title={say(language, `sign.${of}`)}
      shown={
        <p>
          {host + un === 0
            ? say(language, 'sign.nobody')
            : [
                ...(host > 0 ? [say(language, 'sign.host', { count: host })] : []),
                ...(un > 0 ? [say(language, 'sign.un')] : []),
              ].join(' · ')}
        </p>
      }
      form={() => (
        <EditForm
          desk={desk}
          what={what}
          command="conferences.require-sign-offs"
          fixed={{ of }}
          seen={{ of }}
        >
          <p class="mark">{say(language, 'sign.note')}</p>
          <SelectField
            name="needed.host"
            label={say(language, 'side.host')}
            options={[0, 1, 2].map((count) => ({
              value: `${count}`,
              label: say(language, `sign.host.${count as 0 | 1 | 2}`),
            }))}
            value={`${host}`}
          />
          <SelectField
            name="needed.un"
            label={say(language, 'side.un')}
            options={[0, 1].map((count) => ({
              value: `${count}`,
              label: say(language, count === 0 ? 'sign.no' : 'sign.un'),
            }))}
            value={`${un}`}
          />
        </EditForm>
      )}
    />
  )
}
