/** What came back, with its text read. */
export interface Page {
  status: number
  headers: Headers
  text: string
  /** Where it leads, if it does. */
  location: string | null
}

/** A browser as far as accounts are concerned: it keeps cookies, and says that its forms are of the same site. */
export interface Browser {
  readonly cookies: ReadonlyMap<string, string>
  /** Sets a cookie, as somebody who has got hold of one would. */
  put(name: string, value: string): void
  get(path: string): Promise<Page>
  /** Sends a form. */
  send(
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Page>
  ask(path: string, init: RequestInit): Promise<Page>
}

export function openBrowser(origin: string): Browser {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit): Promise<Page> => {
    const headers = new Headers(init.headers)
    if (cookies.size > 0) {
      headers.set('cookie', cookieOf({ cookies }))
    }
    const answer = await fetch(new URL(path, origin), { ...init, headers, redirect: 'manual' })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split(/;\s*/)
      const name = pair.slice(0, pair.indexOf('='))
      const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute))
      if (gone) cookies.delete(name)
      else cookies.set(name, pair.slice(name.length + 1))
    }
    const location = answer.headers.get('location')
    return { status: answer.status, headers: answer.headers, text: await answer.text(), location }
  }
  return {
    cookies,
    put: (name, value) => void cookies.set(name, value),
    ask,
    get: (path) => ask(path, {}),
    send: (path, fields, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin', ...headers },
        body: new URLSearchParams(fields),
      }),
  }
}

/** What a browser sends of itself with each request. */
export const cookieOf = ({ cookies }: Pick<Browser, 'cookies'>): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
