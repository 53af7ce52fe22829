import { readingOf } from '../../../kernel/text.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import type { Form, Preset } from '../forms.model.ts'
import { say } from '../words.ts'
import { addressOf, type Place } from './place.tsx'

interface Props {
  place: Place
  forms: readonly { form: Form; open: boolean; people: number }[]
  /** Forms that ship and are not used here. */
  presets: readonly Preset[]
}

/** By which forms people register at a conference, and whether they may now. */
export function DeskPage({ place, forms, presets }: Props) {
  const { viewer, conference } = place
  const { language } = viewer
  const title = say(language, 'desk')
  const base = `/${conference}/desk/registration`
  return (
    <Frame
      place={place}
      title={title}
      steps={[
        { href: `/${conference}/desk`, label: say(language, 'desk.home') },
        { href: '', label: title },
      ]}
    >
      <Part id="forms">
        <h2>{say(language, 'desk.used')}</h2>
        {forms.length === 0 && <Empty>{say(language, 'desk.none')}</Empty>}
        <ul class="meetings">
          {forms.map(({ form, open, people }) => (
            <li class="meeting">
              <h3>{readingOf(form.name, language).value}</h3>
              <p>
                <strong>{say(language, open ? 'desk.open' : 'desk.closed')}</strong>
                {BETWEEN}
                {say(language, 'desk.people')} {people}
              </p>
              <p>
                <a href={hrefOf(language, addressOf(conference, form.kind))}>
                  {say(language, 'desk.public')}
                </a>
                {BETWEEN}
                <a href={hrefOf(language, `${base}/${form.kind}`)}>
                  {say(language, 'desk.change')}
                </a>
                {BETWEEN}
                <a href={hrefOf(language, `${base}/${form.kind}/new`)}>
                  {say(language, 'desk.add')}
                </a>
                {BETWEEN}
                <a
                  href={hrefOf(
                    language,
                    `/${conference}/desk/accreditation?state=all&kind=${form.kind}`,
                  )}
                >
                  {say(language, 'desk.list')}
                </a>
              </p>
            </li>
          ))}
        </ul>
      </Part>
      {presets.length > 0 && (
        <>
          <h2>{say(language, 'desk.presets')}</h2>
          <ul class="meetings">
            {presets.map(({ kind, name }) => (
              <li class="meeting">
                <h3>{readingOf(name, language).value}</h3>
                <Deed
                  viewer={viewer}
                  command="registration.take-form"
                  of={kind}
                  then={`${base}/${kind}`}
                  fixed={{ conference, kind }}
                  label={say(language, 'desk.take')}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </Frame>
  )
}
