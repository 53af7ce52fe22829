import { openBrowser } from './browser.ts'

/** The key of a program, made by somebody who signs in by a link. */
export async function keyBy(origin: string, link: string, address: string): Promise<string> {
  const browser = openBrowser(origin)
  const from = { 'x-forwarded-for': address }
  await browser.send(link, {}, from)
  const { text } = await browser.send('/en/account/keys/new', { name: 'Bench', days: '30' }, from)
  const key = /plenum_[A-Za-z]{64}/.exec(text)?.[0]
  if (!key) throw new Error(`${link} leads to no key`)
  return key
}
