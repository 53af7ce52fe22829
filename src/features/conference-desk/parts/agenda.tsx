import { readingOf, type Text } from '../../../kernel/text.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Words } from '../../../ui/text.tsx'
import { type Desk, Frame } from '../pages/frame.tsx'
import { ListEditor } from '../pages/list-editor.tsx'
import { Gaps } from '../pages/section.tsx'
import { say } from '../words.ts'

interface Titled {
  title: Text
  sources: readonly string[]
}

/** Themes, what runs through them, and the background. */
export function AgendaPart({ desk }: { desk: Desk }) {
  const { record, viewer } = desk
  const { language } = viewer
  const titled = {
    cites: ({ sources }: Titled) => sources,
    name: ({ title }: Titled) => readingOf(title, language).value,
    show: ({ title }: Titled) => (
      <>
        <Words in={readingOf(title, language)} language={language} mark />
        <Gaps text={title} language={language} />
      </>
    ),
  }
  const title = (noun: string, rows: number) => (item: Titled | null) => (
    <LanguagesField
      name={`${noun}.title`}
      label={say(language, rows > 1 ? 'text' : 'title')}
      text={item?.title ?? null}
      rows={rows}
      required
      status="authentic"
      statuses
    />
  )
  return (
    <Frame desk={desk} part="agenda">
      <ListEditor
        {...titled}
        desk={desk}
        title={say(language, 'themes')}
        noun="theme"
        plural="themes"
        items={record.themes}
        fields={title('theme', 1)}
      />
      <ListEditor
        {...titled}
        desk={desk}
        title={say(language, 'questions')}
        noun="question"
        plural="questions"
        items={record.crossCutting}
        fields={title('question', 1)}
      />
      <OrderedSessions desk={desk} />
      <ListEditor
        {...titled}
        desk={desk}
        title={say(language, 'background')}
        noun="background"
        plural="background"
        items={record.background}
        fields={title('background', 5)}
      />
    </Frame>
  )
}

/** The sessions as a concept note orders them, where that is another order than the agenda's. */
function OrderedSessions({ desk }: { desk: Desk }) {
  const { record, viewer } = desk
  const { language } = viewer
  const themeOf = (id: string) => {
    const theme = record.themes.find((one) => one.id === id)
    return theme ? readingOf(theme.title, language).value : id
  }
  return (
    <ListEditor
      desk={desk}
      title={say(language, 'ordered-sessions')}
      note={say(language, 'ordered-sessions.note')}
      noun="ordered-session"
      plural="ordered-sessions"
      items={record.sessions}
      cites={({ sources }) => sources}
      name={({ number, title }) => `${number} · ${readingOf(title, language).value}`}
      show={({ number, title, theme }) => (
        <>
          <bdi>{number}</bdi> · <Words in={readingOf(title, language)} language={language} />
          <small class="mark block">{themeOf(theme)}</small>
        </>
      )}
      fields={(item) => (
        <>
          <div class="columns">
            <TextField
              name="ordered-session.number"
              label={say(language, 'number')}
              value={item?.number}
              maxlength={20}
              required
            />
            <SelectField
              name="ordered-session.theme"
              label={say(language, 'theme')}
              none={say(language, 'choose')}
              options={record.themes.map(({ id }) => ({ value: id, label: themeOf(id) }))}
              value={item?.theme ?? ''}
              required
            />
          </div>
          <LanguagesField
            name="ordered-session.title"
            label={say(language, 'title')}
            text={item?.title ?? null}
            required
            status="authentic"
          />
        </>
      )}
    />
  )
}
