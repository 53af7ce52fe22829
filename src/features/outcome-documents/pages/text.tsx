import { directionOf, type Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { TextMark } from '../../../ui/text.tsx'
import { numbersOf, type Paragraph } from '../drafting/paragraphs.ts'

interface TextProps {
  paragraphs: readonly Paragraph[]
  /** The language in which it is read, where it is there. */
  into: Language
  /** The reader's. */
  language: Language
}

/** The text of a document, its paragraphs numbered, each an anchor that can be cited. */
export function DocumentText({ paragraphs, into, language }: TextProps) {
  const numbers = numbersOf(paragraphs)
  const marks = new Set(paragraphs.map(({ text }) => readingOf(text, into).status))
  return (
    <div class="document-text">
      {paragraphs.map(({ id, kind, text }) => {
        const reading = readingOf(text, into)
        const tongue = { lang: reading.language, dir: directionOf(reading.language) }
        if (kind === 'title') {
          return (
            <h2 id={id} {...tongue}>
              {reading.value}
            </h2>
          )
        }
        if (kind === 'heading') {
          return (
            <h3 id={id} {...tongue}>
              {reading.value}
            </h3>
          )
        }
        return (
          <p id={id} class={kind === 'preamble' ? 'preamble' : 'numbered'} {...tongue}>
            {kind === 'numbered' && <span class="number">{numbers.get(id)}.</span>} {reading.value}
            {marks.size > 1 && (
              <>
                {' '}
                <TextMark in={reading} language={language} />
              </>
            )}
          </p>
        )
      })}
      {paragraphs[0] && marks.size === 1 && (
        <p>
          <TextMark in={readingOf(paragraphs[0].text, into)} language={language} />
        </p>
      )}
    </div>
  )
}
