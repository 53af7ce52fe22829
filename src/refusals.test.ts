import { describe, expect, it } from 'vitest'
import { filesBelow, isTest, withoutComments } from './testing/tree.ts'

/** Where the code of a refusal may stand in a program: as an argument, as the message of a schema, as a code. */
const IN_CODE =
  /(?:must\([\s\S]{0,400}?|new Refusal\(\s*|refine\([\s\S]{0,400}?|\b(?:code|message|error):\s*)'([a-z][a-z-]*\.[a-z][a-z-]*)'/g
const IN_SQL = /constraint "([a-z][a-z-]*\.[a-z][a-z-]*)"/g

const spoken = [
  ...filesBelow('src', '.ts', '.tsx').filter(
    ({ path }) => !isTest(path) && !path.startsWith('src/testing/'),
  ),
  ...filesBelow('src', '.sql'),
].flatMap(({ path, text }) =>
  [...withoutComments(text).matchAll(path.endsWith('.sql') ? IN_SQL : IN_CODE)].map((match) => ({
    path,
    code: match[1] as string,
  })),
)
const english = new Map(
  filesBelow('src', '/messages/en.json').map(({ path, text }) => [
    path.split('/').at(-3) as string,
    JSON.parse(text) as Record<string, string>,
  ]),
)

describe('every refusal', () => {
  it('has its words', () => {
    expect(spoken.length).toBeGreaterThan(0)
    const mute = spoken.filter(({ code }) => {
      const [owner, word] = code.split('.') as [string, string]
      const own = owner === 'platform' ? undefined : english.get(owner)
      const key = own || owner === 'platform' ? `refusal.${word}` : `refusal.${code}`
      return (own ?? english.get('platform'))?.[key] === undefined
    })
    expect(mute.map(({ path, code }) => `${path}: ${code}`)).toEqual([])
  })
})
