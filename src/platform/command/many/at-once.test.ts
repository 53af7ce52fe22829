import { describe, expect, it } from 'vitest'
import type { AnyCommand } from '../command.ts'
import { runsBy } from './at-once.ts'

const named = (name: string) => ({ name }) as AnyCommand
const [write, read] = [named('write'), named('read')]
const deed = (command: AnyCommand, about?: string) => ({ command, about })
const runs = runsBy((one: ReturnType<typeof deed>) => one.about)

describe('deeds that are done at once', () => {
  it('are those of one command about different things, in their order', () => {
    const deeds = [deed(write, 'a'), deed(write, 'b'), deed(write, 'c')]
    expect(runs(deeds)).toEqual([deeds])
  })

  it('end where a thing comes again: it must find what was written before', () => {
    const [a, b, again] = [deed(write, 'a'), deed(write, 'b'), deed(write, 'a')]
    expect(runs([a, b, again])).toEqual([[a, b], [again]])
  })

  it('end at another command, which may concern all of them', () => {
    const [a, other, b] = [deed(write, 'a'), deed(read, 'b'), deed(write, 'b')]
    expect(runs([a, other, b])).toEqual([[a], [other], [b]])
  })

  it('are one each where nobody says what they are about', () => {
    const [one, another, a] = [deed(write), deed(write), deed(write, 'a')]
    expect(runs([one, another, a])).toEqual([[one], [another], [a]])
  })
})
