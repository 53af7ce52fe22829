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
export const WhereToDownload = ({ language, words }: Props) => (
  <section id="own-data">
    <h2>{words.title}</h2>
    <p>{words.lead}</p>
    <p>
      <a href={hrefOf(language, '/account#own-data')} rel="nofollow">
        {words.download}
      </a>
    </p>
  </section>
)
