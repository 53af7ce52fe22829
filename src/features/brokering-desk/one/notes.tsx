import type { PartyCode } from '../../../kernel/ids.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { TextArea } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { LONGEST, type Proposal, readersOf } from '../../brokering/model.ts'
import { partyName } from '../../offers-board/pages/names.tsx'
import { type Desk, Moment } from '../desk.tsx'
import type { Note } from '../facts.ts'
import { say } from '../words.ts'

/** What its parties and the secretariat say to each other, and the way to say more. */
export function Notes({
  desk,
  proposal,
  notes,
  party,
  then,
}: {
  desk: Desk
  proposal: Proposal
  notes: readonly Note[]
  /** As whom the reader writes; null: the secretariat. */
  party: PartyCode | null
  then: string
}) {
  const { viewer } = desk
  const { language } = viewer
  const readers = readersOf(proposal)
  const toAll =
    proposal.contactedAt === null ? [] : [{ value: '', label: say(language, 'note.all') }]
  const alone =
    party === null
      ? readers.map((one) => ({
          value: String(one),
          label: `${say(language, 'note.alone')}${say(language, 'colon')}${partyName(desk, one)}`,
        }))
      : [{ value: String(party), label: say(language, 'note.desk') }]
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{say(language, 'notes')}</h2>
      <Part id="said">
        {notes.length === 0 && <Empty>{say(language, 'notes.none')}</Empty>}
        <ul class="list-none ps-0">
          {notes.map((one) => (
            <li class="border-t border-base-300 py-3">
              <p class="label mb-1">
                {one.party === null ? say(language, 'secretariat') : partyName(desk, one.party)}
                {BETWEEN}
                <Moment desk={desk} at={one.at} />
                {BETWEEN}
                <To desk={desk} note={one} reader={party} />
              </p>
              <p class="mb-1 wrap-anywhere whitespace-pre-line" dir="auto">
                {one.words}
              </p>
            </li>
          ))}
        </ul>
      </Part>
      {readers.length > 0 && (
        <Form
          viewer={viewer}
          command="brokering.note"
          then={then}
          fixed={{
            ...{ conference: proposal.conference, proposal: proposal.id },
            ...(party !== null && { party }),
          }}
        >
          <TextArea
            name="words"
            label={say(language, 'note.words')}
            required
            rows={3}
            maxlength={LONGEST}
          />
          <SelectField
            name="aloneWith"
            label={say(language, 'note.to')}
            options={[...toAll, ...alone]}
          />
          <Submit quiet>{say(language, 'note.do')}</Submit>
        </Form>
      )}
    </section>
  )
}

/** Who reads a note. */
function To({ desk, note, reader }: { desk: Desk; note: Note; reader: PartyCode | null }) {
  const { language } = desk.viewer
  if (note.aloneWith === null) return <>{say(language, 'note.all')}</>
  if (reader !== null) return <>{say(language, 'note.desk')}</>
  return (
    <>
      {say(language, 'note.alone')}
      {say(language, 'colon')}
      {partyName(desk, note.aloneWith)}
    </>
  )
}
