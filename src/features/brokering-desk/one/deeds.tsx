import { SelectField } from '../../../ui/form/choices.tsx'
import { TextArea } from '../../../ui/form/fields.tsx'
import { Fold } from '../../../ui/form/fold.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { awaitedIn, canMove, endingsOf } from '../../brokering/life.model.ts'
import { type Asked, LONGEST, type Proposal, partiesIn } from '../../brokering/model.ts'
import { sayEnding } from '../../brokering/terms.print.ts'
import { type Desk, namesOf } from '../desk.tsx'
import { say } from '../words.ts'
import { WordingFields } from './wording-fields.tsx'

/** What the secretariat can do with a proposal where it stands. */
export function DeskDeeds({
  desk,
  proposal,
  asked,
  here,
}: {
  desk: Desk
  proposal: Proposal
  asked: readonly Asked[]
  here: string
}) {
  const { viewer } = desk
  const { language } = viewer
  const { conference, id, state, wording, version } = proposal
  const common = { viewer, fixed: { conference, proposal: id } }
  const awaited = awaitedIn(proposal, asked)
  if (state === 'ended') return null
  return (
    <section class="deeds-block space-y-2" aria-label={say(language, 'deeds')}>
      {canMove(state, 'contact') && (
        <Deed
          {...common}
          then={here}
          command="brokering.contact"
          seen={`${version}`}
          label={say(language, 'contact.do')}
          quiet={false}
          confirm={`${say(language, 'contact.sure')} ${namesOf(desk, partiesIn(wording)).join(' · ')}`}
        />
      )}
      {awaited.length > 0 && (
        <>
          <p>
            {say(language, 'waiting-for')}
            {say(language, 'colon')}
            {namesOf(desk, awaited).join(' · ')}
          </p>
          <Deed
            {...common}
            then={here}
            command="brokering.remind"
            label={say(language, 'remind')}
          />
        </>
      )}
      {canMove(state, 'begin') && (
        <Deed
          {...common}
          then={here}
          command="brokering.begin"
          label={say(language, 'begin')}
          quiet={false}
        />
      )}
      {canMove(state, 'alter') && (
        <Fold viewer={viewer} command="brokering.alter" label={say(language, 'alter')} button>
          <Form
            {...common}
            then={here}
            command="brokering.alter"
            seen={`${version}`}
            fixed={{ ...common.fixed, 'wording.form': wording.form }}
          >
            {proposal.contactedAt !== null && <p>{say(language, 'alter.voids')}</p>}
            <WordingFields desk={desk} form={wording.form} wording={wording} />
            <Submit>{say(language, 'alter.do')}</Submit>
          </Form>
        </Fold>
      )}
      <Fold viewer={viewer} command="brokering.end" label={say(language, 'end')} button>
        <Form {...common} then={here} command="brokering.end">
          <SelectField
            name="ending"
            label={say(language, 'end.as')}
            required
            options={endingsOf(state).map((one) => ({
              value: one,
              label: sayEnding(language, one),
            }))}
          />
          <TextArea
            name="words"
            label={say(language, 'end.words')}
            hint={say(language, 'end.words.hint')}
            rows={2}
            maxlength={LONGEST}
          />
          <Submit>{say(language, 'end')}</Submit>
        </Form>
      </Fold>
    </section>
  )
}
