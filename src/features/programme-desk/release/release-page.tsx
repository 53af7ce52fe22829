import type { Child } from 'hono/jsx'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { directionOf, type Language } from '../../../kernel/language.ts'
import type { Text } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { ChecksField } from '../../../ui/form/choices.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { DeskHead, Moment } from '../../conference-desk/pages/desk-head.tsx'
import type { Needed, Side } from '../../conferences/settings.model.ts'
import type { Clash } from '../../programme/clashes.ts'
import type { LETTER_ROLES, ReleaseLetter, Session } from '../../programme/model.ts'
import { Differs } from '../../programme/pages/changes-page.tsx'
import { isEmpty, type NextRelease } from '../../programme/release.ts'
import { Clashes } from '../board/clashes.tsx'
import { deskOf, sessionAddress } from '../board/list.tsx'
import type { Rooms } from '../board/place.tsx'
import { say } from '../words.ts'
import { LetterDraft, type Written } from './letter.tsx'

type LetterRole = (typeof LETTER_ROLES)[number]

export interface ReleaseProps {
  viewer: FormReader
  conference: { id: string; name: string }
  next: NextRelease
  draft: readonly Session[]
  clashes: readonly Clash[]
  rooms: Rooms
  /** What somebody saw who publishes or signs. */
  version: string
  /** What is said of the release so far, and what somebody saw who rewrites it. */
  prepared: Prepared | null
  seen: string
  needed: Needed
  missing: Needed
  signatures: readonly { side: Side; signedBy: string; signedAt: Temporal.Instant }[]
  names: ReadonlyMap<string, string>
  /** The sides for which this person may sign. */
  sides: readonly Side[]
  readers: readonly { role: LetterRole; people: readonly Person[] }[]
  /** The letter as it would be sent, by language. */
  letters: readonly Written[]
}

interface Prepared {
  note: Text
  letter: ReleaseLetter | null
}

interface Person {
  name: string
  address: string
  language: string
}

/** What would be published, who must agree, who is told and in which words; and then the deed. */
export function ReleasePage(props: ReleaseProps) {
  const { viewer, conference, next, draft, clashes } = props
  const { language } = viewer
  const nothing = next.difference ? isEmpty(next.difference) : next.sessions.length === 0
  return (
    <>
      <DeskHead
        language={language}
        conference={conference}
        steps={[
          { href: hrefOf(language, deskOf(conference.id)), label: say(language, 'title') },
          { href: '', label: say(language, 'release') },
        ]}
        title={say(language, 'release.number', { number: next.number })}
      />
      <Part id="difference">
        <h2>{say(language, 'release.what')}</h2>
        {nothing ? (
          <Empty>{say(language, 'release.nothing')}</Empty>
        ) : (
          <Differs
            difference={next.difference}
            at={next.at}
            language={language}
            hrefTo={({ session }) =>
              hrefOf(language, sessionAddress(conference.id, { id: session }))
            }
          />
        )}
        <Clashes
          clashes={clashes}
          sessions={draft}
          rooms={props.rooms}
          hrefOf={(session) => hrefOf(language, sessionAddress(conference.id, session))}
          language={language}
        />
      </Part>
      {!nothing && (
        <>
          <h2>{say(language, 'prepare.title')}</h2>
          <Prepare {...props} />
          <Publish {...props} />
        </>
      )}
    </>
  )
}

/** Who has agreed and who must still, where the conference asks for it. */
function SignOffs({
  viewer,
  conference,
  next,
  needed,
  missing,
  signatures,
  names,
  sides,
  version,
}: ReleaseProps) {
  const { language } = viewer
  if (needed.host + needed.un === 0) return null
  const line = (side: Side): Child => {
    if (needed[side] === 0) return null
    const signed = signatures.filter((one) => one.side === side)
    return (
      <li>
        <strong>{say(language, `side.${side}`)}</strong>
        {signed.map(({ signedBy, signedAt }) => (
          <span class="block">
            <bdi>{names.get(signedBy) ?? signedBy}</bdi> ·{' '}
            <Moment at={signedAt} zone={next.zone} language={language} />
          </span>
        ))}
        {missing[side] > 0 && (
          <span class="block mark">{say(language, 'sign.missing', { count: missing[side] })}</span>
        )}
        {sides.includes(side) && (
          <Deed
            viewer={viewer}
            command="programme.sign-off"
            of={side}
            fixed={{ conference: conference.id, side }}
            seen={version}
            then={viewer.address}
            label={say(language, 'sign')}
          />
        )}
      </li>
    )
  }
  return (
    <Part id="sign-offs">
      <h3>{say(language, 'sign.title')}</h3>
      <p class="mark">{say(language, 'sign.note')}</p>
      <ul class="sign-offs">
        {line('host')}
        {line('un')}
      </ul>
    </Part>
  )
}

