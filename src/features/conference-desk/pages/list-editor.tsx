import type { Child } from 'hono/jsx'
import { Deed, useForm } from '../../../ui/form/form.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { say } from '../words.ts'
import type { Desk } from './frame.tsx'
import { EditForm, EditLink } from './section.tsx'
import { SourceFields } from './source-fields.tsx'

interface ListProps<Item> {
  desk: Desk
  title: Child
  note?: Child
  /** As the deeds call it: `theme`, and in order: `themes`. */
  noun: string
  plural?: string
  items: readonly Item[]
  show(item: Item): Child
  /** An item in a few words, where it is put in order. */
  name(item: Item): string
  fields(item: Item | null): Child
  /** The keys of the sources that an item cites; without it, items have none of their own. */
  cites?(item: Item): readonly string[]
  files?: boolean
}

/** A list of a record: each item is shown, changed, put in its place or removed by itself. */
export function ListEditor<Item>(props: ListProps<Item>) {
  const { desk, title, note, noun, plural, items, show } = props
  const { language } = desk.viewer
  return (
    <section class="editable" id={plural ?? noun}>
      <div class="editable-head">
        <h2>{title}</h2>
        <span class="edit-links">
          {plural !== undefined && items.length > 1 && (
            <EditLink desk={desk} what={`${plural}-order`}>
              {say(language, 'order')}
            </EditLink>
          )}
          <EditLink desk={desk} what={`${noun}-new`}>
            {say(language, 'add')}
          </EditLink>
        </span>
      </div>
      {note && <p class="mark">{note}</p>}
      {items.length === 0 && <Empty>{say(language, 'nothing')}</Empty>}
      {desk.edit === `${plural}-order` ? (
        <Order {...props} />
      ) : (
        <ol class="editable-list">
          {items.map((item, place) => {
            const what = `${noun}-${place}`
            return (
              <li id={what}>
                {desk.edit === what ? (
                  <Change {...props} item={item} place={place} />
                ) : (
                  <div class="editable-item">
                    <div>{show(item)}</div>
                    <EditLink desk={desk} what={what} />
                  </div>
                )}
              </li>
            )
          })}
        </ol>
      )}
      {desk.edit === `${noun}-new` && <Add {...props} />}
    </section>
  )
}

function Sources<Item>({ desk, cites, item }: ListProps<Item> & { item: Item | null }) {
  if (!cites) return null
  return (
    <SourceFields
      sources={desk.record.sources}
      cited={item === null ? [] : cites(item)}
      language={desk.viewer.language}
    />
  )
}

function Add<Item>(props: ListProps<Item>) {
  const { desk, noun, fields, files = false } = props
  return (
    <div id={`${noun}-new`}>
      <EditForm
        desk={desk}
        what={`${noun}-new`}
        command={`conferences.add-${noun}`}
        seen={false}
        files={files}
        save={say(desk.viewer.language, 'add')}
      >
        {fields(null)}
        <Sources {...props} item={null} />
      </EditForm>
    </div>
  )
}

function Change<Item>({ item, place, ...props }: ListProps<Item> & { item: Item; place: number }) {
  const { desk, noun, fields, files = false } = props
  const { viewer, conference, address } = desk
  return (
    <>
      <EditForm
        desk={desk}
        what={`${noun}-${place}`}
        command={`conferences.change-${noun}`}
        fixed={{ place }}
        seen={{ place }}
        files={files}
      >
        {fields(item)}
        <Sources {...props} item={item} />
      </EditForm>
      <Deed
        viewer={viewer}
        command={`conferences.remove-${noun}`}
        of={`${place}`}
        fixed={{ conference: conference.id, place }}
        seen={desk.seen(`conferences.remove-${noun}`, { place })}
        then={address}
        label={say(viewer.language, 'remove')}
        confirm={say(viewer.language, 'remove.note')}
      />
    </>
  )
}

function Order<Item>({ desk, plural, items, name }: ListProps<Item>) {
  const { language } = desk.viewer
  return (
    <EditForm
      desk={desk}
      what={`${plural}-order`}
      command={`conferences.order-${plural}`}
      save={say(language, 'order.save')}
    >
      <p>{say(language, 'order.hint')}</p>
      <Places names={items.map(name)} />
    </EditForm>
  )
}

/** A number before each item: the place that it is to have. */
function Places({ names }: { names: readonly string[] }) {
  const { id, attempt } = useForm()
  const sent = attempt?.values.get('places')
  return (
    <ol class="order-list">
      {names.map((name, at) => (
        <li>
          <input
            id={`${id}-place-${at}`}
            class="input-place"
            type="text"
            inputmode="numeric"
            autocomplete="off"
            name="places"
            value={sent?.[at] ?? `${at + 1}`}
          />
          <label for={`${id}-place-${at}`}>{name}</label>
        </li>
      ))}
    </ol>
  )
}
