import { Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { DeskHead } from '../../conference-desk/pages/desk-head.tsx'
import type { Chairing } from '../chairing.ts'
import { titleOf } from '../names.print.ts'
import { type Desk, deskAddress, fixedOf } from '../pages/desk-props.tsx'
import { say } from '../words.ts'
import { Chairs } from './chairs.tsx'
import { Inscription, Order, Screens, Times, Turns } from './settings-fields.tsx'

/** Every rule of a list, until the session begins. */
export function SettingsPage({
  desk,
  conference,
  version,
  ...presiding
}: {
  desk: Desk
  conference: { id: string; name: string }
  version: string
  chairing: Chairing
  names: boolean
}) {
  const { language, list, viewer } = desk
  const { settings } = list.floor
  const back = deskAddress(conference.id, list.session.slug)
  const parts = { language, settings }
  return (
    <>
      <DeskHead
        language={language}
        conference={conference}
        steps={[
          { href: hrefOf(language, `/${conference.id}/desk/floor`), label: say(language, 'title') },
          { href: hrefOf(language, back), label: titleOf(list, language) },
          { href: '', label: say(language, 'settings') },
        ]}
        title={say(language, 'settings')}
      />
      {list.floor.meeting !== 'before' ? (
        <p class="empty">{say(language, 'settings.fixed')}</p>
      ) : (
        <Form
          viewer={viewer}
          command="floor.change-settings"
          then={back}
          seen={version}
          fixed={fixedOf(desk)}
        >
          <Inscription {...parts} />
          <Order {...parts} />
          <Times {...parts} />
          <Turns {...parts} />
          <Screens {...parts} />
          <Submit>{say(language, 'settings.save')}</Submit>
        </Form>
      )}
      <Chairs desk={desk} {...presiding} />
    </>
  )
}
