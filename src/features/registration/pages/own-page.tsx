import type { Child } from 'hono/jsx'
import { readingOf } from '../../../kernel/text.ts'
import { Fold } from '../../../ui/form/fold.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Prose } from '../../../ui/text.tsx'
import { PersonName, PersonOffice } from '../../delegations/pages/person-name.tsx'
import { canMove } from '../../delegations/participants/life.model.ts'
import type { Participant } from '../../delegations/participants/model.ts'
import { sayState } from '../../delegations/terms.print.ts'
import type { Form as Asked } from '../forms.model.ts'
import { say } from '../words.ts'
import { answersOf } from './answers.tsx'
import { FillIn } from './fill-in.tsx'
import { addressOf, type Place } from './place.tsx'

interface Props {
  place: Place
  /** What the link leads to. */
  secret: string
  form: Asked
  /** Whether the form takes people now. */
  open: boolean
}

const mine = ({ place, secret }: Pick<Props, 'place' | 'secret'>) => ({
  viewer: place.viewer,
  fixed: { conference: place.conference, key: secret },
})
const own = ({ place, secret }: Pick<Props, 'place' | 'secret'>) =>
  `/${place.conference}/registration?key=${secret}`

/** Said where a link leads to nothing any more. */
export function NoLinkPage({ place }: { place: Place }) {
  const { language } = place.viewer
  const title = say(language, 'own')
  return (
    <Frame place={place} title={title} steps={[{ href: '', label: title }]}>
      <Notice>{say(language, 'own.no-link')}</Notice>
      <p>
        <a href={hrefOf(language, addressOf(place.conference))}>{say(language, 'register')}</a>
      </p>
    </Frame>
  )
}

/** The form behind a link that nobody has filled in yet. */
export function FillInPage(props: Props) {
  const { place, form, open } = props
  const { language } = place.viewer
  const title = readingOf(form.name, language).value
  return (
    <Frame place={place} title={title} steps={[{ href: '', label: say(language, 'register') }]}>
      {form.introduction && (
        <Prose in={readingOf(form.introduction, language)} language={language} mark={false} />
      )}
      {open ? (
        <Form {...mine(props)} command="registration.register" then={own(props)} files>
          <FillIn language={language} form={form} of={null} />
          <Submit>{say(language, 'own.send')}</Submit>
        </Form>
      ) : (
        <Notice tone="warning">{say(language, 'register.closed')}</Notice>
      )}
    </Frame>
  )
}

/** Somebody's own registration: how far it is, what was said, and how it is changed or taken back. */
export function OwnPage(props: Props & { participant: Participant }) {
  const { place, form, participant } = props
  const { language } = place.viewer
  const { person, state, reason, version } = participant
  const title = say(language, 'own')
  const answers: readonly (readonly [string, Child])[] = answersOf(
    form,
    person?.answers ?? {},
    language,
    () => null,
  )
  return (
    <Frame place={place} title={title} steps={[{ href: '', label: title }]}>
      <p class="lead">
        <strong>{sayState(language, state)}</strong>
      </p>
      <p>{say(language, `own.${state as 'submitted'}`)}</p>
      {reason && (
        <p>
          <span class="label">{say(language, 'own.reason')}</span> <bdi>{reason}</bdi>
        </p>
      )}
      <dl class="known">
        <dt>{readingOf(form.name, language).value}</dt>
        <dd>
          <PersonName language={language} of={participant} />
          <br />
          <PersonOffice language={language} of={participant} />
        </dd>
        {answers.map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      {canMove(state, 'revise') && (
        <Fold
          viewer={place.viewer}
          command="registration.change"
          label={say(language, 'own.change')}
          open={state === 'returned'}
        >
          <Form
            {...mine(props)}
            command="registration.change"
            then={own(props)}
            seen={`${version}`}
            files
          >
            <FillIn language={language} form={form} of={participant} />
            <Submit>{say(language, 'own.change.send')}</Submit>
          </Form>
        </Fold>
      )}
      <div class="deeds">
        {canMove(state, 'withdraw') && (
          <Deed
            {...mine(props)}
            command="registration.withdraw"
            then={own(props)}
            label={say(language, 'own.withdraw')}
            confirm={say(language, 'own.withdraw.text')}
          />
        )}
        <a
          class="btn"
          href={hrefOf(language, `/${place.conference}/registration/data.zip?key=${props.secret}`)}
          data-turbo="false"
          download
        >
          {say(language, 'own.download')}
        </a>
        <Deed
          {...mine(props)}
          command="registration.erase"
          then={addressOf(place.conference)}
          label={say(language, 'own.erase')}
          confirm={say(language, 'own.erase.text')}
        />
      </div>
    </Frame>
  )
}
