import type { Language } from '../../../kernel/language.ts'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { say } from '../words.ts'

/** What can be embedded: its address without the language, by its words, and how high a frame it wants. */
const WIDGETS = [
  { name: 'widget.programme', address: '/widgets/seoul2021/programme', height: 640 },
  { name: 'widget.pledges', address: '/widgets/parties/KOR/pledges', height: 560 },
  { name: 'widget.gaps', address: '/widgets/gaps', height: 640 },
] as const

/** What a line of a page needs to show a part of ours. */
export const snippetFor = (
  { address, height }: { address: string; height: number },
  title: string,
  { language, origin }: { language: Language; origin: string },
): string =>
  `<iframe src="${origin}${hrefOf(language, address)}" title="${title}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`

/** The parts to embed, each with its line and as it looks. */
export function WidgetsPage({ language, origin }: { language: Language; origin: string }) {
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/data'), label: say(language, 'title') },
          { href: '', label: say(language, 'widgets') },
        ]}
      />
      <h1>{say(language, 'widgets')}</h1>
      <p class="lead">{say(language, 'widgets.description')}</p>
      <p>{say(language, 'widgets.how')}</p>
      <p>{say(language, 'widgets.language')}</p>
      {WIDGETS.map((widget) => (
        <section>
          <h2>
            <a href={hrefOf(language, widget.address)}>{say(language, widget.name)}</a>
          </h2>
          <p dir="ltr" lang="en">
            <code>{snippetFor(widget, say(language, widget.name), { language, origin })}</code>
          </p>
        </section>
      ))}
    </>
  )
}
