import { readingOf } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { TextArea } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { isPublic } from '../../outcome-documents/model.ts'
import { Day, Deadline, StateMark } from '../../outcome-documents/pages/marks.tsx'
import { DocumentText } from '../../outcome-documents/pages/text.tsx'
import type { AtWork } from '../../outcome-documents/shown.ts'
import { say } from '../words.ts'
import { History } from './history.tsx'
import { Notes } from './notes.tsx'
import { PositionForm } from './position-form.tsx'
import { ProposalForm, Proposals } from './proposals.tsx'

export interface DelegationFacts {
  work: AtWork
  party: string
  partyName: string
  /** Whether the reader speaks for the delegation; others of it read. */
  speaks: boolean
  today: string
}

/** A document as a delegation works on it: the draft, silence, proposals, and how it stands to the adopted text. */
export function DelegationPage({ viewer, facts }: { viewer: FormReader; facts: DelegationFacts }) {
  const { language } = viewer
  const { work, party, partyName, speaks, today } = facts
  const { conference, document, settings, state, deadline, zone, draft, drafts } = work
  const here = `/${conference}/delegation/${party}/outcome/${document}`
  const current = drafts.find(({ number }) => number === draft)
  const standing = work.positions.find(({ code }) => code === party)?.standing ?? 'none'
  return (
    <>
      <p>{partyName}</p>
      <h1>{readingOf(settings.name, language).value}</h1>
      <Part id="state">
        <p>
          <StateMark state={state} language={language} />
          {work.adoptedOn !== null && (
            <>
              {' · '}
              {say(language, 'adopted-on')} <Day day={work.adoptedOn} language={language} />
            </>
          )}
        </p>
        {(state === 'silence' || state === 'agreed') && deadline && (
          <Deadline at={deadline} language={language} zone={zone} />
        )}
      </Part>
      {state === 'silence' && speaks && (
        <details class="confirm">
          <summary class="btn">{say(language, 'object')}</summary>
          <p>{say(language, 'object.about')}</p>
          <Form
            viewer={viewer}
            command="outcome-documents.object"
            then={here}
            fixed={{ conference, document, party }}
          >
            <TextArea
              name="reason"
              label={say(language, 'object.reason')}
              rows={4}
              maxlength={4000}
              required
            />
            <Submit>{say(language, 'object')}</Submit>
          </Form>
        </details>
      )}
      {isPublic(state) && (
        <section>
          <h2>{say(language, 'position')}</h2>
          <p>{say(language, `standing.${standing}`)}</p>
          <Notes work={work} viewer={viewer} party={party} />
          {state === 'adopted' && speaks && (
            <PositionForm {...{ viewer, work, party, today, standing }} then={here} />
          )}
          <p>
            <a href={hrefOf(language, `/${conference}/outcome/${document}`)}>
              {say(language, 'see')}
            </a>
          </p>
        </section>
      )}
      {!isPublic(state) && current && (
        <>
          <Notice>{say(language, 'draft.confidential')}</Notice>
          <p>
            <a
              href={hrefOf(language, `/${conference}/outcome/${document}/drafts/${current.number}`)}
            >
              {say(language, 'draft', { number: current.number })}
            </a>
          </p>
          <DocumentText paragraphs={current.paragraphs} into={language} language={language} />
          {speaks && (
            <details>
              <summary class="btn">{say(language, 'proposal.make')}</summary>
              <ProposalForm {...{ viewer, work, party }} then={here} />
            </details>
          )}
        </>
      )}
      <Part id="proposals">
        <Proposals viewer={viewer} work={work} />
      </Part>
      <History work={work} viewer={viewer} />
    </>
  )
}
