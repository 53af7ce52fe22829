import { compareIn } from '../../../i18n/collation.ts'
import { sayDay } from '../../../i18n/days.ts'
import { readingOf } from '../../../kernel/text.ts'
import { ChecksField } from '../../../ui/form/choices.tsx'
import { DateField } from '../../../ui/form/fields.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import { DayOf, type Desk, nameIn, PledgeLink } from '../desk.tsx'
import type { AskedRound, FollowUp } from '../follow-up.ts'
import { say } from '../words.ts'

/** Every round: until when reports are asked for, from whom they came, and from whom they are awaited, by name. */
export function RoundsAsked({ desk, rounds }: { desk: Desk; rounds: FollowUp['rounds'] }) {
  const { language } = desk.viewer
  return (
    <section aria-labelledby="reports-asked">
      <h2 id="reports-asked">{say(language, 'rounds')}</h2>
      {rounds.length === 0 && <Empty>{say(language, 'rounds.none')}</Empty>}
      {rounds.map((one) => (
        <OneRound desk={desk} asked={one} />
      ))}
    </section>
  )
}

function OneRound({ desk, asked }: { desk: Desk; asked: AskedRound }) {
  const { viewer, conference } = desk
  const { language } = viewer
  const { round, isOpen, reported, awaited, remindedAt } = asked
  const compare = compareIn(language)
  const byName = awaited
    .map((one) => ({ ...one, name: nameIn(desk, one.party) }))
    .toSorted((a, b) => compare(a.name, b.name))
  return (
    <section class="part-row" id={`round-${round.id}`}>
      <h3>
        <Title text={round.name} language={language} />
      </h3>
      <p class="label">
        {say(language, isOpen ? 'round.open' : 'round.over')}
        {BETWEEN}
        {say(language, 'round.due')}
        {say(language, 'colon')}
        <time datetime={round.due}>{sayDay(language, round.due)}</time>
        {remindedAt && (
          <>
            {BETWEEN}
            {say(language, 'round.reminded')}
            {say(language, 'colon')}
            <DayOf desk={desk} at={remindedAt} />
          </>
        )}
      </p>
      {reported.length > 0 && (
        <p>
          {say(language, 'round.reported')}
          {say(language, 'colon')}
          {reported
            .map((code) => nameIn(desk, code))
            .toSorted(compare)
            .join(BETWEEN)}
        </p>
      )}
      <details class="mb-4">
        <summary>{say(language, 'extend')}</summary>
        <Form
          viewer={viewer}
          command="followup.extend-round"
          of={round.id}
          then={`/${conference}/desk/follow-up`}
          fixed={{ round: round.id }}
        >
          <DateField name="due" label={say(language, 'extend.due')} value={round.due} required />
          <Submit quiet>{say(language, 'extend.do')}</Submit>
        </Form>
      </details>
      {byName.length === 0 ? (
        <p class="empty">{say(language, 'round.complete')}</p>
      ) : (
        <>
          <details class="mb-4" open={!isOpen}>
            <summary>
              {say(language, 'round.awaited')}
              {say(language, 'colon')}
              {byName.length}
            </summary>
            {byName.map(({ name, reports }) => (
              <div class="grid gap-x-10 border-t border-base-300 py-3 md:grid-cols-[14rem_1fr]">
                <p class="mb-1">{name}</p>
                <ul class="mb-0 list-none ps-0">
                  {reports.map(({ pledge, last }) => (
                    <li class="mb-1">
                      <PledgeLink desk={desk} id={pledge} />
                      <span class="label">
                        {BETWEEN}
                        {say(language, 'last')}
                        {say(language, 'colon')}
                        {last ? <DayOf desk={desk} at={last} /> : say(language, 'last.none')}
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </details>
          <Deed
            viewer={viewer}
            command="followup.remind"
            of={round.id}
            then={`/${conference}/desk/follow-up#round-${round.id}`}
            fixed={{ round: round.id }}
            label={say(language, 'remind')}
            confirm={say(language, 'remind.sure')}
          />
        </>
      )}
    </section>
  )
}

/** The secretariat asks how pledges stand: all of the conference, or those that it chooses. */
export function OpenRound({ desk, asked }: { desk: Desk; asked: FollowUp['asked'] }) {
  const { viewer, conference } = desk
  const { language } = viewer
  if (asked.length === 0) return null
  return (
    <section aria-labelledby="open-round">
      <h2 id="open-round">{say(language, 'open')}</h2>
      <p class="label">{say(language, 'open.note')}</p>
      <Form
        viewer={viewer}
        command="followup.open-round"
        then={`/${conference}/desk/follow-up`}
        fixed={{ conferences: conference }}
      >
        <LanguagesField name="name" label={say(language, 'open.name')} maxlength={200} required />
        <DateField name="due" label={say(language, 'round.due')} required />
        <details class="mb-6">
          <summary>{say(language, 'open.some')}</summary>
          <ChecksField
            name="pledges"
            label={say(language, 'open.pledges')}
            hint={say(language, 'open.pledges.hint')}
            options={asked.map((id) => ({ value: id, label: labelOf(desk, id) }))}
          />
        </details>
        <Submit>{say(language, 'open.do')}</Submit>
      </Form>
    </section>
  )
}

function labelOf({ pledges, viewer }: Desk, id: FollowUp['asked'][number]): string {
  const title = pledges.get(id)?.title
  return title ? `${id} · ${readingOf(title, viewer.language).value}` : id
}
