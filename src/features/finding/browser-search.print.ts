import { type Element, element } from '../../kernel/documents/markup.ts'
import type { Language } from '../../kernel/language.ts'
import { hrefOf } from '../../ui/navigation.tsx'
import { say } from './words.ts'

/** What a browser needs to search here from its address bar (OpenSearch 1.1). */
export const browserSearch = (language: Language, origin: string): Element =>
  element('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
    element('ShortName', {}, say(language, 'name')),
    element('Description', {}, say(language, 'description')),
    element('Language', {}, language),
    element('InputEncoding', {}, 'UTF-8'),
    element('Url', {
      type: 'text/html',
      template: `${origin}${hrefOf(language, '/pledges')}?q={searchTerms}`,
    }),
  ])
