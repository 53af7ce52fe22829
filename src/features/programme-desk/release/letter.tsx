import { directionOf, type Language } from '../../../kernel/language.ts'
import type { Reading } from '../../../kernel/text.ts'

/** A letter as it would be sent to readers of one language. */
export interface Written {
  language: Language
  /** How many of those who may be told read it. */
  count: number
  subject: string
  note: Reading
  words: Reading | null
  zone: string
  heading: string
  lines: readonly { text: string; address: string }[]
  link: { label: string; address: string }
}

/** The draft of a letter, in its own language and direction. */
export function LetterDraft({ letter }: { letter: Written }) {
  const { language, subject, note, words, zone, heading, lines, link } = letter
  const said = (reading: Reading) => (
    <p
      lang={reading.language === language ? undefined : reading.language}
      dir={reading.language === language ? undefined : directionOf(reading.language)}
    >
      {reading.value}
    </p>
  )
  return (
    <article class="letter" lang={language} dir={directionOf(language)}>
      <p class="letter-subject">{subject}</p>
      {words && said(words)}
      {said(note)}
      <p>{zone}</p>
      <p>
        <strong>{heading}</strong>
      </p>
      {lines.length > 0 && (
        <ul>
          {lines.map(({ text }) => (
            <li>{text}</li>
          ))}
        </ul>
      )}
      <p>{link.label}</p>
    </article>
  )
}