/** What the release says of itself, and to whom: written first, so that everybody can read it as it will go. */
function Prepare({ viewer, conference, prepared, seen, readers }: ReleaseProps) {
  const { language } = viewer
  const people = countOf(readers)
  return (
    <Form
      viewer={viewer}
      command="programme.prepare-release"
      fixed={{ conference: conference.id }}
      seen={seen}
      then={`${viewer.address}#read`}
    >
      <LanguagesField
        name="note"
        label={say(language, 'note')}
        hint={say(language, 'note.hint')}
        text={prepared?.note ?? null}
        rows={2}
        required
        status="authentic"
      />
      {people === 0 ? (
        <Empty>{say(language, 'letters.nobody')}</Empty>
      ) : (
        <>
          <ChecksField
            name="letter.to"
            label={say(language, 'letters.to')}
            hint={say(language, 'letters.to.hint')}
            values={prepared?.letter?.to ?? []}
            options={readers.map(({ role, people: some }) => ({
              value: role,
              label: `${say(language, `role.${role}`)} · ${say(language, 'people.count', { count: some.length })}`,
            }))}
          />
          <LanguagesField
            name="letter.words"
            label={say(language, 'letters.words')}
            hint={say(language, 'letters.words.hint')}
            text={prepared?.letter?.words ?? null}
            rows={4}
            status="authentic"
          />
        </>
      )}
      <Submit quiet={prepared !== null}>{say(language, 'prepare')}</Submit>
    </Form>
  )
}

const countOf = (readers: ReleaseProps['readers']) =>
  new Set(readers.flatMap(({ people }) => people.map(({ address }) => address))).size

/** The letters as they will go, and the deed itself. */
function Publish(props: ReleaseProps) {
  const { viewer, conference, version, missing, readers, letters, prepared } = props
  const { language } = viewer
  if (!prepared) return null
  const chosen = readers.filter(({ role }) => prepared.letter?.to.includes(role))
  const waits = missing.host + missing.un > 0
  return (
    <section id="read">
      <h2>{say(language, 'letters.read')}</h2>
      {letters.length === 0 ? (
        <Empty>{say(language, 'letters.none')}</Empty>
      ) : (
        <>
          <Letters letters={letters} language={language} />
          <Recipients readers={chosen} language={language} />
        </>
      )}
      <SignOffs {...props} />
      {waits && <Notice tone="warning">{say(language, 'sign.wait')}</Notice>}
      <Form
        viewer={viewer}
        command="programme.release"
        fixed={{ conference: conference.id }}
        seen={version}
        then={deskOf(conference.id)}
        keep={false}
      >
        <p class="mark">{say(language, 'release.final', { count: countOf(chosen) })}</p>
        <Submit>{say(language, 'release.do')}</Submit>
      </Form>
    </section>
  )
}

/** The letter in each language that its readers have, before it goes. */
function Letters({ letters, language }: { letters: readonly Written[]; language: Language }) {
  return (
    <>
      {letters.map((letter) => (
        <details class="letter-draft" open={letter.language === language || undefined}>
          <summary lang={letter.language} dir={directionOf(letter.language)}>
            {LANGUAGE_NAMES[letter.language]} · {letter.count}
          </summary>
          <LetterDraft letter={letter} />
        </details>
      ))}
    </>
  )
}

function Recipients({
  readers,
  language,
}: {
  readers: ReleaseProps['readers']
  language: Language
}) {
  return (
    <details>
      <summary>{say(language, 'letters.who')}</summary>
      {readers.map(({ role, people }) => (
        <>
          <h4>{say(language, `role.${role}`)}</h4>
          <ul class="recipients">
            {people.map(({ name, address, language: reads }) => (
              <li>
                <bdi>{name}</bdi> · <bdi dir="ltr">{address}</bdi> ·{' '}
                {LANGUAGE_NAMES[reads as Language]}
              </li>
            ))}
          </ul>
        </>
      ))}
    </details>
  )
}
