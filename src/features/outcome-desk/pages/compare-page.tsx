import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { Difference } from '../../../ui/difference.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Prose } from '../../../ui/text.tsx'
import { say as sayInUi } from '../../../ui/words.ts'
import { type Compared, comparedDrafts } from '../../outcome-documents/drafting/comparison.ts'
import { numbersOf } from '../../outcome-documents/drafting/paragraphs.ts'
import { DayOf } from '../../outcome-documents/pages/marks.tsx'
import { DocumentText } from '../../outcome-documents/pages/text.tsx'
import type { AtWork } from '../../outcome-documents/shown.ts'
import { type DraftShown, languagesOf } from '../../outcome-documents/shown.ts'
import { say } from '../words.ts'

interface Props {
  language: Language
  work: AtWork
  draft: DraftShown
  /** The draft with which it is compared. */
  other: DraftShown | null
  /** The language in which it is read. */
  into: Language
}

/** A draft for those who work on it, and what changed since another one, paragraph by paragraph. */
export function ComparePage({ language, work, draft, other, into }: Props) {
  const { conference, document, settings, drafts, zone } = work
  const base = `/${conference}/outcome/${document}/drafts/${draft.number}`
  const addressWith = (compared: number | null, tongue: Language) =>
    hrefOf(language, `${base}?in=${tongue}${compared === null ? '' : `&with=${compared}`}`)
  return (
    <>
      <h1>
        {readingOf(settings.name, language).value}{' '}
        <small>{say(language, 'draft', { number: draft.number })}</small>
      </h1>
      <Notice>{say(language, 'draft.confidential')}</Notice>
      <p>
        {draft.circulatedAt ? (
          <>
            {say(language, 'circulated')}{' '}
            <DayOf at={draft.circulatedAt} language={language} zone={zone} />
          </>
        ) : (
          say(language, 'not-circulated')
        )}
        {' · '}
        <a href={hrefOf(language, `${base}.pdf?in=${into}`)} data-turbo="false">
          {say(language, 'pdf')}
        </a>
      </p>
      {draft.note && <Prose in={readingOf(draft.note, language)} language={language} />}
      <nav aria-label={say(language, 'read-in')}>
        <ul class="choices">
          {languagesOf(settings, draft.paragraphs).map((one) => (
            <li>
              <a
                href={addressWith(other?.number ?? null, one)}
                aria-current={one === into ? 'true' : undefined}
              >
                {sayInUi(language, `language.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {drafts.length > 1 && (
        <nav aria-label={say(language, 'compare')}>
          <ul class="choices">
            <li>{say(language, 'compare')}</li>
            {drafts
              .filter(({ number }) => number !== draft.number)
              .map(({ number }) => (
                <li>
                  <a
                    href={addressWith(number, into)}
                    aria-current={number === other?.number ? 'true' : undefined}
                  >
                    {say(language, 'draft', { number })}
                  </a>
                </li>
              ))}
            {other && (
              <li>
                <a href={addressWith(null, into)}>{say(language, 'compare.none')}</a>
              </li>
            )}
          </ul>
        </nav>
      )}
      {other ? (
        <Comparison {...{ language, draft, other, into }} />
      ) : (
        <DocumentText paragraphs={draft.paragraphs} into={into} language={language} />
      )}
    </>
  )
}

function Comparison({
  language,
  draft,
  other,
  into,
}: {
  language: Language
  draft: DraftShown
  other: DraftShown
  into: Language
}) {
  const [before, after] = other.number < draft.number ? [other, draft] : [draft, other]
  const numbers = numbersOf(after.paragraphs)
  const former = numbersOf(before.paragraphs)
  return (
    <ol class="compared">
      {comparedDrafts(before.paragraphs, after.paragraphs).map((one) => (
        <li class={one.became === 'same' && !one.moved ? undefined : 'changed'}>
          <p class="compared-number">
            <small>
              <NumberOf number={numbers.get(one.id)} former={former.get(one.id)} />
              {one.became !== 'same' && <> {say(language, `became.${one.became}`)}</>}
              {one.moved && <> {say(language, 'became.moved')}</>}
            </small>
          </p>
          <Wordings one={one} into={into} language={language} />
        </li>
      ))}
    </ol>
  )
}

const NumberOf = ({
  number,
  former,
}: {
  number: number | undefined
  former: number | undefined
}) =>
  number === former || number === undefined || former === undefined ? (
    (number ?? former ?? '')
  ) : (
    <bdi>
      {former} → {number}
    </bdi>
  )

function Wordings({ one, into, language }: { one: Compared; into: Language; language: Language }) {
  const said = (paragraph: Compared['before']) => {
    const reading = paragraph && readingOf(paragraph.text, into)
    return reading ?? null
  }
  const [before, after] = [said(one.before), said(one.after)]
  return (
    <Difference
      before={before?.value ?? ''}
      after={after?.value ?? ''}
      of={(after ?? before)?.language ?? into}
      language={language}
    />
  )
}
