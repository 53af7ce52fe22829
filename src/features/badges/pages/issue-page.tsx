import { ChecksField, SelectField } from '../../../ui/form/choices.tsx'
import { NumberField } from '../../../ui/form/fields.tsx'
import { Fold } from '../../../ui/form/fold.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { Moment } from '../../delegations/pages/moment.tsx'
import type { Participant } from '../../delegations/participants/model.ts'
import { zoneName } from '../badge.print.ts'
import { say } from '../words.ts'
import { addressOf, type Desk, Frame, partyName } from './desk.tsx'

/** Badges or cards that were issued together. */
export interface Batch {
  batch: string
  zone: string | null
  at: Temporal.Instant
  issued: number
  good: number
}

interface Props {
  desk: Desk
  /** Accredited people without a badge. */
  waiting: readonly Participant[]
  batches: readonly Batch[]
  /** Delegations to which cards can be given, in the reader's alphabet. */
  delegations: readonly { code: string; name: string }[]
}

/** Where badges are issued and printed. */
export function IssuePage(props: Props) {
  const { desk, batches } = props
  const { language } = desk.viewer
  return (
    <Frame desk={desk} at="">
      <Waiting {...props} />
      <Part id="batches">
        <h2>{say(language, 'batches')}</h2>
        {batches.length === 0 && <Empty>{say(language, 'batches.none')}</Empty>}
        <ul class="meetings">
          {batches.map((one) => (
            <BatchLine desk={desk} one={one} />
          ))}
        </ul>
      </Part>
      <Cards {...props} />
    </Frame>
  )
}

function Waiting({ desk, waiting }: Props) {
  const { viewer, conference } = desk
  const { language } = viewer
  const common = {
    viewer,
    command: 'badges.issue',
    fixed: { conference },
  }
  if (waiting.length === 0) return <Empty>{say(language, 'waiting.none')}</Empty>
  return (
    <section>
      <h2>{say(language, 'waiting')}</h2>
      <Form {...common} of="all" then={addressOf(conference)}>
        {waiting.map(({ id }) => (
          <input type="hidden" name="participants" value={id} />
        ))}
        <Submit>
          {say(language, 'issue.all')} ({waiting.length})
        </Submit>
      </Form>
      <Fold viewer={viewer} command="badges.issue" of="some" label={say(language, 'issue.some')}>
        <Form {...common} of="some" then={addressOf(conference)}>
          <ChecksField
            name="participants"
            label={say(language, 'waiting')}
            options={waiting.map(({ id, person, party }) => ({
              value: id,
              label: person?.name ?? '–',
              hint: partyName(desk, party) ?? person?.organisation ?? '',
            }))}
          />
          <Submit>{say(language, 'issue.some')}</Submit>
        </Form>
      </Fold>
    </section>
  )
}

function BatchLine({ desk, one: { batch, zone, at, issued, good } }: { desk: Desk; one: Batch }) {
  const { language } = desk.viewer
  const pdf = hrefOf(language, `${addressOf(desk.conference)}/${batch}.pdf`)
  return (
    <li class="meeting">
      <h3>
        <Moment language={language} zone={desk.zone} at={at} />
      </h3>
      <p>
        {zone === null
          ? say(language, 'batch.badges')
          : `${say(language, 'batch.cards')} ${zoneName(desk.settings, zone, language)}`}
        {BETWEEN}
        {say(language, 'batch.issued')} {issued}
        {BETWEEN}
        {say(language, 'batch.good')} {good}
      </p>
      {good > 0 && (
        <p>
          <a href={pdf} data-turbo="false">
            {say(language, 'print.sheet')}
          </a>
          {BETWEEN}
          <a href={`${pdf}?layout=single`} data-turbo="false">
            {say(language, 'print.single')}
          </a>
        </p>
      )}
    </li>
  )
}

function Cards({ desk, delegations }: Props) {
  const { viewer, conference, settings } = desk
  const { language } = viewer
  const zones = settings.zones.filter(({ card }) => card)
  if (zones.length === 0 || delegations.length === 0) return null
  return (
    <section>
      <h2>{say(language, 'cards')}</h2>
      <p>{say(language, 'cards.text')}</p>
      <Fold viewer={viewer} command="badges.issue-cards" label={say(language, 'cards.issue')}>
        <Form
          viewer={viewer}
          command="badges.issue-cards"
          then={addressOf(conference)}
          fixed={{ conference }}
        >
          <div class="columns">
            <SelectField
              name="zone"
              label={say(language, 'cards.zone')}
              options={zones.map(({ id }) => ({
                value: id,
                label: zoneName(settings, id, language),
              }))}
            />
            <NumberField name="each" label={say(language, 'cards.each')} value={1} required />
          </div>
          <ChecksField
            name="parties"
            label={say(language, 'cards.parties')}
            options={delegations.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <Submit>{say(language, 'cards.issue')}</Submit>
        </Form>
      </Fold>
    </section>
  )
}
