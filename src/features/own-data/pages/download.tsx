import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'

interface Props {
  language: Language
  words: { title: string; lead: string; download: string }
}

/** On somebody's account: all that is held about them, as one file. */
export const Download = ({ language, words }: Props) => (
  <section id="own-data">
    <h2>{words.title}</h2>
    <p>{words.lead}</p>
    <p>
      <a class="btn" href={hrefOf(language, '/account/data.zip')} data-turbo="false" download>
        {words.download}
      </a>
    </p>
  </section>
)

/** On the page that everybody reads: where one's own data are to be had. */
export const WhereToDownload = ({
  language,
  words,
  conferences,
}: Props & {
  words: { ask: string }
  /** Those at which one can ask without an account. */
  conferences: readonly { id: string; name: string }[]
}) => (
  <section id="own-data">
    <h2>{words.title}</h2>
    <p>{words.lead}</p>
    <p>
      <a href={hrefOf(language, '/account#own-data')} rel="nofollow">
        {words.download}
      </a>
    </p>
    <p>{words.ask}</p>
    {conferences.length > 0 && (
      <ul>
        {conferences.map(({ id, name }) => (
          <li>
            <a href={hrefOf(language, `/${id}/own-data`)} rel="nofollow">
              {name}
            </a>
          </li>
        ))}
      </ul>
    )}
  </section>
)
