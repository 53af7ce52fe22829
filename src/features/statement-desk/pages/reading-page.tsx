import type { Language } from '../../../kernel/language.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Prose } from '../../../ui/text.tsx'
import { say as sayOfHouse } from '../../../ui/words.ts'
import { nameOn } from '../../parties/model.ts'
import { type Content, languagesOf } from '../../statements/model.ts'
import { Moment, sayLanguages } from '../../statements/pages/marks.tsx'
import { Papers } from '../../statements/pages/public-page.tsx'
import type { PaperShown } from '../../statements/shown.ts'
import { say } from '../words.ts'
import type { AtWork } from '../work.ts'
import { SessionName } from './session-name.tsx'

interface Props {
  viewer: FormReader
  work: AtWork
  /** What the reader has opened; null: nothing yet, or not any more. */
  opened: { content: Content; papers: readonly PaperShown[]; until: Temporal.Instant } | null
}

/** A deposited text for those who interpret it: they open it, and it is kept that they did. */
export function ReadingPage({ viewer, work, opened }: Props) {
  const { language } = viewer
  const { outline, party, session, speech, deposited } = work
  const list = `/${outline.id}/interpretation/statements`
  const name = nameOn(party, session.day, language).short
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          {
            href: hrefOf(language, `/${outline.id}`),
            label: readingOf(outline.shortName, language).value,
          },
          { href: hrefOf(language, list), label: say(language, 'interpreting') },
          { href: '', label: name },
        ]}
      />
      <h1>{name}</h1>
      <p class="lead">
        <SessionName title={session.title} language={language} />
      </p>
      <Notice tone="warning">{say(language, 'interpreting.note')}</Notice>
      {deposited && (
        <p>
          {say(language, 'version')} {work.number} · {sayLanguages(language, deposited.languages)}
        </p>
      )}
      {!opened && deposited && (
        <Deed
          viewer={viewer}
          command="statements.open"
          then={`${list}/${speech.id}`}
          quiet={false}
          fixed={{ conference: outline.id, session: work.sessionId, speech: speech.id }}
          label={say(language, 'open')}
        />
      )}
      {opened && (
        <>
          <p>
            {say(language, 'open-until')}{' '}
            <Moment at={opened.until} zone={outline.zone} language={language} />
          </p>
          {opened.content.text && <Texts text={opened.content.text} language={language} />}
          {opened.content.video && (
            <p>
              {say(language, 'video')}{' '}
              <a href={opened.content.video} rel="external noopener">
                <bdi>{opened.content.video}</bdi>
              </a>
            </p>
          )}
          <Papers
            language={language}
            papers={opened.papers}
            base={`/${outline.id}/statements/${speech.id}/files`}
          />
        </>
      )}
    </>
  )
}

/** The text in each of its languages, in the order of the United Nations. */
function Texts({ text, language }: { text: Text; language: Language }) {
  return languagesOf({ text, files: [] }).map((one) => (
    <section aria-labelledby={`text-${one}`}>
      <h2 id={`text-${one}`}>{sayOfHouse(language, `language.${one}`)}</h2>
      <Prose in={readingOf(text, one)} language={language} mark={false} />
    </section>
  ))
}
