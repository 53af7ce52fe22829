import type { Child } from 'hono/jsx'
import { directionOf, type Language } from '../../../kernel/language.ts'
import { type Everything, PARTS, pathOf } from '../model.ts'

/** The words of the page, in the language of whoever asks. */
export interface IndexWords {
  title: string
  lead: string
  none: string
  parts: Readonly<Record<(typeof PARTS)[number], string>>
}

interface Props extends Everything {
  language: Language
  words: IndexWords
  /** When it was asked for, as it is written in the data. */
  at: string
}

/** What the archive holds, to be read in any browser without us. */
export function IndexPage({ language, words, at, held, files }: Props) {
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words.title}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <p>
          <time datetime={at}>
            <Value value={at} />
          </time>{' '}
          · <a href="data.json">data.json</a>
        </p>
        {PARTS.filter((part) => part !== 'files').map((part) => {
          const records = held[part]
          return (
            records && (
              <section>
                <h2>{words.parts[part]}</h2>
                {records.length === 0 ? <p>{words.none}</p> : records.map(Record)}
              </section>
            )
          )
        })}
        <section>
          <h2>{words.parts.files}</h2>
          {files.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <ul>
              {files.map((file) => (
                <li>
                  <a href={encodeURI(pathOf(file))}>
                    <bdi>{file.name}</bdi>
                  </a>
                </li>
              ))}
            </ul>
          )}
        </section>
      </body>
    </html>
  )
}

/** Names are those of the data, so that both can be read side by side. */
const Record = (record: object) => (
  <dl>
    {Object.entries(record).map(([name, value]) => (
      <>
        <dt dir="ltr">{name}</dt>
        <dd>
          <Value value={value} />
        </dd>
      </>
    ))}
  </dl>
)

function Value({ value }: { value: unknown }): Child {
  if (value === null || value === undefined) return '–'
  if (Array.isArray(value)) {
    return value.length === 0 ? (
      '–'
    ) : (
      <ul>
        {value.map((one) => (
          <li>
            <Value value={one} />
          </li>
        ))}
      </ul>
    )
  }
  const plain = JSON.parse(JSON.stringify(value)) as unknown
  if (typeof plain === 'object' && plain !== null) return Record(plain)
  return <bdi>{String(plain).replace(INSTANT, '$1 $2 UTC')}</bdi>
}

/** To the minute; the data have it whole. */
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):[\d.]+Z$/

const STYLE = `
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
h2 { margin-top: 2rem; border-top: 1px solid; padding-top: .8rem; }
dl { display: grid; grid-template-columns: minmax(5rem, 9rem) 1fr; gap: .1rem 1rem; margin: .8rem 0; }
dt { color: GrayText; overflow-wrap: anywhere; } dd { margin: 0; overflow-wrap: anywhere; }
dl dl { display: block; } ul { margin: 0; padding-inline-start: 1.2rem; }`
