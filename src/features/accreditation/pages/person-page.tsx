import type { Child } from 'hono/jsx'
import { sayDay } from '../../../i18n/days.ts'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import type { Document } from '../../delegations/documents/model.ts'
import { PersonName, PersonOffice } from '../../delegations/pages/person-name.tsx'
import { Portrait } from '../../delegations/pages/portrait.tsx'
import { DELEGATE, type Person } from '../../delegations/participants/model.ts'
import { sayState } from '../../delegations/terms.print.ts'
import { addressOfDesk, type Desk } from '../../own-delegation/desk.tsx'
import { Papers } from '../../own-delegation/overview/papers.tsx'
import { Terms } from '../../own-delegation/pages/terms.tsx'
import { type Change, Past } from '../../own-delegation/person/past.tsx'
import { answersOf } from '../../registration/pages/answers.tsx'
import type { Queued } from '../queue.ts'
import { addressOf } from '../wish.ts'
import { say } from '../words.ts'
import { Decisions } from './decisions.tsx'
import { Lacks } from './line.tsx'
import { comesFrom, type Names } from './place.tsx'

interface Props {
  desk: Desk
  one: Queued
  names: Names
  past: readonly Change[]
  documents: readonly Document[]
  reader: string
}

/** All that is known of one person who wants to be accredited, and what can be decided. */
export function PersonPage({ desk, one, names, past, documents, reader }: Props) {
  const { viewer, conference } = desk
  const { language } = viewer
  const { person: who } = one
  const { person, party, kind } = who
  const from = comesFrom(names, who, desk)
  return (
    <Frame
      place={desk}
      title={<PersonName language={language} of={who} />}
      steps={[
        { href: addressOf(conference), label: say(language, 'queue') },
        { href: '', label: person?.name ?? '–' },
      ]}
    >
      <div class="person-line">
        <Portrait language={language} person={who} />
        <div>
          <p>
            {party ? <a href={hrefOf(language, addressOfDesk(conference, party))}>{from}</a> : from}
            {BETWEEN}
            <PersonOffice language={language} of={who} />
          </p>
          <p class="label">
            <strong>{sayState(language, who.state)}</strong>
            <Lacks desk={desk} one={one} />
            {who.reason && (
              <>
                {BETWEEN}
                <bdi>{who.reason}</bdi>
              </>
            )}
          </p>
        </div>
      </div>
      <Decisions desk={desk} people={[one]} reader={reader} />
      {person && <Known desk={desk} one={one} names={names} person={person} />}
      {kind === DELEGATE && (
        <section>
          <h2>{say(language, 'documents')}</h2>
          <Papers desk={desk} documents={documents} />
        </section>
      )}
      <Past desk={desk} past={past} />
      {person && (
        <Deed
          viewer={viewer}
          command="delegations.erase-person"
          then={addressOf(conference)}
          fixed={{ conference, participant: who.id }}
          label={say(language, 'erase')}
          confirm={say(language, 'erase.text')}
        />
      )}
    </Frame>
  )
}

function Known({
  desk,
  one,
  names,
  person,
}: Pick<Props, 'desk' | 'one' | 'names'> & { person: Person }) {
  const { viewer, conference } = desk
  const { language } = viewer
  const { id, kind, party } = one.person
  const form = names.forms.find((each) => each.kind === kind)
  const answers: readonly (readonly [string, Child])[] = form
    ? answersOf(form, person.answers, language, (field) =>
        hrefOf(language, `/${conference}/people/${id}/answer/${field}`),
      )
    : []
  return (
    <section>
      <h2>{say(language, 'known')}</h2>
      <Terms
        of={[
          ...answers,
          [say(language, 'known.languages'), languagesOf(person)],
          [say(language, 'known.access'), words(person.accessNeeds)],
          [say(language, 'known.address'), words(person.address)],
          [say(language, 'known.telephone'), person.telephone && <bdi>{person.telephone}</bdi>],
          [say(language, 'known.arrives'), dayIn(desk, person.travel?.arrives)],
          [say(language, 'known.departs'), dayIn(desk, person.travel?.departs)],
        ]}
      />
      {person.unpublished && <Notice>{say(language, 'known.unpublished')}</Notice>}
      {kind === DELEGATE && (
        <p>
          <a href={hrefOf(language, `/${conference}/delegation/${party}/people/${id}`)}>
            {say(language, 'known.change')}
          </a>
        </p>
      )}
    </section>
  )
}

const words = (value: string | null): Child | null => value && <bdi>{value}</bdi>
const dayIn = ({ viewer }: Desk, day: string | null | undefined): string | null =>
  day ? sayDay(viewer.language, day) : null
const languagesOf = ({ languages }: Person): string | null =>
  languages.length === 0 ? null : languages.map((one) => LANGUAGE_NAMES[one]).join(' · ')
