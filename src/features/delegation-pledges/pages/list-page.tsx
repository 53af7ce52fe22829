import { sayDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { BETWEEN, Identifier } from '../../../ui/text.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import { partyName } from '../../pledges/pages/names.tsx'
import type { Desk } from '../desk.tsx'
import { addressOfPledges } from '../model.ts'
import { type Line, type List, SECTIONS } from '../sections.ts'
import { say } from '../words.ts'
import { Frame } from './frame.tsx'

/** All pledges of a delegation by what is to be done with them. */
export function ListPage({ desk, list }: { desk: Desk; list: List }) {
  const { viewer, conference, party } = desk
  const { language } = viewer
  const shown = SECTIONS.filter((section) => (list.sections.get(section) ?? []).length > 0)
  return (
    <Frame desk={desk} title={say(language, 'pledges')} steps={[]}>
      <p class="lead">{say(language, 'list.lead')}</p>
      <Part id="pledges">
        {shown.length === 0 && <Empty>{say(language, 'list.none')}</Empty>}
        {shown.map((section) => (
          <section aria-labelledby={`list-${section}`}>
            <h2 id={`list-${section}`}>{say(language, `list.${section}`)}</h2>
            {section === 'asked' && <p class="label">{say(language, 'list.asked.note')}</p>}
            <ul class="list-none ps-0">
              {list.sections.get(section)?.map((line) => (
                <PledgeRow desk={desk} list={list} line={line} />
              ))}
            </ul>
          </section>
        ))}
      </Part>
      <section aria-labelledby="begin">
        <h2 id="begin">{say(language, 'begin')}</h2>
        <p>{say(language, 'begin.note')}</p>
        <Form
          viewer={viewer}
          command="pledges.begin"
          then={`${addressOfPledges(conference, party)}/{pledge}/write`}
          fixed={{ conference, party }}
        >
          <LanguagesField
            name="title"
            label={say(language, 'write.title')}
            hint={say(language, 'write.title.hint')}
            maxlength={300}
            required
          />
          <Submit>{say(language, 'begin.do')}</Submit>
        </Form>
      </section>
    </Frame>
  )
}

function PledgeRow({ desk, list, line }: { desk: Desk; list: List; line: Line }) {
  const { viewer, conference, party } = desk
  const { language } = viewer
  const at = `${addressOfPledges(conference, party)}/${line.id}`
  return (
    <li class="grid gap-x-10 gap-y-1 border-t border-base-300 py-4 sm:grid-cols-[1fr_15rem]">
      <div>
        <p class="mb-1 text-[1.08em] leading-snug">
          <a class="font-semibold no-underline hover:underline" href={hrefOf(language, at)}>
            <Title text={line.title} language={language} />
          </a>
        </p>
        <p class="label mb-0">
          <Identifier>{line.id}</Identifier>
          {line.lead !== null && line.lead !== party && (
            <>
              {BETWEEN}
              {say(language, 'lead')}
              {say(language, 'colon')}
              {partyName({ ...list.names, language, today: list.today }, line.lead, list.today)}
            </>
          )}
          {line.isWritten && line.isPublic && (
            <>
              {BETWEEN}
              {say(language, 'amendment.written')}
            </>
          )}
        </p>
      </div>
      <p class="label mb-0 leading-normal">
        <span class="block text-[1.08em] text-base-content">
          {say(language, line.isAsked ? 'state.asked' : `state.${line.state}`)}
        </span>
        {line.due !== null && (
          <Until language={language} label={say(language, 'report.due')} day={line.due} />
        )}
        {line.comment !== null && (
          <a class="block" href={hrefOf(language, `${at}/reply`)}>
            <Until
              language={language}
              label={say(language, 'comment.due')}
              day={line.comment.toZonedDateTimeISO(desk.zone).toPlainDate().toString()}
            />
          </a>
        )}
      </p>
    </li>
  )
}

const Until = ({ language, label, day }: { language: Language; label: string; day: string }) => (
  <>
    {label}
    {say(language, 'colon')}
    <time datetime={day}>{sayDay(language, day)}</time>
  </>
)
