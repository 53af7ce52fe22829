import type { Child } from 'hono/jsx'
import { sayDayRange, sayPartialDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { CheckField, ChoiceField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Words } from '../../../ui/text.tsx'
import type { Held } from '../../conferences/history.ts'
import { type Conference, FORMATS } from '../../conferences/model.ts'
import { zoneOf } from '../../conferences/outline.ts'
import { sayTerm } from '../../conferences/terms.print.ts'
import { type Desk, Frame, nameOfParty } from '../pages/frame.tsx'
import { Editable, EditForm, EditLink } from '../pages/section.tsx'
import { SourceFields } from '../pages/source-fields.tsx'
import { say } from '../words.ts'
import { ConfirmErasing } from './confirm-erasing.tsx'
import { DescribeVenue, VenueFields } from './venue.tsx'

/** When, where, in which form and on which clock; what was announced before stays in sight. */
export function WhenPart({ desk }: { desk: Desk }) {
  const { record, viewer } = desk
  const { language } = viewer
  const { dates, venue, format, zone } = record
  return (
    <Frame desk={desk} part="when">
      <p class="mark">{say(language, 'when.note')}</p>
      <Editable
        desk={desk}
        what="dates"
        title={say(language, 'dates')}
        shown={
          <History desk={desk} of="dates" history={dates} show={(is) => sayDates(language, is)} />
        }
        form={() => (
          <Announce desk={desk} what="dates" command="conferences.move-dates" history={dates}>
            <div class="columns">
              <TextField
                name="to.first"
                label={say(language, 'dates.first')}
                hint={say(language, 'partial-day.hint')}
                value={dates.at(-1)?.is.first}
                required
              />
              <TextField
                name="to.last"
                label={say(language, 'dates.last')}
                hint={say(language, 'partial-day.hint')}
                value={dates.at(-1)?.is.last}
              />
            </div>
            <ConfirmErasing language={language} />
          </Announce>
        )}
      />
      <Editable
        desk={desk}
        what="venue"
        title={say(language, 'venue')}
        shown={
          <>
            <History desk={desk} of="venue" history={venue} show={(is) => sayVenue(desk, is)} />
            {venue.length > 0 && (
              <EditLink desk={desk} what="describe-venue">
                {say(language, 'venue.describe')}
              </EditLink>
            )}
            {desk.edit === 'describe-venue' && <DescribeVenue desk={desk} />}
          </>
        }
        form={() => (
          <Announce desk={desk} what="venue" command="conferences.move-venue" history={venue}>
            <VenueFields desk={desk} is={null} />
          </Announce>
        )}
      />
      <Editable
        desk={desk}
        what="format"
        title={say(language, 'format')}
        shown={
          <History
            desk={desk}
            of="format"
            history={format}
            show={(is) => sayTerm(language, `format.${is}`)}
          />
        }
        form={() => (
          <Announce desk={desk} what="format" command="conferences.change-format" history={format}>
            <ChoiceField
              name="to"
              label={say(language, 'format')}
              options={FORMATS.map((one) => ({
                value: one,
                label: sayTerm(language, `format.${one}`),
              }))}
              value={format.at(-1)?.is ?? null}
              required
            />
          </Announce>
        )}
      />
      <Editable
        desk={desk}
        what="zone"
        title={say(language, 'zone')}
        shown={<History desk={desk} of="zone" history={zone} show={(is) => <bdi>{is}</bdi>} />}
        form={() => (
          <Announce desk={desk} what="zone" command="conferences.move-to-zone" history={zone}>
            <Notice tone="warning">{say(language, 'zone.keeps')}</Notice>
            <TextField
              name="zone"
              label={say(language, 'zone')}
              hint={say(language, 'zone.hint')}
              value={zoneOf(record)}
              required
            />
          </Announce>
        )}
      />
    </Frame>
  )
}

type Changeable = 'dates' | 'venue' | 'format' | 'zone'

const sayDates = (language: Language, { first, last }: Conference['dates'][number]['is']) =>
  first.length === 10 && last?.length === 10
    ? sayDayRange(language, first, last)
    : [first, last].flatMap((day) => (day ? sayPartialDay(language, day) : [])).join(' – ')

function sayVenue(desk: Desk, { name, city, country }: Conference['venue'][number]['is']): Child {
  const { language } = desk.viewer
  const parts: Child[] = [
    name && <Words in={readingOf(name, language)} language={language} />,
    city && <Words in={readingOf(city, language)} language={language} />,
    country && nameOfParty(desk, country),
  ].filter((part) => part)
  return parts.map((part, at) => (
    <>
      {at > 0 && ' · '}
      {part}
    </>
  ))
}

/** What holds and what was announced before, each with its day and reason, which can be corrected. */
function History<Is>({
  desk,
  of,
  history,
  show,
}: {
  desk: Desk
  of: Changeable
  history: readonly Held<Is>[]
  show(is: Is): Child
}) {
  const { language } = desk.viewer
  if (history.length === 0) return <p class="empty">{say(language, 'nothing')}</p>
  return (
    <ol class="editable-list" reversed>
      {history
        .map((held, place) => ({ held, place }))
        .toReversed()
        .map(({ held, place }) => {
          const what = `${of}-${place}`
          const now = place === history.length - 1
          return (
            <li id={what}>
              {desk.edit === what ? (
                <Explain desk={desk} of={of} place={place} held={held} />
              ) : (
                <div class="editable-item">
                  <div>
                    {now ? <strong>{show(held.is)}</strong> : <s>{show(held.is)}</s>}
                    <Decided held={held} language={language} />
                  </div>
                  <EditLink desk={desk} what={what}>
                    {say(language, 'explain')}
                  </EditLink>
                </div>
              )}
            </li>
          )
        })}
    </ol>
  )
}

function Decided({ held: { decided, about, why }, language }: { held: Held; language: Language }) {
  if (!decided && !why) return null
  return (
    <span class="mark block">
      {decided && (
        <>
          {say(language, about ? 'decided.about' : 'decided')} {sayPartialDay(language, decided)}
        </>
      )}
      {decided && why && ' · '}
      {why && <Words in={readingOf(why, language)} language={language} />}
    </span>
  )
}

/** The fields of a change: when it was decided, why, and who says so. */
function DecisionFields({ desk, held }: { desk: Desk; held: Held | null }) {
  const { language } = desk.viewer
  return (
    <>
      <LanguagesField
        name="why"
        label={say(language, 'why')}
        hint={say(language, 'why.hint')}
        text={held?.why ?? null}
        rows={2}
        status="authentic"
      />
      <div class="columns">
        <TextField
          name="decided"
          label={say(language, 'decided.day')}
          hint={say(language, held ? 'partial-day.hint' : 'decided.hint')}
          value={held?.decided}
        />
        <CheckField name="about" label={say(language, 'about')} value={held?.about ?? false} />
      </div>
      <SourceFields sources={desk.record.sources} cited={held?.sources ?? []} language={language} />
    </>
  )
}

function Announce({
  desk,
  what,
  command,
  history,
  children,
}: {
  desk: Desk
  what: Changeable
  command: string
  history: readonly Held[]
  children: Child
}) {
  return (
    <>
      {history.length > 0 && <p class="mark">{say(desk.viewer.language, 'announced.stays')}</p>}
      <EditForm desk={desk} what={what} command={command}>
        {children}
        <DecisionFields desk={desk} held={null} />
      </EditForm>
    </>
  )
}

function Explain({
  desk,
  of,
  place,
  held,
}: {
  desk: Desk
  of: Changeable
  place: number
  held: Held
}) {
  return (
    <EditForm
      desk={desk}
      what={`${of}-${place}`}
      command="conferences.explain-change"
      fixed={{ of, place }}
      seen={{ of, place }}
    >
      <DecisionFields desk={desk} held={held} />
    </EditForm>
  )
}
