import { directionOf, type Language } from '../../../kernel/language.ts'
import { Difference } from '../../../ui/difference.tsx'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { ChoiceField, SelectField } from '../../../ui/form/choices.tsx'
import { TextArea } from '../../../ui/form/fields.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { say as sayInUi } from '../../../ui/words.ts'
import { numbersOf, type Paragraph } from '../../outcome-documents/drafting/paragraphs.ts'
import { DayOf } from '../../outcome-documents/pages/marks.tsx'
import { PROPOSAL_KINDS } from '../../outcome-documents/proposals.model.ts'
import { type AtWork, languagesOf, type ProposalShown } from '../../outcome-documents/shown.ts'
import { say } from '../words.ts'

interface Props {
  viewer: FormReader
  work: AtWork
  /** Whether the reader answers them. */
  answers?: boolean
}

/** What delegations propose, draft by draft, in the order of the paragraphs. */
export function Proposals({ viewer, work, answers = false }: Props) {
  const { language } = viewer
  const { proposals, drafts } = work
  const byDraft = Map.groupBy(proposals, ({ draft }) => draft)
  return (
    <section>
      <h2>{say(language, 'proposals')}</h2>
      {proposals.length === 0 && <Empty>{say(language, 'proposals.none')}</Empty>}
      {drafts.map(({ number, paragraphs }) => {
        const own = byDraft.get(number) ?? []
        const place = ({ content: { paragraph } }: ProposalShown) =>
          paragraphs.findIndex(({ id }) => id === paragraph)
        return (
          own.length > 0 && (
            <>
              <h3>{say(language, 'draft', { number })}</h3>
              <ol class="proposals">
                {own
                  .toSorted((a, b) => place(a) - place(b))
                  .map((one) => (
                    <li>
                      <ProposalOf {...{ viewer, work, one, paragraphs, answers }} />
                    </li>
                  ))}
              </ol>
            </>
          )
        )
      })}
    </section>
  )
}

interface OneProps extends Props {
  one: ProposalShown
  paragraphs: readonly Paragraph[]
}

function ProposalOf({ viewer, work, one, paragraphs, answers = false }: OneProps) {
  const { language } = viewer
  const { content, state, partyName, at, answer } = one
  const { conference, document, zone } = work
  const fixed = { conference, document, proposal: one.id }
  return (
    <>
      <p>
        <strong>{partyName}</strong>
        {' · '}
        {say(language, `proposal.${content.kind}`)}
        {' · '}
        <Where paragraph={content.paragraph} paragraphs={paragraphs} language={language} />
        {' · '}
        <DayOf at={at} language={language} zone={zone} />
        {' · '}
        <span class="mark">{say(language, `proposal-state.${state}`)}</span>
      </p>
      <Wanted content={content} paragraphs={paragraphs} language={language} />
      {content.reason !== null && (
        <p lang={content.language} dir={directionOf(content.language)}>
          {content.reason}
        </p>
      )}
      {answer !== null && (
        <p>
          {say(language, 'answer')} <bdi>{answer}</bdi>
        </p>
      )}
      {answers && (state === 'open' || state === 'not-taken-up' || state === 'taken-up') && (
        <details>
          <summary>{say(language, 'answer.give')}</summary>
          <Form
            viewer={viewer}
            command="outcome-documents.answer-proposal"
            of={one.id}
            fixed={fixed}
          >
            <ChoiceField
              name="how"
              label={say(language, 'answer.how')}
              value={state === 'taken-up' ? 'leave' : 'take-up'}
              options={(['take-up', 'leave'] as const)
                .filter((how) =>
                  how === 'take-up' ? state !== 'taken-up' : state !== 'not-taken-up',
                )
                .map((how) => ({ value: how, label: say(language, `how.${how}`) }))}
            />
            <TextArea name="answer" label={say(language, 'answer.words')} rows={2} />
            <Submit quiet>{say(language, 'answer.send')}</Submit>
          </Form>
        </details>
      )}
      {one.own && state === 'open' && (
        <Deed
          viewer={viewer}
          command="outcome-documents.withdraw-proposal"
          of={one.id}
          fixed={fixed}
          label={say(language, 'proposal.withdraw')}
        />
      )}
    </>
  )
}

function Where({
  paragraph,
  paragraphs,
  language,
}: {
  paragraph: string | null
  paragraphs: readonly Paragraph[]
  language: Language
}) {
  const number = paragraph === null ? undefined : numbersOf(paragraphs).get(paragraph)
  if (number !== undefined) return <>{say(language, 'paragraph', { number })}</>
  const found = paragraphs.find(({ id }) => id === paragraph)
  return <>{say(language, found ? `part.${found.kind}` : 'whole')}</>
}

/** What is proposed: beside the wording of the draft, where there is one. */
function Wanted({
  content,
  paragraphs,
  language,
}: {
  content: ProposalShown['content']
  paragraphs: readonly Paragraph[]
  language: Language
}) {
  const stands = paragraphs.find(({ id }) => id === content.paragraph)?.text.in[content.language]
  if (content.kind === 'replace' && stands) {
    return (
      <Difference
        before={stands.value}
        after={content.words ?? ''}
        of={content.language}
        language={language}
      />
    )
  }
  if (content.kind === 'delete') {
    return stands ? (
      <Difference before={stands.value} after="" of={content.language} language={language} />
    ) : null
  }
  return (
    <p lang={content.language} dir={directionOf(content.language)}>
      {content.words}
    </p>
  )
}

/** What a delegation may propose about the draft that was circulated. */
export function ProposalForm({
  viewer,
  work,
  party,
  then,
}: {
  viewer: FormReader
  work: AtWork
  party: string
  then: string
}) {
  const { language } = viewer
  const { conference, document, settings, drafts, draft } = work
  const paragraphs = drafts.find(({ number }) => number === draft)?.paragraphs ?? []
  const numbers = numbersOf(paragraphs)
  const [drafted = 'en'] = settings.authentic
  return (
    <Form
      viewer={viewer}
      command="outcome-documents.propose"
      then={then}
      fixed={{ conference, document, party }}
    >
      <SelectField
        name="paragraph"
        label={say(language, 'proposal.where')}
        none={say(language, 'whole')}
        options={paragraphs.map(({ id, kind, text }) => ({
          value: id,
          label: [
            numbers.has(id) ? `${numbers.get(id)}.` : say(language, `part.${kind}`),
            shortened(text.in[drafted]?.value ?? ''),
          ].join(' '),
        }))}
      />
      <ChoiceField
        name="kind"
        label={say(language, 'proposal.what')}
        value="replace"
        options={PROPOSAL_KINDS.map((value) => ({
          value,
          label: say(language, `proposal.${value}`),
        }))}
      />
      <SelectField
        name="language"
        label={say(language, 'proposal.language')}
        value={drafted}
        options={languagesOf(settings, paragraphs).map((value) => ({
          value,
          label: sayInUi(language, `language.${value}`),
        }))}
      />
      <TextArea
        name="words"
        label={say(language, 'proposal.words')}
        hint={say(language, 'proposal.words.hint')}
        rows={5}
        maxlength={8000}
      />
      <TextArea name="reason" label={say(language, 'proposal.reason')} rows={3} maxlength={8000} />
      <Submit>{say(language, 'proposal.send')}</Submit>
    </Form>
  )
}

const LONGEST = 60
const shortened = (value: string) =>
  [...value].length > LONGEST ? `${[...value].slice(0, LONGEST).join('')}…` : value
