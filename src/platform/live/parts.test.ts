import { describe, expect, it } from 'vitest'
import { apart, changesBetween } from './parts.ts'

const part = (id: string, content: string) =>
  `<!--part ${id}--><div id="${id}">${content}</div><!--/part ${id}-->`
const pageOf = (stamp: string, ...content: string[]) =>
  apart(
    `<html><head><meta name="plenum-stamp" content="${stamp}"></head>${content.join('')}</html>`,
  )

describe('the parts of a page', () => {
  it('that changed are sent, and no others', () => {
    const before = pageOf('a', part('one', '1'), part('two', '2'))
    const after = pageOf('b', part('one', '1'), part('two', '<b>$& 3</b>'))
    expect(changesBetween(before, after)).toBe(
      '<turbo-stream action="replace" method="morph" target="two"><template><div id="two"><b>$& 3</b></div></template></turbo-stream>',
    )
    expect([before.stamp, after.stamp]).toEqual(['a', 'b'])
  })

  it('are nothing where nothing changed', () => {
    expect(changesBetween(pageOf('a', part('one', '1')), pageOf('a', part('one', '1')))).toBe('')
  })

  it('within a part go with the outer one', () => {
    const nested = (inner: string) => pageOf('a', part('outer', `x ${part('inner', inner)} y`))
    expect([...nested('1').parts.keys()]).toEqual(['outer'])
    expect(changesBetween(nested('1'), nested('2'))).toContain('target="outer"')
  })

  it('do not tell what changed outside of them: the whole page is fetched', () => {
    const before = pageOf('a', '<h1>One</h1>', part('one', '1'))
    expect(changesBetween(before, pageOf('b', '<h1>Two</h1>', part('one', '1')))).toBeNull()
    expect(changesBetween(before, pageOf('b', '<h1>One</h1>'))).toBeNull()
    const more = pageOf('b', '<h1>One</h1>', part('one', '1'), part('two', '2'))
    expect(changesBetween(before, more)).toBeNull()
  })
})
