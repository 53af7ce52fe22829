import type { Child } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { errorView } from '../../../ui/errors.tsx'
import { Layout, type LayoutProps } from '../../../ui/frame/layout.tsx'
import { tagOf } from '../../cache/answer.ts'
import type { BuiltClient } from '../assets.ts'

/** The name of the element that says which state of a page a browser holds; see `platform/live`. */
export const STAMP = 'plenum-stamp'

/** Whole documents, as text. */
export interface Documents {
  /** A page inside its layout; a live one carries its stamp. */
  page(props: Omit<LayoutProps, 'assets' | 'origin'>): Promise<string>
  /** The designed page of a status. */
  error(
    language: Language,
    address: string,
    status: number | 'offline',
    reason?: string,
  ): Promise<string>
}

const textOf = async (element: Child) => String(await Promise.resolve(String(element)))

/** Renders documents for one origin and one built client. */
export function createDocuments(origin: string, client: BuiltClient): Documents {
  const document = async (props: Omit<LayoutProps, 'assets' | 'origin'>) =>
    textOf(Layout({ ...props, origin, assets: client.assetsFor(props.language) }))
  return {
    async page(props) {
      const html = await document(props)
      if (!props.live) return html
      const stamp = `<meta name="${STAMP}" content="${tagOf(Buffer.from(html))}">`
      return html.replace('</head>', `${stamp}</head>`)
    },
    error: (language, address, status, reason) =>
      document({
        ...errorView(language, status, reason),
        ...{ language, address, live: false },
        status: status === 'offline' ? 503 : status,
      }),
  }
}
