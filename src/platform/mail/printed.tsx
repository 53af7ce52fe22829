import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { isolate } from '../../i18n/isolate.ts'
import { directionOf, type Language } from '../../kernel/language.ts'
import type { Letter, Part } from './letter.ts'
import { say } from './words.ts'

/** A letter as it travels: the same words twice. */
export interface Printed {
  text: string
  html: string
}

/** Mail programs know no style sheets worth the name: the few rules stand at their elements. Nothing is fetched. */
const STYLE = {
  page: 'margin:0;padding:24px 16px;font:16px/1.6 Georgia,"Times New Roman",serif',
  column: 'max-width:36em;margin:0 auto',
  heading: 'font-size:18px;line-height:1.4;margin:32px 0 8px',
  block: 'margin:0 0 16px',
  label: 'padding:2px 0;padding-inline-end:16px;vertical-align:top;color:#5b6068',
  value: 'padding:2px 0;vertical-align:top',
  quotation: 'margin:0 0 16px;padding-inline-start:16px;border-inline-start:3px solid #8a9099',
  button:
    'display:inline-block;padding:10px 20px;background:#1d4568;color:#ffffff;text-decoration:none',
  address: 'font-size:13px;word-break:break-all;color:#5b6068',
  foot: 'margin:32px 0 0;padding-top:12px;border-top:1px solid #c9ccd1;font-size:13px;color:#5b6068',
} as const

/** A line break that somebody typed stays one. */
const lines = (text: string): Child[] =>
  text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br />, line]))

const isWeb = (href: string) => URL.canParse(href) && /^https?:$/.test(new URL(href).protocol)

const valueIn = (language: Language, value: string) =>
  directionOf(language) === 'rtl' ? isolate(value) : value

/** A line of another script keeps its own direction, its full stop included. */
const inDirection = (around: Language, own: Language, line: string) =>
  directionOf(around) === directionOf(own) || line === '' ? line : isolate(line)

function asHtml(part: Part, language: Language): Child {
  switch (part.part) {
    case 'paragraph':
      return <p style={STYLE.block}>{lines(part.text)}</p>
    case 'heading':
      return <h2 style={STYLE.heading}>{part.text}</h2>
    case 'facts':
      return (
        <table role="presentation" cellpadding={0} cellspacing={0} style={STYLE.block}>
          {part.facts.map(({ label, value }) => (
            <tr>
              <td style={STYLE.label}>{label}</td>
              <td style={STYLE.value}>{lines(valueIn(language, value))}</td>
            </tr>
          ))}
        </table>
      )
    case 'list':
      return (
        <ul style={STYLE.block}>
          {part.items.map(({ text, href }) => (
            <li>{href === undefined ? text : <a href={href}>{text}</a>}</li>
          ))}
        </ul>
      )
    case 'quotation':
      return (
        <blockquote lang={part.language} dir={directionOf(part.language)} style={STYLE.quotation}>
          {lines(part.text)}
        </blockquote>
      )
    case 'link':
      return (
        <p style={STYLE.block}>
          <a href={part.href} style={STYLE.button}>
            {part.label}
          </a>
          <br />
          <span dir="ltr" style={STYLE.address}>
            {part.href}
          </span>
        </p>
      )
  }
}

function asText(part: Part, language: Language): string {
  switch (part.part) {
    case 'paragraph':
    case 'heading':
      return part.text
    case 'facts':
      return part.facts
        .map(({ label, value }) =>
          say(language, 'letter.fact', { label, value: valueIn(language, value) }),
        )
        .join('\n')
    case 'list':
      return part.items
        .map(({ text, href }) => `• ${text}${href === undefined ? '' : `\n${href}`}`)
        .join('\n')
    case 'quotation':
      return part.text
        .split('\n')
        .map((line) => `> ${inDirection(language, part.language, line)}`)
        .join('\n')
    case 'link':
      return `${say(language, 'letter.way', { label: part.label })}\n${part.href}`
  }
}

const hrefsOf = (part: Part): string[] => {
  if (part.part === 'link') return [part.href]
  return part.part === 'list' ? part.items.flatMap(({ href }) => href ?? []) : []
}

/**
 * Prints a letter in the recipient's language, as text and as HTML that fetches nothing.
 *
 * @throws RangeError where a link is not a whole web address: a defect of the template.
 */
export function printLetter({
  to: { language },
  subject,
  text,
  unsubscribe,
}: Pick<Letter, 'to' | 'subject' | 'text' | 'unsubscribe'>): Printed {
  const wrong = [...text.flatMap(hrefsOf), unsubscribe ?? 'https://-'].find((href) => !isWeb(href))
  if (wrong !== undefined) throw new RangeError(`No whole web address: ${wrong}`)
  const foot = say(language, 'letter.automatic')
  const choose = say(language, 'letter.switch-off')
  const page = (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light" />
        <title>{subject}</title>
      </head>
      <body style={STYLE.page}>
        <div lang={language} dir={directionOf(language)} style={STYLE.column}>
          {text.map((part) => asHtml(part, language))}
          <p style={STYLE.foot}>
            {foot}
            {unsubscribe !== undefined && (
              <>
                <br />
                <a href={unsubscribe}>{choose}</a>
              </>
            )}
          </p>
        </div>
      </body>
    </html>
  )
  const rows = [
    ...text.map((part) => asText(part, language)),
    '-- ',
    unsubscribe === undefined ? foot : `${foot}\n${choose}\n${unsubscribe}`,
  ]
  return {
    text: `${rows.join('\n\n').replace('\n\n-- \n\n', '\n\n-- \n')}\n`,
    html: String(raw(`<!doctype html>${page}`)),
  }
}
