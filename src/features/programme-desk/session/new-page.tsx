import type { Text } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { DeskHead } from '../../conference-desk/pages/desk-head.tsx'
import { deskOf } from '../board/list.tsx'
import { PlaceFields, type Rooms } from '../board/place.tsx'
import { say } from '../words.ts'
import { WordsFields } from './words-fields.tsx'

/** Adds a session to the draft; who takes part is said on its own page afterwards. */
export function NewSessionPage({
  viewer,
  conference,
  rooms,
  themes,
  day,
}: {
  viewer: FormReader
  conference: { id: string; name: string }
  rooms: Rooms
  themes: ReadonlyMap<string, Text>
  day: string | null
}) {
  const { language } = viewer
  return (
    <>
      <DeskHead
        language={language}
        conference={conference}
        steps={[
          { href: hrefOf(language, deskOf(conference.id)), label: say(language, 'title') },
          { href: '', label: say(language, 'add') },
        ]}
        title={say(language, 'add')}
      />
      <Form
        viewer={viewer}
        command="programme.add-session"
        fixed={{ conference: conference.id }}
        then={`${deskOf(conference.id)}/sessions/{session}`}
      >
        <WordsFields name="session" themes={themes} language={language} />
        <PlaceFields
          name="session"
          place={day === null ? {} : { day }}
          rooms={rooms}
          language={language}
          full
        />
        <Submit>{say(language, 'add.do')}</Submit>
      </Form>
    </>
  )
}
