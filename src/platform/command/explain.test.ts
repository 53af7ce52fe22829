import { describe, expect, it } from 'vitest'
import { Refusal } from '../../kernel/refusal.ts'
import { feature } from '../feature.ts'
import { explain, problem } from './explain.ts'

const floor = feature('floor', {
  say: (language, key, values) => `${language} ${key} ${JSON.stringify(values)}`,
})
const taken = new Refusal('floor.taken', 409, { minutes: 3 })
const unreadable = new Refusal('platform.unreadable-input', 422, {}, [
  { path: ['days', 0, 'start'], code: 'input.missing' },
  { path: ['zone'], code: 'time.unknown-zone' },
  { path: ['title/~'], code: 'input.too-long', values: { most: 80 } },
  { path: ['speaker'], code: 'floor.nobody' },
])

describe('a refusal in words', () => {
  it('is said by the feature whose rule it is', () => {
    expect(explain(taken, 'fr', [floor])).toEqual({
      title: 'fr refusal.taken {"minutes":3}',
      fields: [],
    })
  })

  it('is said field by field, in the language of the reader', () => {
    expect(explain(unreadable, 'ko', [floor])).toEqual({
      title: '일부 항목의 수정이 필요합니다. 변경된 내용은 없습니다.',
      fields: [
        { path: 'days.0.start', message: '이 항목을 입력하십시오.' },
        { path: 'zone', message: 'IANA 데이터베이스에 없는 시간대입니다. 예: Asia/Seoul' },
        { path: 'title/~', message: '최대 길이: 80' },
        { path: 'speaker', message: 'ko refusal.nobody undefined' },
      ],
    })
  })

  it('is a problem of RFC 9457', () => {
    expect(problem(taken, 'en', [floor], '/api/floor.take')).toEqual({
      type: '/problems/floor.taken',
      title: 'A rule stands against it',
      status: 409,
      detail: 'en refusal.taken {"minutes":3}',
      instance: '/api/floor.take',
    })
    expect(problem(unreadable, 'en', [floor]).errors?.slice(0, 3)).toEqual([
      {
        pointer: '#/days/0/start',
        code: 'input.missing',
        detail: 'Please fill in this field.',
      },
      {
        pointer: '#/zone',
        code: 'time.unknown-zone',
        detail: 'This is not a time zone of the IANA database. Example: Asia/Seoul',
      },
      { pointer: '#/title~1~0', code: 'input.too-long', detail: 'Maximum length: 80' },
    ])
  })
})
